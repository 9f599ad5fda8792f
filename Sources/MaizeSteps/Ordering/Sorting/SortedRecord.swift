/// What a record holds beside its key and its item.
struct RecordMarks: OptionSet {
    let rawValue: UInt8

    /// The item holds files, which are in the node's inbox.
    static let hasFiles = RecordMarks(rawValue: 1)
    /// The item is a text, and its key the same text, so that it is not kept a second time.
    static let isKeyText = RecordMarks(rawValue: 2)
    /// The item was there before items went to disk.
    static let isEarlier = RecordMarks(rawValue: 4)
    /// The item came on the right side of a join.
    static let isRight = RecordMarks(rawValue: 8)
}

/// A key and an item as they lie in memory or in a run on disk: two lengths, the marks, the key, the item.
struct SortedRecord {
    /// The bytes before the key.
    static let headerSize = 9

    private let base: UnsafeRawPointer

    /// The record that begins at `base`.
    init(at base: UnsafeRawPointer) {
        self.base = base
    }

    private var keyCount: Int { Int(base.loadUnaligned(as: UInt32.self)) }
    private var payloadCount: Int { Int(base.loadUnaligned(fromByteOffset: 4, as: UInt32.self)) }

    var marks: RecordMarks { RecordMarks(rawValue: base.load(fromByteOffset: 8, as: UInt8.self)) }
    var key: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base + SortedRecord.headerSize, count: keyCount) }
    var payload: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base + SortedRecord.headerSize + keyCount, count: payloadCount)
    }
    /// All of its bytes.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: size) }
    var size: Int { SortedRecord.headerSize + keyCount + payloadCount }

    /// Writes a record to where there is room for it.
    static func write(
        key: UnsafeRawBufferPointer,
        payload: UnsafeRawBufferPointer,
        marks: RecordMarks,
        to place: UnsafeMutableRawPointer
    ) {
        // Items and keys come through frames, which are far below 4 GiB.
        place.storeBytes(of: UInt32(key.count), as: UInt32.self)
        place.storeBytes(of: UInt32(payload.count), toByteOffset: 4, as: UInt32.self)
        place.storeBytes(of: marks.rawValue, toByteOffset: 8, as: UInt8.self)
        let rest = place + headerSize
        if let start = key.baseAddress { rest.copyMemory(from: start, byteCount: key.count) }
        if let start = payload.baseAddress { (rest + key.count).copyMemory(from: start, byteCount: payload.count) }
    }
}

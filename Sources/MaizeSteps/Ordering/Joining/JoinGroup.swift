/// The items of both sides that have one key, as they come back from disk.
struct JoinGroup {
    typealias Item = (isEarlier: Bool, bytes: [UInt8])

    private let key: [UInt8]?
    private(set) var left: [Item] = []
    private(set) var right: [Item] = []

    init(key: [UInt8]? = nil) {
        self.key = key
    }

    /// Whether a key is that of the group.
    func takes(_ other: UnsafeRawBufferPointer) -> Bool { key.map { other.elementsEqual($0) } ?? false }

    mutating func add(_ record: SortedRecord) {
        let item = (record.marks.contains(.isEarlier), Array(record.payload))
        if record.marks.contains(.isRight) { right.append(item) } else { left.append(item) }
    }
}

/// Turns the binary form of an item back into a value; see ``ItemEncoder``.
///
/// The bytes are not trusted: every length is checked against the bytes that are there before anything is allocated,
/// and wrong bytes are a `DecodingError`. A decoder is reused from item to item; it is not for concurrent use.
package final class ItemDecoder {
    private let core = DecoderCore()
    private let root: DecodingLevel
    @exclusivity(unchecked) private var isBusy = false

    /// Creates a decoder.
    package init() {
        root = DecodingLevel(core: core, depth: 0)
    }

    /// Decodes the value of an item; bytes behind the item are an error.
    package func decode<T: Decodable>(_ type: T.Type, from bytes: UnsafeRawBufferPointer) throws -> T {
        if T.self == [UInt8].self, let run = WholeBytes.run(in: bytes) {
            // `T` is `[UInt8]`, as was just seen; any other form of one is left to the general way.
            var whole = [UInt8](run)
            return withUnsafeMutablePointer(to: &whole) { pointer in
                UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: T.self).pointee
            }
        }
        guard !isBusy else {
            // A value's own code decodes another item with the same decoder.
            return try ItemDecoder().decode(type, from: bytes)
        }
        isBusy = true
        defer {
            core.endItem()
            isBusy = false
        }
        let value = try core.beginItem(bytes)
        root.begin(value, at: .top)
        return try root.read(type, value)
    }
}

/// The part of a decoder that every field needs, reached through a bare pointer.
struct CurrentItem {
    /// Where the item begins.
    var base: UnsafeRawPointer
    /// The number of the item at hand; levels with another number are of an item that is gone.
    var serial: UInt64 = 1
}

/// Where a name stands in the table; an array of these needs no look-up of a conformance, as one of ranges would.
private struct NameSpan {
    var start: Int
    var end: Int
}

/// What all levels of one decoder share: the bytes of the item at hand and its names.
final class DecoderCore {
    let keys = KeyRegistry()
    let coders = ValueCoderTable()
    /// The item at hand, owned by the core.
    let item: UnsafeMutablePointer<CurrentItem>
    /// The table of names of the last item, kept because the next item usually has the same.
    private let table = ByteBuffer()
    @exclusivity(unchecked) private var names: [NameSpan] = []
    /// What `base` points to when there is no item, so that it always points somewhere.
    private let nothing = UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16)

    init() {
        item = .allocate(capacity: 1)
        item.initialize(to: CurrentItem(base: UnsafeRawPointer(nothing)))
    }

    deinit {
        item.deallocate()
        nothing.deallocate()
    }

    /// Takes up an item and finds its value.
    func beginItem(_ bytes: UnsafeRawBufferPointer) throws -> WireValue {
        guard let start = bytes.baseAddress, bytes.count >= 5, bytes.count <= ItemLimits.length else {
            throw Self.corrupted("An item has between 5 bytes and 4 GiB.")
        }
        let tableEnd = bytes.count - 4
        let tableLength = Int(start.loadUnaligned(fromByteOffset: tableEnd, as: UInt32.self))
        guard tableLength < tableEnd else {
            throw Self.corrupted("The table of names is longer than the item.")
        }
        let valueEnd = tableEnd - tableLength
        let same = tableLength == table.count
        if !same || !WireReading.equal(start + valueEnd, table.base, count: tableLength) {
            try takeTable(UnsafeRawBufferPointer(start: start + valueEnd, count: tableLength))
        }
        guard let value = WireReading.value(start, at: 0, limit: valueEnd), value.end == valueEnd else {
            throw Self.corrupted("The item's value does not fill the item.")
        }
        item.pointee.base = start
        return value
    }

    func endItem() {
        item.pointee.serial &+= 1
        item.pointee.base = UnsafeRawPointer(nothing)
    }

    /// The bytes of a name of the item at hand, valid until the next item.
    @inline(__always)
    func name(at index: UInt32) -> UnsafeRawBufferPointer? {
        guard Int(index) < names.count else {
            return nil
        }
        let name = names[Int(index)]
        return UnsafeRawBufferPointer(start: table.base + name.start, count: name.end - name.start)
    }

    /// Takes up another table of names; all indexes in the registry's slots are void.
    @inline(never)
    private func takeTable(_ bytes: UnsafeRawBufferPointer) throws {
        keys.indexes.pointee.epoch &+= 1
        names.removeAll(keepingCapacity: true)
        table.removeAll()
        table.append(bytes)
        var at = 0
        while at < table.count {
            guard let name = WireReading.run(table.base, at: at, limit: table.count) else {
                names.removeAll()
                table.removeAll()
                throw Self.corrupted("The table of names is broken.")
            }
            names.append(NameSpan(start: name.lowerBound, end: name.upperBound))
            at = name.upperBound
        }
    }

    private static func corrupted(_ description: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: description))
    }
}

/// The encoder handed to one value: where the value begins, what it is so far, what is still open.
///
/// There is a level object for every depth, reused from value to value, so that handing out `any Encoder` costs
/// nothing. A value that keeps its encoder or a container beyond its `encode(to:)` finds it closed: such a level is
/// not reused, because the pool notices that it is not the only one to hold it.
///
/// A level usually writes straight into the buffer of the level above. Containers that can be used in any order with
/// their parent (nested containers, super encoders) are *detached*: they have a buffer of their own which the parent
/// splices in when it is complete.
///
/// The stored properties are exempt from the run-time check for overlapping accesses, which would take most of the time
/// of a field: all accesses are single loads and stores, and a coder is used by one task at a time.
final class EncodingLevel: Encoder {
    enum Shape: UInt8 {
        case none, single, keyed, unkeyed
    }

    enum Status: UInt8 {
        case ready, busy, closed
    }

    /// A detached level and where its bytes belong.
    struct Pending {
        var position: Int
        var level: EncodingLevel
    }

    let core: EncoderCore
    @exclusivity(unchecked) var depth: Int
    @exclusivity(unchecked) private(set) var buffer: ByteBuffer
    /// The sink of the buffer.
    @exclusivity(unchecked) private(set) var sink: ByteSink
    /// The indexes of the key names in the item at hand.
    let indexes: UnsafeMutablePointer<KeyIndexes>
    @exclusivity(unchecked) var shape = Shape.none
    @exclusivity(unchecked) var status = Status.closed
    /// Where the value begins in the buffer.
    @exclusivity(unchecked) var start = 0
    /// The number of fields, elements or values written.
    @exclusivity(unchecked) var count = 0
    /// Where the key of the last field begins in the buffer.
    @exclusivity(unchecked) var lastField = 0
    /// The indexes below 64 of the keys in use, as bits.
    @exclusivity(unchecked) var seen: UInt64 = 0
    /// The other indexes of the keys in use.
    @exclusivity(unchecked) var seenFar: Set<UInt32> = []
    @exclusivity(unchecked) var pending: [Pending] = []
    /// What went wrong where nothing could be thrown; ``close()`` throws it.
    @exclusivity(unchecked) var failure: (any Error)?
    /// Where in its parent this level belongs: the offset of a field's key, or an element's index.
    @exclusivity(unchecked) var place = 0
    // Unowned: a level's parent encodes it, or waits to splice it in, as long as the level is not closed; then the
    // reference is cleared.
    @exclusivity(unchecked) unowned(unsafe) var parent: EncodingLevel?
    @exclusivity(unchecked) private var child: EncodingLevel?

    var userInfo: [CodingUserInfoKey: Any] { core.userInfo }

    init(core: EncoderCore, depth: Int, buffer: ByteBuffer) {
        self.core = core
        self.depth = depth
        self.buffer = buffer
        sink = buffer.sink
        indexes = core.keys.indexes
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(keyed(by: type))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        UnkeyedItemEncoding(level: open(.unkeyed))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleItemEncoding(level: open(.single))
    }

    /// The keyed container of this value; asked again, it is the same one, as class hierarchies need it.
    @inline(__always)
    func keyed<Key>(by type: Key.Type) -> KeyedItemEncoding<Key> {
        KeyedItemEncoding(level: open(.keyed), table: core.keys.table(for: type))
    }

    /// Makes the level ready for the value that begins at the end of its buffer.
    @inline(__always)
    func begin(in buffer: ByteBuffer) {
        if self.buffer !== buffer {
            self.buffer = buffer
            sink = buffer.sink
        }
        start = sink.count
        shape = .none
        status = .ready
        count = 0
        lastField = -1
        seen = 0
        if !seenFar.isEmpty {
            seenFar.removeAll()
        }
        if failure != nil {
            failure = nil
        }
    }

    /// Writes the header of a container, once.
    @inline(__always)
    private func open(_ wanted: Shape) -> EncodingLevel {
        if status == .ready {
            if shape == wanted {
                return self
            }
            if shape == .none || (shape == .single && count == 0) {
                shape = wanted
                switch wanted {
                case .keyed:
                    sink.append(fixed: WireType.keyed.rawValue)
                    sink.append(fixed: UInt32(0))
                case .unkeyed:
                    sink.append(fixed: WireType.unkeyed.rawValue)
                    sink.append(fixed: UInt64(0))
                case .none, .single:
                    break
                }
                return self
            }
        }
        return refusal()
    }

    /// A closed level for a container that cannot be had; using it throws, and so does closing this level.
    @inline(never)
    private func refusal() -> EncodingLevel {
        if status == .ready, failure == nil {
            failure = invalid(nil, "A value asked for two kinds of container.")
        }
        return EncodingLevel(core: core, depth: depth, buffer: buffer)
    }

    // MARK: - Values below

    /// Encodes a value with its own code, at the end of the buffer.
    @inline(__always)
    func writeCustom<T: Encodable>(_ value: T) throws {
        guard depth < ItemLimits.depth else {
            throw invalid(value, "Values are nested deeper than \(ItemLimits.depth) levels.")
        }
        var level = child ?? EncodingLevel(core: core, depth: depth + 1, buffer: buffer)
        child = nil
        level.parent = self
        level.place = shape == .keyed ? lastField : count
        level.begin(in: buffer)
        status = .busy
        defer {
            level.end()
            status = .ready
            if isKnownUniquelyReferenced(&level) {
                child = level
            } else {
                level.parent = nil
            }
        }
        try value.encode(to: level)
        try level.close()
    }

    /// Completes the value: splices in what is detached and fills in lengths and counts.
    @inline(__always)
    func close() throws {
        if failure != nil || !pending.isEmpty {
            try settle()
        }
        switch shape {
        case .keyed:
            let length = try checkedLength(sink.count - start - 5)
            sink.overwrite(fixed: length, at: start + 1)
        case .unkeyed:
            let length = try checkedLength(sink.count - start - 9)
            sink.overwrite(fixed: length, at: start + 1)
            sink.overwrite(fixed: UInt32(truncatingIfNeeded: count), at: start + 5)
        case .none, .single:
            if count == 0 {
                // Nothing was encoded at all: an empty container, so that every value takes at least a byte.
                sink.append(fixed: WireType.keyed.rawValue)
                sink.append(fixed: UInt32(0))
            }
        }
    }

    /// Ends the use of the level, whether its value was completed or not.
    @inline(__always)
    func end() {
        status = .closed
        if !pending.isEmpty {
            releasePending()
        }
    }

    @inline(__always)
    private func checkedLength(_ length: Int) throws -> UInt32 {
        guard length <= ItemLimits.length else {
            throw invalid(nil, "A container is longer than 4 GiB.")
        }
        return UInt32(truncatingIfNeeded: length)
    }
}

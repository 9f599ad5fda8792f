/// The decoder handed to one value: what the value is and where it lies, and how far its fields are read.
///
/// As on the encoding side there is a level object for every depth, reused from value to value. A value that keeps
/// its decoder keeps a level of its own: the pool does not reuse a level that somebody else holds. Such a decoder
/// works until the item is decoded; after that, using it throws.
///
/// The stored properties are exempt from the run-time check for overlapping accesses, which would take most of the time
/// of a field: all accesses are single loads and stores, and a coder is used by one task at a time.
final class DecodingLevel: Decoder {
    /// Where a value belongs in the value around it.
    enum Place {
        case top
        case field(Int)
        case element(Int)
    }

    let core: DecoderCore
    let depth: Int
    /// The item at hand of the decoder.
    let item: UnsafeMutablePointer<CurrentItem>
    /// The indexes of the key names in the item at hand.
    let indexes: UnsafeMutablePointer<KeyIndexes>
    @exclusivity(unchecked) var value = WireValue(type: .nil, payload: 0, end: 0)
    @exclusivity(unchecked) private(set) var place = Place.top
    /// The item this level belongs to.
    @exclusivity(unchecked) private(set) var serial: UInt64 = 0
    /// Where the next field begins, if the fields are read in order.
    @exclusivity(unchecked) var cursor = 0
    /// The fields by name, once they were searched for in a large container.
    @exclusivity(unchecked) var fieldsByName: [String: Int]?
    // Unowned: a level's parent decodes it. Where that ends before the level's life, the reference is cleared (or the
    // owner holds the parent).
    @exclusivity(unchecked) private unowned(unsafe) var parent: DecodingLevel?
    /// The parent of a nested container or super decoder, which may outlive the parent's turn.
    private let owner: DecodingLevel?
    /// The path of a level that outlived its parent's turn.
    @exclusivity(unchecked) private var finalPath: [any CodingKey]?
    @exclusivity(unchecked) private var child: DecodingLevel?

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(core: DecoderCore, depth: Int, owner: DecodingLevel? = nil) {
        self.core = core
        self.depth = depth
        self.owner = owner
        item = core.item
        indexes = core.keys.indexes
        parent = owner
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try keyed(by: type))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try UnkeyedItemDecoding(level: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        try checkCurrent()
        return SingleItemDecoding(level: self)
    }

    @inline(__always)
    func keyed<Key>(by type: Key.Type) throws -> KeyedItemDecoding<Key> {
        try checkCurrent()
        guard value.type == .keyed else {
            throw mismatch([String: Any].self, value)
        }
        return KeyedItemDecoding(level: self, table: core.keys.table(for: type))
    }

    /// Makes the level that of another value.
    @inline(__always)
    func begin(_ value: WireValue, at place: Place) {
        self.value = value
        self.place = place
        serial = item.pointee.serial
        cursor = value.payload + 4
        if fieldsByName != nil {
            fieldsByName = nil
        }
    }

    /// Decodes a value below this one with the type's own code.
    @inline(__always)
    func readCustom<T: Decodable>(_ type: T.Type, _ found: WireValue, at place: Place) throws -> T {
        guard depth < ItemLimits.depth else {
            throw corrupted("Values are nested deeper than \(ItemLimits.depth) levels.")
        }
        var level = child ?? DecodingLevel(core: core, depth: depth + 1)
        child = nil
        level.parent = self
        level.begin(found, at: place)
        defer {
            if isKnownUniquelyReferenced(&level) {
                child = level
            } else {
                level.outlive()
            }
        }
        return try T(from: level)
    }

    /// A level for a nested container or a super decoder.
    func nested(_ found: WireValue, at place: Place) throws -> DecodingLevel {
        guard depth < ItemLimits.depth else {
            throw corrupted("Containers are nested deeper than \(ItemLimits.depth) levels.")
        }
        let level = DecodingLevel(core: core, depth: depth + 1, owner: self)
        level.begin(found, at: place)
        return level
    }

    private func outlive() {
        finalPath = codingPath
        parent = nil
    }

    /// Checks that the item of this level is still being decoded.
    @inline(__always)
    func checkCurrent() throws {
        guard serial == item.pointee.serial else {
            throw corrupted("A decoder was used after its item was decoded.")
        }
    }

    /// Where the item begins.
    @inline(__always)
    var base: UnsafeRawPointer { item.pointee.base }

    // MARK: - Paths and errors

    /// The path to this level, put together from the item's bytes.
    var codingPath: [any CodingKey] {
        if let finalPath {
            return finalPath
        }
        guard serial == item.pointee.serial, let parent else {
            return []
        }
        return parent.codingPath + parent.steps(to: place)
    }

    /// The last step of a path, from this level to a part of it.
    func steps(to place: Place) -> [any CodingKey] {
        switch place {
        case .top:
            return []
        case .element(let index):
            return [ItemKey(index: index)]
        case .field(let offset):
            guard let name = name(ofFieldAt: offset) else {
                return []
            }
            return [ItemKey(stringValue: String(decoding: name, as: UTF8.self))]
        }
    }

    @inline(never)
    func corrupted(_ description: String, at place: Place = .top) -> DecodingError {
        let path = codingPath + steps(to: place)
        return .dataCorrupted(DecodingError.Context(codingPath: path, debugDescription: description))
    }

    @inline(never)
    func mismatch(_ type: Any.Type, _ found: WireValue, at place: Place = .top) -> DecodingError {
        let path = codingPath + steps(to: place)
        guard found.type != .nil else {
            let context = DecodingError.Context(codingPath: path, debugDescription: "Found nil instead of a value.")
            return .valueNotFound(type, context)
        }
        let description = "Expected \(type) but found \(found.type)."
        return .typeMismatch(type, DecodingError.Context(codingPath: path, debugDescription: description))
    }
}

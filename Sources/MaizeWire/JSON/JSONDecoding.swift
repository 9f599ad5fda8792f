/// The decoder that is handed to one value, or the container of a single one.
struct JSONDecoding: ValueDecoder, SingleValueDecodingContainer {
    let source: JSONSource
    let place: Int

    /// Problems know their place in the text, which says more.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let node = try source.node(place)
        guard node.kind == .object else { throw source.expected("an object", not: node) }
        return KeyedDecodingContainer(JSONFields<Key>(source: source, object: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let node = try source.node(place)
        guard node.kind == .list else { throw source.expected("a list", not: node) }
        return JSONElements(source: source, list: place)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool {
        if case .success(true) = Result(catching: { try source.isNull(at: place) }) { true } else { false }
    }
    func decode(_ type: Bool.Type) throws -> Bool { try source.bool(at: place) }
    func decode(_ type: String.Type) throws -> String { try source.string(at: place) }
    func decode(_ type: Double.Type) throws -> Double { try source.floating(type, at: place) }
    func decode(_ type: Float.Type) throws -> Float { try source.floating(type, at: place) }
    func decode(_ type: Int.Type) throws -> Int { try source.whole(type, at: place) }
    func decode(_ type: Int8.Type) throws -> Int8 { try source.whole(type, at: place) }
    func decode(_ type: Int16.Type) throws -> Int16 { try source.whole(type, at: place) }
    func decode(_ type: Int32.Type) throws -> Int32 { try source.whole(type, at: place) }
    func decode(_ type: Int64.Type) throws -> Int64 { try source.whole(type, at: place) }
    func decode(_ type: Int128.Type) throws -> Int128 { try source.whole(type, at: place) }
    func decode(_ type: UInt.Type) throws -> UInt { try source.whole(type, at: place) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try source.whole(type, at: place) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try source.whole(type, at: place) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try source.whole(type, at: place) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try source.whole(type, at: place) }
    func decode(_ type: UInt128.Type) throws -> UInt128 { try source.whole(type, at: place) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try source.decode(type, at: place) }
}

/// Reads an object as the fields of a type.
struct JSONFields<Key: CodingKey>: FieldDecoding {
    let source: JSONSource
    let object: Int

    var codingPath: [any CodingKey] { [] }

    // Nothing can be thrown here; a decoder that is used too late finds nothing, and throws at the next call that may.
    var allKeys: [Key] { ((try? source.names(of: object)) ?? []).compactMap(Key.init) }
    func contains(_ key: Key) -> Bool { (try? source.value(named: key.stringValue, of: object)) != nil }

    func field(_ key: Key) throws -> JSONDecoding {
        guard let place = try source.value(named: key.stringValue, of: object) else {
            let node = try source.node(object)
            throw JSONProblem(offset: node.start, "the field '\(key.stringValue)' is missing\(source.path(to: node))")
        }
        return JSONDecoding(source: source, place: place)
    }

    func superDecoder() throws -> any Decoder {
        guard let place = try source.value(named: "super", of: object) else {
            return JSONDecoding(source: source, place: object)
        }
        return JSONDecoding(source: source, place: place)
    }
}

/// Single values, as the types that take them.
extension JSONSource {
    /// Decodes the value at a place; what a type itself finds wrong with it is told with the place.
    func decode<Value: Decodable>(_ type: Value.Type, at place: Int) throws -> Value {
        // Those that come by the million: their own code would take several times as long.
        if type == String.self { return SameType.cast(try string(at: place)) }
        if type == Double.self { return SameType.cast(try floating(Double.self, at: place)) }
        if type == Int.self { return SameType.cast(try whole(Int.self, at: place)) }
        if type == JSONValue.self { return SameType.cast(try json(at: place)) }
        if type == [String].self { return SameType.cast(try list(at: place, string)) }
        if type == [Double].self { return SameType.cast(try list(at: place) { try floating(Double.self, at: $0) }) }
        if type == [Int].self { return SameType.cast(try list(at: place) { try whole(Int.self, at: $0) }) }
        do {
            return try Value(from: JSONDecoding(source: self, place: place))
        } catch let error as DecodingError {
            let node = try node(place)
            let reason =
                switch error {
                case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
                    .keyNotFound(_, let context):
                    context.debugDescription
                @unknown default: ""
                }
            throw JSONProblem(offset: node.start, "no \(type)\(path(to: node))\(reason.isEmpty ? "" : ": ")\(reason)")
        }
    }

    private func list<Element>(at place: Int, _ element: (Int) throws -> Element) throws -> [Element] {
        let list = try node(place)
        guard list.kind == .list else { throw expected("a list", not: list) }
        var elements: [Element] = []
        var next = place + 1
        while next < list.next {
            elements.append(try element(next))
            next = reader.nodes[next].next
        }
        return elements
    }

    func isNull(at place: Int) throws -> Bool { try node(place).kind == .null }

    func bool(at place: Int) throws -> Bool {
        let node = try node(place)
        switch node.kind {
        case .true: return true
        case .false: return false
        default: throw expected("true or false", not: node)
        }
    }

    func string(at place: Int) throws -> String {
        let node = try node(place)
        guard node.kind == .string else { throw expected("a text", not: node) }
        return JSONText.string(node, in: bytes)
    }

    func whole<Number: FixedWidthInteger>(_ type: Number.Type, at place: Int) throws -> Number {
        let node = try node(place)
        guard node.kind == .number else { throw expected("a whole number", not: node) }
        if node.isPlain {
            if let number = JSONNumber.whole(type, text(node)) { return number }
        } else {
            // `1.0` and `1e3` are whole; beyond 2^53 such a number may have been rounded.
            let number = JSONNumber.floating(text(node))
            if abs(number) <= 0x1p53, let exact = Number(exactly: number) { return exact }
            if number != number.rounded() { throw expected("a whole number", not: node) }
        }
        throw expected("a whole number from \(type.min) to \(type.max)", not: node)
    }

    func floating<Number: BinaryFloatingPoint>(_ type: Number.Type, at place: Int) throws -> Number {
        let node = try node(place)
        guard node.kind == .number else { throw expected("a number", not: node) }
        // A `Float` is rounded once, not from a `Double` that was rounded before.
        let number =
            type == Float.self
            ? Number(Float(String(decoding: text(node), as: UTF8.self)) ?? .infinity)
            : Number(JSONNumber.floating(text(node)))
        guard number.isFinite else {
            throw expected("a number up to \(type.greatestFiniteMagnitude)", not: node)
        }
        return number
    }

    /// The value as it stands; a whole number that fits no `Int` is the nearest `Double`.
    func json(at place: Int) throws -> JSONValue {
        let node = try node(place)
        switch node.kind {
        case .null: return .null
        case .false: return .bool(false)
        case .true: return .bool(true)
        case .string: return .string(JSONText.string(node, in: bytes))
        case .number:
            if node.isPlain, let whole = JSONNumber.whole(Int.self, text(node)) { return .integer(whole) }
            return .number(try floating(Double.self, at: place))
        case .list: return .array(try list(at: place, json))
        case .object:
            var fields: [String: JSONValue] = [:]
            var next = place + 1
            while next < node.next {
                fields[JSONText.string(reader.nodes[next], in: bytes)] = try json(at: next + 1)
                next = reader.nodes[next + 1].next
            }
            return .object(fields)
        }
    }
}

/// Reads a single value; its characters say what it is, the wanted type whether that will do.
struct DocumentScalar: SingleValueDecodingContainer {
    let value: DocumentValue
    let codingPath: [any CodingKey]

    func decodeNil() -> Bool {
        if case .null = value.content { true } else { false }
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        // A plain word of YAML 1.1, as other tools write it, is a truth value where one is wanted, and only there.
        switch try unquoted("true or false").lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw ValueError(value, expected: "true or false")
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .scalar(let text, let style) = value.content, style != .literal else {
            throw ValueError(value, expected: "a text")
        }
        return text
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard let number = DocumentScalar.number(try unquoted("a number")) else {
            throw ValueError(value, expected: "a number")
        }
        return number
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try whole(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try DocumentDecoder(value, codingPath: codingPath).decode(type)
    }

    private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        let text = try unquoted("a whole number")
        if let number = DocumentScalar.wholeNumber(type, text) { return number }
        guard DocumentScalar.wholeNumber(Int.self, text) == nil else {
            throw ValueError(value, expected: "a whole number from \(type.min) to \(type.max)")
        }
        throw ValueError(value, expected: "a whole number")
    }

    private func unquoted(_ expected: String) throws -> String {
        guard case .scalar(let text, let style) = value.content, style != .text else {
            throw ValueError(value, expected: expected)
        }
        return text
    }

    /// A whole number as YAML 1.2 and JSON write it.
    static func wholeNumber<Number: FixedWidthInteger>(_ type: Number.Type, _ text: String) -> Number? {
        if text.hasPrefix("0x") { return Number(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return Number(text.dropFirst(2), radix: 8) }
        return Number(text)
    }

    /// Any number as YAML 1.2 and JSON write it.
    static func number(_ text: String) -> Double? {
        switch text.lowercased() {
        case ".inf", "+.inf": return .infinity
        case "-.inf": return -.infinity
        case ".nan": return .nan
        default:
            // `Double(_:)` also takes words such as `nan` and `infinity`, which are texts in a file.
            guard text.first.map({ $0.isASCII && ($0.isNumber || "+-.".contains($0)) }) == true,
                text.last.map({ $0.isASCII && ($0.isNumber || $0 == ".") }) == true
            else { return wholeNumber(Int.self, text).map(Double.init) }
            return Double(text) ?? wholeNumber(Int.self, text).map(Double.init)
        }
    }
}

/// Reads a single value; its characters say what it is, the wanted type whether that will do.
package struct DocumentScalar: SingleValueDecodingContainer {
    package let value: DocumentValue
    package let codingPath: [any CodingKey]

    package func decodeNil() -> Bool {
        if case .null = value.content { true } else { false }
    }

    package func decode(_ type: Bool.Type) throws -> Bool {
        // A plain word of YAML 1.1, as other tools write it, is a truth value where one is wanted, and only there.
        switch try unquoted("true or false").lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw ValueError(value, expected: "true or false")
        }
    }

    package func decode(_ type: String.Type) throws -> String {
        guard case .scalar(let text, let style) = value.content, style != .literal else {
            throw ValueError(value, expected: "a text")
        }
        return text
    }

    package func decode(_ type: Double.Type) throws -> Double {
        try floating(type)
    }

    package func decode(_ type: Float.Type) throws -> Float { try floating(type) }
    package func decode(_ type: Int.Type) throws -> Int { try whole(type) }
    package func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
    package func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
    package func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
    package func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
    package func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
    package func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
    package func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
    package func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
    package func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }

    package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try DocumentDecoder(value, codingPath: codingPath).decode(type)
    }

    private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        let text = try unquoted("a whole number")
        if let number = DocumentScalar.wholeNumber(type, text) { return number }
        guard DocumentScalar.isWholeNumber(text) else { throw ValueError(value, expected: "a whole number") }
        throw ValueError(value, expected: "a whole number from \(type.min) to \(type.max)")
    }

    private func floating<Number: BinaryFloatingPoint & Sendable>(_ type: Number.Type) throws -> Number {
        let text = try unquoted("a number")
        guard let number = DocumentScalar.number(text) else { throw ValueError(value, expected: "a number") }
        let rounded = Number(number)
        guard rounded.isFinite || DocumentScalar.specialNumber(text) != nil else {
            throw ValueError(value, expected: "a number up to \(type.greatestFiniteMagnitude)")
        }
        return rounded
    }

    private func unquoted(_ expected: String) throws -> String {
        guard case .scalar(let text, let style) = value.content, style != .text else {
            throw ValueError(value, expected: expected)
        }
        return text
    }

    /// A whole number as YAML 1.2 and JSON write it.
    package static func wholeNumber<Number: FixedWidthInteger>(_ type: Number.Type, _ text: String) -> Number? {
        for (prefix, radix) in [("0x", 16), ("0o", 8)] where text.hasPrefix(prefix) {
            let digits = text.dropFirst(prefix.count)
            return isWholeNumber(text) ? Number(digits, radix: radix) : nil
        }
        return Number(text)
    }

    /// Whether a text is a whole number, however large.
    private static func isWholeNumber(_ text: String) -> Bool {
        let digits: Substring.UTF8View
        let isDigit: (Unicode.Scalar) -> Bool
        if text.hasPrefix("0x") {
            digits = text.utf8.dropFirst(2)
            isDigit = { $0.properties.isASCIIHexDigit }
        } else if text.hasPrefix("0o") {
            digits = text.utf8.dropFirst(2)
            isDigit = { ("0"..."7").contains($0) }
        } else {
            digits = text.utf8.drop { "+-".utf8.contains($0) }
            guard text.utf8.count - digits.count <= 1 else { return false }
            isDigit = { ("0"..."9").contains($0) }
        }
        return !digits.isEmpty && digits.allSatisfy { isDigit(Unicode.Scalar($0)) }
    }

    /// Any number as YAML 1.2 and JSON write it.
    package static func number(_ text: String) -> Double? {
        // `Double(_:)` also takes words such as `nan` and `0x1p3`, which are texts in a file.
        let isDecimal = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                true
            default: false
            }
        }
        if isDecimal { return Double(text) }
        return specialNumber(text) ?? wholeNumber(UInt64.self, text).map { Double($0) }
    }

    private static func specialNumber(_ text: String) -> Double? {
        switch text.lowercased() {
        case ".inf", "+.inf": .infinity
        case "-.inf": -.infinity
        case ".nan": .nan
        default: nil
        }
    }
}

internal import MaizeWire

/// Values of parameters as the words that stand for them on a command line.
enum ParameterWords {
    /// The words, each in quotes where a shell would need them.
    static func text(of value: any Encodable) -> String { words(of: value).map(quoted).joined(separator: " ") }

    /// The words: one for each element of a list, `name=value` for each part of a dictionary, else one.
    static func words(of value: any Encodable) -> [String] {
        if let word = word(of: value) { return [word] }
        if let list = value as? [any Encodable], let parts = parts(of: list), !parts.isEmpty {
            // A word in brackets that stands alone is a list of JSON.
            if parts.count > 1 || !parts[0].hasPrefix("[") { return parts }
        }
        if let dictionary = value as? [String: any Encodable], !dictionary.isEmpty {
            let sorted = dictionary.sorted { $0.key < $1.key }
            let areNames = sorted.allSatisfy { !$0.key.isEmpty && !$0.key.contains("=") && !$0.key.hasPrefix("{") }
            if areNames, let parts = parts(of: sorted.map(\.value)) {
                return zip(sorted, parts).map { "\($0.key)=\($1)" }
            }
        }
        return [json(of: value)]
    }

    private static func parts(of values: [any Encodable]) -> [String]? {
        let parts = values.compactMap(word)
        return parts.count == values.count ? parts : nil
    }

    /// The word for a single value; nil for what is made of several.
    private static func word(of value: any Encodable) -> String? {
        switch value {
        case let text as String: text
        case let flag as Bool: "\(flag)"
        case let number as any BinaryInteger: "\(number)"
        case let number as any BinaryFloatingPoint: word(of: number)
        case let file as File: file.path
        case let json as JSONValue: word(of: json)
        case let raw as any RawRepresentable: (raw.rawValue as? any Encodable).flatMap { word(of: $0) }
        case let optional as any OptionalValue:
            (Mirror(reflecting: optional).children.first?.value as? any Encodable).flatMap { word(of: $0) }
        default: nil
        }
    }

    private static func word<Number: BinaryFloatingPoint>(of number: Number) -> String {
        number.isNaN ? ".nan" : number.isInfinite ? (number < 0 ? "-.inf" : ".inf") : "\(number)"
    }

    /// Where any kind will do, a text that looks like another kind stands in the quotes of JSON.
    private static func word(of json: JSONValue) -> String? {
        switch json {
        case .bool, .integer, .number: "\(json)"
        case .string(let text): looksLikeAnother(text) ? "\(json)" : text
        case .null, .array, .object: nil
        }
    }

    private static func looksLikeAnother(_ text: String) -> Bool {
        guard let first = text.first else { return false }
        return "[{\"".contains(first) || ["true", "false", "null"].contains(text.lowercased()) || first.isNumber
            || "+-.".contains(first)
    }

    /// The single values inside of one.
    static func leaves(of value: any Encodable) -> [String] {
        if let word = word(of: value) { return [word] }
        let text = Array(json(of: value).utf8)
        let json = Result { try text.withUnsafeBytes { try JSONItemDecoder("value").decode(JSONValue.self, from: $0) } }
        guard case .success(let json) = json else { return ["\(value)"] }
        return leaves(of: json)
    }

    private static func leaves(of json: JSONValue) -> [String] {
        switch json {
        case .null, .bool: []
        case .integer, .number: ["\(json)"]
        case .string(let text): [text]
        case .array(let values): values.flatMap(leaves)
        case .object(let values): values.values.flatMap(leaves)
        }
    }

    private static func json(of value: any Encodable) -> String {
        let buffer = ByteBuffer()
        do {
            try JSONItemEncoder(specialNumbers: .texts, sortsFields: true).encode(value, into: buffer)
        } catch {
            return "\(value)"
        }
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    // MARK: Quotes

    private static func quoted(_ word: String) -> String {
        if word.isEmpty { return "''" }
        if word.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return "$'" + word.unicodeScalars.map(escaped).joined() + "'"
        }
        return word.allSatisfy(isPlain)
            ? word
            : "'"
                + word.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: #"'\''"#) + "'"
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "_@%+=:,./-".contains(character)
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": #"\n"#
        case "\t": #"\t"#
        case "'", "\\": "\\\(scalar)"
        case _ where scalar.properties.generalCategory == .control: #"\u"# + hexadecimal(scalar.value)
        default: "\(scalar)"
        }
    }

    private static func hexadecimal(_ number: UInt32) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

@testable import MaizeFormats
import MaizeDocuments
import SeededRandom

/// A document that the tests make up, and its text in both formats.
indirect enum RandomDocument {
    case null
    case bool(Bool)
    case number(String)
    case text(String)
    case list([RandomDocument])
    case mapping([(String, RandomDocument)])

    private static let scalars: [Unicode.Scalar] = [
        "a", "b", "Z", "0", "7", " ", "\"", "\\", "'", "/", "\n", "\t", "\r", "\u{1}", "ä", "🌽", "\u{301}", "#", ":",
        "-", "{", "[", "&", "*", "!", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{10FFFF}", "~", "%", "@", "`",
    ]
    private static let numbers = ["0", "-0", "1", "-17", "2.5", "1e5", "-1.25E-3", "9007199254740993", "0.1"]

    static func random(depth: Int, using generator: inout SeededGenerator) -> RandomDocument {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .number(numbers.randomElement(using: &generator) ?? "0")
        case 3, 4: return .text(text(using: &generator))
        case 5, 6:
            let count = Int.random(in: 0...4, using: &generator)
            return .list((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            let count = Int.random(in: 0...4, using: &generator)
            // Numbered, so that no key occurs twice.
            return .mapping(
                (0..<count).map { ("\($0)" + text(using: &generator), random(depth: depth - 1, using: &generator)) }
            )
        }
    }

    private static func text(using generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            text.unicodeScalars.append(scalars.randomElement(using: &generator) ?? "a")
        }
        return text
    }

    /// As `DocumentValue.text` shows it.
    func expected(in format: Format) -> String {
        switch self {
        case .null: "null"
        case .bool(let value): format == .json ? "#\(value)" : "\(value)"
        case .number(let text): format == .json ? "#" + text : text
        case .text(let text): "'\(text)'"
        case .list(let values): "[" + values.map { $0.expected(in: format) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0): \($1.expected(in: format))" }.joined(separator: ", ") + "}"
        }
    }

    /// JSON with random space; it is also YAML where every other character is escaped, as it is here.
    func json(using generator: inout SeededGenerator) -> String {
        let space = ["", " ", "\n", " \n  "].randomElement(using: &generator) ?? ""
        switch self {
        case .null: return space + "null"
        case .bool(let value): return space + "\(value)"
        case .number(let text): return space + text
        case .text(let text): return space + RandomDocument.quoted(text, using: &generator)
        case .list(let values):
            return space + "[" + values.map { $0.json(using: &generator) }.joined(separator: ",") + space + "]"
        case .mapping(let entries):
            let parts = entries.map { key, value in
                RandomDocument.quoted(key, using: &generator) + ": " + value.json(using: &generator)
            }
            return space + "{" + parts.joined(separator: ", ") + space + "}"
        }
    }

    /// In blocks; texts in double quotes.
    func yaml(indent: Int = 0, using generator: inout SeededGenerator) -> String {
        let start = "\n" + String(repeating: " ", count: indent)
        switch self {
        case .list(let values) where !values.isEmpty:
            return values.map { start + "- " + $0.yaml(indent: indent + 2, using: &generator) }.joined()
        case .mapping(let entries) where !entries.isEmpty:
            return entries.map { key, value in
                start + RandomDocument.quoted(key, using: &generator) + ": "
                    + value.yaml(indent: indent + 2, using: &generator)
            }.joined()
        case .list: return "[]"
        case .mapping: return "{}"
        case .null: return ["", "~", "null"].randomElement(using: &generator) ?? ""
        case .bool(let value): return "\(value)"
        case .number(let text): return text
        case .text(let text): return RandomDocument.quoted(text, using: &generator)
        }
    }

    private static func quoted(_ text: String, using generator: inout SeededGenerator) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.isASCII && scalar.value >= 0x20 && scalar.value < 0x7F:
                result.unicodeScalars.append(scalar)
            case "ä" where Bool.random(using: &generator): result += "ä"
            default:
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return result + "\""
    }
}

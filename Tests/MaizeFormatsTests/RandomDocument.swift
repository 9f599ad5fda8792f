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

/// Documents for writers: of words that readers could take for something else.
extension RandomDocument {
    private static let words = [
        "", " ", "no", "Yes", "on", "y", "N", "true", "False", "null", "Null", "~", "1e3", "0x1", "0o7", "0b1", "1_000",
        "-1", "+1", ".5", "-.5", ".inf", "-.Inf", ".NaN", "nan", "1:30", "190:20:30", "2020-01-01",
        "2020-01-01T00:00:00Z", "2020-01-01 00:00:00", "07:32:00", " leading", "trailing ", "a #b", "#a", "a#b", "a: b",
        "a:b", "a:", ":", "- a", "-", "--", "---", "--- a", "...", "-r", "--all", "-1x", "?", "? a", "a?", "&a", "*a",
        "!a", "!!str", "|", "|-", ">", ">-", "%a", "@a", "`a`", "'", "''", "\"", "\\", "a\\b", "C:\\new", "a'b", "a\"b",
        "a'b\"c\\", "[a]", "{a}", "a, b", "Merge<Int>", "LoadData<[String: Int]>", "{print $1}", "=", "<<", "<", "a=b",
        "a\nb", "a\nb\n", "a\n\nb\n\n", "\na", "\n", " a\n b", "a\n  b\nc", "a\tb", "\ta", "a\r\nb", "a\r", "'''\n",
        "\"\"\"\n", "a\n'''", "a\n'", "a\n\\", "\0", "\u{1}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}",
        "\u{FFFE}", "é", "e\u{301}", "🌽", "👩‍🔬", "\u{10FFFF}", "٣", "日本語", "/tmp/x", "./a", "../a", ".hidden", "._5",
        "http://a/b?c#d", "a ---", "0", "00", "12 apples", "1.2.3", "v1", "_1", "e5", "1e", "0.1.", "a\u{FFFF}b",
    ]
    private static let wideNumbers = [
        "0", "-0", "1", "-17", "2.5", "1e5", "-1.25E-3", "9007199254740993", "0.1", "18446744073709551615",
        "-9223372036854775808", "1e-320", "1.7976931348623157e+308",
    ]

    static func writable(depth: Int, hasNull: Bool, using generator: inout SeededGenerator) -> RandomDocument {
        .mapping(entries(depth: depth, hasNull: hasNull, using: &generator))
    }

    private static func any(depth: Int, hasNull: Bool, using generator: inout SeededGenerator) -> RandomDocument {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &generator) {
        case 0 where hasNull: return .null
        case 0, 1: return .bool(Bool.random(using: &generator))
        case 2: return .number(wideNumbers.randomElement(using: &generator) ?? "0")
        case 3, 4: return .text(word(using: &generator))
        case 5, 6:
            let isTable = Bool.random(using: &generator)
            return .list(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                    isTable
                        ? .mapping(entries(depth: depth - 1, hasNull: hasNull, using: &generator))
                        : any(depth: depth - 1, hasNull: hasNull, using: &generator)
                }
            )
        default: return .mapping(entries(depth: depth - 1, hasNull: hasNull, using: &generator))
        }
    }

    private static func entries(
        depth: Int,
        hasNull: Bool,
        using generator: inout SeededGenerator
    ) -> [(String, RandomDocument)] {
        var names: Set<String> = []
        return (0..<Int.random(in: 0...5, using: &generator)).compactMap { _ in
            let key = word(using: &generator)
            guard names.insert(key).inserted else { return nil }
            return (key, any(depth: depth, hasNull: hasNull, using: &generator))
        }
    }

    private static func word(using generator: inout SeededGenerator) -> String {
        func one() -> String { words.randomElement(using: &generator) ?? "" }
        return switch Int.random(in: 0..<10, using: &generator) {
        case 0: one() + one()
        case 1: one() + "\n" + one() + ["", "\n", "\n\n"].randomElement(using: &generator)!  // not empty
        case 2: String(repeating: one(), count: Int.random(in: 0...600, using: &generator))
        case 3: text(using: &generator)
        default: one()
        }
    }

    var value: DocumentValue {
        switch self {
        case .null: DocumentValue(content: .null, position: .start)
        case .bool(let value): .bool(value)
        case .number(let text): DocumentValue(content: .scalar(text, .literal), position: .start)
        case .text(let text): .text(text)
        case .list(let values): .list(values.map(\.value))
        case .mapping(let entries): .mapping(entries.map { ($0, $1.value) })
        }
    }
}

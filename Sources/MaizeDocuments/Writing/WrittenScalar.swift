/// A single value as every format has it, whatever it was read from.
enum WrittenScalar: Equatable {
    case text(String)
    case bool(Bool)
    /// A number with digits, in the form that all formats share.
    case number(String, isWhole: Bool)
    /// `.inf`, `-.inf`, `.nan`.
    case special(String)

    init(_ text: String, _ style: DocumentValue.Style) {
        self =
            switch style {
            case .text: .text(text)
            case .plain, .literal: WrittenScalar.word(text)
            }
    }

    /// What a word without quotes stands for; see `DocumentValue.json`.
    private static func word(_ word: String) -> WrittenScalar {
        switch word {
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        if let number = DocumentScalar.number(word) {
            if number.isNaN { return .special(".nan") }
            if word.utf8.contains(UInt8(ascii: "i")) || word.utf8.contains(UInt8(ascii: "I")) {
                return .special(number < 0 ? "-.inf" : ".inf")
            }
            if let parts = DecimalNumber(word) { return .number(parts.description, isWhole: parts.isWhole) }
        }
        if let number = DocumentScalar.wholeNumber(UInt64.self, word) { return .number("\(number)", isWhole: true) }
        return .text(word)
    }
}

/// The parts of a decimal number, all of its digits kept.
private struct DecimalNumber: CustomStringConvertible {
    private var sign = ""
    private var whole: Substring
    private var fraction: Substring?
    private var exponent: String?

    init?(_ word: String) {
        var rest = word[...]
        if rest.hasPrefix("-") { sign = "-" }
        if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
        whole = DecimalNumber.takeDigits(&rest)
        if rest.first == "." {
            rest.removeFirst()
            fraction = DecimalNumber.takeDigits(&rest)
        }
        guard !whole.isEmpty || fraction?.isEmpty == false else { return nil }
        if rest.first == "e" || rest.first == "E" {
            rest.removeFirst()
            let sign = rest.first == "-" ? "-" : "+"
            if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
            exponent = sign + DecimalNumber.takeDigits(&rest)
        }
        guard rest.isEmpty else { return nil }
    }

    private static func takeDigits(_ rest: inout Substring) -> Substring {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest[digits.endIndex...]
        return digits
    }

    var isWhole: Bool { fraction == nil && exponent == nil }

    /// With a digit before and behind the dot, a dot before an exponent, and the exponent's sign: so that each tool reads
    /// the number as one.
    var description: String {
        let significant = whole.drop { $0 == "0" }
        let start = sign + (significant.isEmpty ? "0" : significant)
        guard !isWhole else { return start }
        return start + "." + (fraction.flatMap { $0.isEmpty ? nil : $0 } ?? "0") + (exponent.map { "e" + $0 } ?? "")
    }
}

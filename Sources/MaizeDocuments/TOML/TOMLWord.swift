/// A value without quotes: a number, a date, a time, `true` or `false`.
enum TOMLWord {
    /// A word that is no value: what was expected.
    struct Problem: Error {
        let message: String
    }

    static func content(of word: String) throws(Problem) -> DocumentValue.Content {
        switch word {
        case "": throw Problem(message: "a value was expected; a text stands in quotes")
        case "true", "false": return .scalar(word, .literal)
        case "inf", "+inf": return .scalar(".inf", .literal)
        case "-inf": return .scalar("-.inf", .literal)
        case "nan", "+nan", "-nan": return .scalar(".nan", .literal)
        default: break
        }
        if TOMLDate.looksLikeOne(word) {
            guard TOMLDate.isSound(word) else {
                throw Problem(
                    message: "\(shown(word)) is no date or time; one is written 1979-05-27, 07:32:00 or"
                        + " 1979-05-27T07:32:00Z"
                )
            }
            return .scalar(word, .plain)
        }
        if let number = TOMLNumber.digits(of: word) {
            // The standard asks for 64 bits, and for an error beyond them instead of another number.
            let fits =
                number.isFloating || DocumentScalar.wholeNumber(Int64.self, number.text) != nil
                || DocumentScalar.wholeNumber(UInt64.self, number.text) != nil
            guard fits else { throw Problem(message: "\(shown(word)) is too large for a whole number") }
            return .scalar(number.text, .literal)
        }
        throw Problem(message: "\(shown(word)) is no value; \(advice(word))")
    }

    private static func shown(_ word: String) -> String {
        let start = word.prefix(40)
        return "'\(start)'" + (start.endIndex < word.endIndex ? "…" : "")
    }

    private static func advice(_ word: String) -> String {
        if ["true", "false"].contains(word.lowercased()) { return "true and false are written in lower case" }
        if ["null", "nil", "none"].contains(word.lowercased()) { return "for nothing, leave the key out" }
        guard let first = word.first(where: { $0 != "-" && $0 != "+" }), first.isNumber || first == "." else {
            return "a text stands in quotes"
        }
        return "a number is written like 10, 1_000, -0.5, 1e-3 or 0x1F, and a text stands in quotes"
    }
}

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
                    message: "this is no date or time; one is written 1979-05-27, 07:32:00 or"
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
            guard fits else { throw Problem(message: "this is too large for a whole number") }
            return .scalar(number.text, .literal)
        }
        throw Problem(message: advice(word))
    }

    /// What is said of the word; it may be a secret that lacks its quotes, so that it is not shown.
    private static func advice(_ word: String) -> String {
        let lower = word.utf8.count > 5 ? "" : word.lowercased()
        if ["true", "false"].contains(lower) {
            return "'\(word)' is no value; true and false are written in lower case"
        }
        if ["null", "nil", "none"].contains(lower) {
            return "'\(word)' is no value; for nothing, leave the key out"
        }
        guard let first = word.first(where: { $0 != "-" && $0 != "+" }), first.isNumber || first == "." else {
            return "a value was expected; a text stands in quotes"
        }
        return
            "a value was expected; a number is written like 10, 1_000, -0.5, 1e-3 or 0x1F, and a text stands in quotes"
    }
}

/// The options that every program has, which no mapped parameter may take.
package enum ReservedOptions {
    /// Their names; a test compares them with those that the parsers know.
    package static let names: Set<String> = [
        "check", "config", "config-template", "deadlock", "debug", "describe", "dry-run", "experimental-dump-help",
        "generate-completion-script",
        "grace", "help", "help-hidden", "json", "keep", "list", "log", "options", "outline", "package-configuration",
        "package-path", "package-product", "param",
        "parameters", "profile", "quiet", "scratch", "tag", "version", "widen",
    ]

    /// The short forms that some of them have.
    package static let shortNames: Set<String> = ["-c", "-d", "-h", "-l", "-o", "-q"]

    /// A name as an option has it: lower case, `-` for `_`, `-` between words.
    package static func normalised(_ name: String) -> String {
        var result = ""
        for character in name {
            if character == "_" || character == "." {
                result.append("-")
            } else if character.isUppercase {
                if let last = result.last, last != "-" { result.append("-") }
                result += character.lowercased()
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// Whether two names are one on a command line, where `--no-x` may be said of `x`.
    static func clash(_ one: String, _ other: String) -> Bool {
        let (one, other) = (normalised(one), normalised(other))
        return one == other || one == "no-" + other || other == "no-" + one
    }
}

internal import MaizeCore

/// The words of a command line, parted into those of certain options and the rest.
///
/// The parser of the rest never sees the options that are found here: a list of values would swallow what stands behind
/// it, and a value that begins with a dash would be taken for an option. What is not sound (no value, an unknown name)
/// stays in the rest, for the parser to refuse.
struct OptionWords {
    /// What each option was given, by its name.
    private(set) var given: [String: [String]] = [:]
    private(set) var rest: [String] = []

    private let options: [String: OptionSpecification]

    init(_ words: [String], options: [OptionSpecification]) {
        self.options = Dictionary(options.map { ($0.name, $0) }) { first, _ in first }
        var words = words[...]
        while let word = words.popFirst() {
            if word == "--" {
                rest.append(word)
                break
            }
            if !take(word, &words) { rest.append(OptionWords.withDashes(word)) }
        }
        rest += words
    }

    /// Takes an option and what belongs to it; false for any other word.
    private mutating func take(_ word: String, _ words: inout ArraySlice<String>) -> Bool {
        guard word.hasPrefix("--") else { return false }
        let end = word.firstIndex(of: "=") ?? word.endIndex
        let name = OptionWords.withDashes(String(word[..<end])).dropFirst(2)
        let attached = end == word.endIndex ? nil : String(word[word.index(after: end)...])
        if let option = options[String(name)] { return take(option, attached, &words) }
        guard name.hasPrefix("no-"), let option = options[String(name.dropFirst(3))], option.form == .flag,
            attached == nil
        else { return false }
        given[option.name] = ["false"]
        return true
    }

    private mutating func take(
        _ option: OptionSpecification,
        _ attached: String?,
        _ words: inout ArraySlice<String>
    ) -> Bool {
        switch option.form {
        case .flag: given[option.name] = [attached ?? "true"]
        case .one, .each:
            guard let value = attached ?? nextValue(&words) else { return false }
            given[option.name] = (option.form == .each ? given[option.name] ?? [] : []) + [value]
        case .several:
            var values = attached.map { [$0] } ?? []
            while attached == nil, let next = words.first, OptionWords.isElement(next) {
                values.append(next)
                words.removeFirst()
            }
            if values.isEmpty { return false }
            given[option.name, default: []] += values
        }
        return true
    }

    /// The next word, whatever it begins with, unless it is an option itself: then a value was forgotten.
    private func nextValue(_ words: inout ArraySlice<String>) -> String? {
        guard let next = words.first, !isOption(next) else { return nil }
        words.removeFirst()
        return next
    }

    private func isOption(_ word: String) -> Bool {
        if ReservedOptions.shortNames.contains(word) { return true }
        guard word.hasPrefix("--") else { return false }
        let name = OptionWords.withDashes(word).dropFirst(2).prefix { $0 != "=" }
        let positive = name.hasPrefix("no-") ? name.dropFirst(3) : name
        return word == "--" || ReservedOptions.names.contains(String(name)) || options[String(name)] != nil
            || options[String(positive)]?.form == .flag
    }

    /// Whether a word is one more value of a list: those that begin with a dash are numbers, or options.
    private static func isElement(_ word: String) -> Bool {
        guard word.hasPrefix("-"), word.count > 1 else { return true }
        return word.dropFirst().first.map { $0.isASCII && $0.isNumber || $0 == "." } ?? false
    }

    /// Options may be written with `_` for `-`, as the parameter is in files.
    private static func withDashes(_ word: String) -> String {
        guard word.hasPrefix("--"), word.count > 2 else { return word }
        let end = word.firstIndex(of: "=") ?? word.endIndex
        return word[..<end].map { $0 == "_" ? "-" : String($0) }.joined() + word[end...]
    }
}

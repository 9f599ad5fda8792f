internal import MaizeDocuments
internal import MaizeSystem

/// The words of a command line, behind the verb, while nobody knows yet which of them are secret: only a program that is
/// still to be built can tell.
///
/// Until then nothing that may be a value is shown to others on the machine, nor to what is started meanwhile.
package struct PrivateWords: Sendable, Equatable {
    let words: [String]

    package init(_ words: some Sequence<String>) { self.words = Array(words) }

    /// The variables of the environment that hold secrets, if anything does: the words name them as `env:NAME`.
    var variables: [String] {
        words.compactMap { word in
            let value = word.hasPrefix("env:") ? word[...] : word.split(separator: "=", maxSplits: 1).last ?? ""
            return value.hasPrefix("env:") && value.utf8.count > 4 ? String(value.dropFirst(4)) : nil
        }
    }

    /// The words as others may see them: names of options, and of files that are there; stars for the rest.
    package func visible(isFile: (String) -> Bool = Executable.exists) -> [String] {
        parts(isFile).map { $0.shown + String(repeating: "*", count: $0.hidden.utf8.count) }
    }

    /// For each word what may be seen of it, and what follows.
    private func parts(_ isFile: (String) -> Bool) -> [(shown: Substring, hidden: Substring)] {
        var mayBeValue = false
        return words.map { word in
            if !mayBeValue, word.hasPrefix("--") || CommonOptions.isFlag(word) {
                let end = word.firstIndex(of: "=").map(word.index(after:)) ?? word.endIndex
                mayBeValue = !word.contains("=") && !CommonOptions.isFlag(word)
                return (word[..<end], word[end...])
            }
            mayBeValue = false
            // A password may be called like a file, but hardly like a path.
            let isPath = word.contains("/") || DocumentFormat(path: word) != nil || word == "."
            return isPath && isFile(word) ? (word[...], "") : ("", word[...])
        }
    }

    /// Lets this process show no more of its words than that, nor the values of the variables.
    package func conceal() {
        for part in parts(Executable.exists) { OwnProcess.overwriteArgument(String(part.hidden)) }
        for (name, value) in values {
            OwnProcess.eraseEnvironment(name)
            OwnProcess.setEnvironment(name, value)  // where only this process finds it
        }
    }

    /// The environment of this process for programs that are not to have the secrets.
    package var environment: [String] {
        let names = variables
        return OwnProcess.environment().filter { word in !names.contains { word.hasPrefix($0 + "=") } }
    }

    /// What the variables hold.
    var values: [String: String] {
        Dictionary(variables.compactMap { name in OwnProcess.environment(name).map { (name, $0) } }) { first, _ in first
        }
    }
}

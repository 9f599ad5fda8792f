internal import ArgumentParser
internal import MaizeCommands

/// Finds the workflow among the words of a command line whose options are not known yet: they are the workflow's.
enum FlowOperand {
    /// The place of the word that names the workflow.
    ///
    /// It is the first word that is no option and cannot be the value of one. Where every such word follows an option
    /// that is not known, the first one that looks like a file of a workflow is taken.
    static func place(in words: [String]) -> Int? {
        let candidates = words.indices.filter { place in
            !words[place].hasPrefix("-") && !(place > 0 && CommonOptions.takesValue(words[place - 1]))
        }
        let alone = candidates.first { place in
            guard place > 0, words[place - 1].hasPrefix("-") else { return true }
            // An option with its value behind `=`, or without one.
            return words[place - 1].contains("=") || CommonOptions.isFlag(words[place - 1])
        }
        return alone ?? candidates.first { hasSuffixOfWorkflow(words[$0]) }
    }

    private static func hasSuffixOfWorkflow(_ word: String) -> Bool {
        [".yaml", ".yml", ".json"].contains { word.lowercased().hasSuffix($0) }
    }
}

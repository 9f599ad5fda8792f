internal import ArgumentParser
internal import MaizeCommands
internal import MaizeDocuments
internal import MaizeSystem

/// Finds the workflow among the words of a command line whose options are not known yet: they are the workflow's.
enum FlowOperand {
    /// The place of the word that names the workflow.
    ///
    /// It is the first word that is no option and cannot be the value of one; where there are several, as behind an option
    /// that takes a list, the first of them that looks like a workflow. Where every such word follows an option that is not
    /// known, the first one that looks like the file of a workflow is taken. Behind `--` there are no options any more.
    static func place(in words: [String]) -> Int? {
        let end = words.firstIndex(of: "--") ?? words.endIndex
        if end + 1 < words.endIndex { return end + 1 }
        let candidates = words.indices.filter { place in
            !words[place].hasPrefix("-") && !(place > 0 && CommonOptions.takesValue(words[place - 1]))
        }
        let alone = candidates.filter { place in
            guard place > 0, words[place - 1].hasPrefix("-") else { return true }
            // An option with its value behind `=`, or without one.
            return words[place - 1].contains("=") || CommonOptions.isFlag(words[place - 1])
        }
        // The common order, with options behind the workflow.
        if alone.first == 0 { return 0 }
        return alone.first { isWorkflowFile(words[$0]) } ?? alone.first { Executable.exists(words[$0]) }
            ?? alone.first
            ?? candidates.first { isWorkflowFile(words[$0]) }
    }

    private static func isWorkflowFile(_ word: String) -> Bool { DocumentFormat(path: word) != nil }
}

package import MaizeCore
internal import MaizeDocuments

extension Interface {
    /// Gives the value that words of a command line stand for, of a secret one by way of what the words name.
    ///
    /// - Returns: Where secrets came from, to be erased once all of them are read.
    /// - Throws: `WorkflowError` for words that are no such value.
    package func setOption(_ words: [String]) throws(WorkflowError) -> [SecretWord] {
        guard (self as? AnyParameter)?.isSecret == true else {
            try setWords(words)
            return []
        }
        let sources = words.map(SecretWord.init)
        var texts: [String] = []
        for source in sources { texts.append(try source.text()) }
        try setWords(texts)
        return sources
    }
}

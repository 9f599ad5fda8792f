package import MaizeCore
internal import MaizeDocuments

extension Interface {
    /// Gives the value that words of a command line stand for, of a secret one by way of what the words name.
    ///
    /// - Parameters:
    ///   - words: The words.
    ///   - secrets: Takes where secrets come from, to be erased once all of them are read: also those that are refused.
    /// - Throws: `WorkflowError` for words that are no such value.
    package func setOption(_ words: [String], noting secrets: inout [SecretWord]) throws(WorkflowError) {
        guard (self as? AnyParameter)?.isSecret == true else { return try setWords(words) }
        let sources = words.map(SecretWord.init)
        secrets += sources
        var texts: [String] = []
        for source in sources { texts.append(try source.text()) }
        try setWords(texts)
    }
}

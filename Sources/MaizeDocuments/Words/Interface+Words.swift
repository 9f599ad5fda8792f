package import MaizeCore

extension Interface {
    /// The type of the values that a parameter or a single input takes.
    package var acceptedType: ItemType? { (self as? AnyParameter)?.valueType ?? (self as? InputPort)?.itemType }

    /// Gives a parameter, or an input without a channel, the value that words of a command line stand for.
    ///
    /// - Throws: `WorkflowError` that says what was expected; the value of a secret one is not in it.
    package func setWords(_ words: [String]) throws(WorkflowError) {
        guard let type = acceptedType else { throw WorkflowError(.usage, "'\(location)' takes no value") }
        let isSecret = (self as? AnyParameter)?.isSecret ?? false
        let value: DocumentValue
        do {
            value = try WordReader.value(words, as: type)
        } catch {
            guard isSecret else { throw WorkflowError(.value, error.message) }
            throw WorkflowError(
                .value,
                "\(ParameterText.typeDescription(of: type)) is expected; the value is secret and not shown"
            )
        }
        do {
            try setValue(value, folder: nil)
        } catch {
            throw WorkflowError(.value, isSecret ? error.message : error.message(about: words, as: type))
        }
    }
}

extension ValueError {
    /// The message with the word that it is about in quotes.
    fileprivate func message(about words: [String], as type: ItemType) -> String {
        guard let mismatch else { return message }
        guard case .scalar(let text, .plain) = mismatch.found.content else {
            let word = words.indices.contains(position.line - 1) ? words[position.line - 1] : ""
            return message + (word.isEmpty ? "" : " in \(word.debugDescription)")
        }
        let wantsWords = WordShape(type).takesSeveralWords && mismatch.hint.isEmpty && text.contains(",")
        let advice = wantsWords ? "; write a word for each, with blanks between" : ""
        return "\(mismatch.expected) is expected, not \(text.debugDescription)\(mismatch.hint)\(advice)"
    }
}

package import MaizeCore

extension Interface {
    /// Gives a parameter, or an input without a channel, a value of a file whose folder is `folder`; null too, which only an
    /// optional takes.
    ///
    /// - Parameters:
    ///   - value: What stands there.
    ///   - folder: What relative paths in the value mean, absolute itself; nil leaves them as they are.
    /// - Throws: `ValueError` for a value of another type, and for one that breaks a rule.
    package func setValue(_ value: DocumentValue, folder: String?) throws(ValueError) {
        let isSecret = (self as? AnyParameter)?.isSecret ?? false
        do {
            let source = DocumentDecoder(value)
            try (self as? AnyParameter)?.setValue(from: source)
            try (self as? InputPort)?.setValue(from: source)
            if let folder { makePathsAbsolute(from: folder) }
        } catch {
            // What a rule says of a secret value does not show it.
            if isSecret, !(error is WorkflowError) { throw ValueError(secret: error, at: value.position) }
            throw error as? ValueError ?? ValueError(value.position, "\(error)")
        }
    }
}

extension ValueError {
    /// What can be said of a secret value that was refused.
    fileprivate init(secret error: any Error, at position: Position) {
        let error = error as? ValueError
        let expected = error?.mismatch?.expected ?? "a value of another type"
        self.init(error?.position ?? position, "\(expected) is expected; the value is secret and not shown")
    }
}

internal import MaizeCore
internal import MaizeDocuments
internal import MaizeSystem

/// Where a secret comes from: everybody on the machine sees the words of a command line, as long as they stand there.
package enum SecretWord {
    /// A file that holds it: `@FILE`.
    case file(String)
    /// A variable of the environment: `env:NAME`.
    case variable(String)
    /// The word itself.
    case plain(String)

    init(_ word: String) {
        if word.hasPrefix("@") {
            self = .file(String(word.dropFirst()))
        } else if word.hasPrefix("env:") {
            self = .variable(String(word.dropFirst(4)))
        } else {
            self = .plain(word)
        }
    }

    var isVariable: Bool { if case .variable = self { true } else { false } }

    /// The secret.
    ///
    /// - Throws: `WorkflowError` where there is none.
    func text() throws(WorkflowError) -> String {
        switch self {
        case .plain(let word): return word
        case .variable(let name):
            if let value = OwnProcess.environment(name) { return value }
            throw WorkflowError(.value, "there is no variable '\(name)' in the environment; set it, or use @FILE")
        case .file(let path):
            do {
                let text = String(decoding: try SourceText(path: path).bytes, as: UTF8.self)
                // Editors end the last line of a file.
                return text.hasSuffix("\r\n")
                    ? String(text.dropLast()) : text.hasSuffix("\n") ? String(text.dropLast()) : text
            } catch {
                let reason = (error as? SystemError)?.reason ?? (error as? DocumentError)?.message ?? "\(error)"
                throw WorkflowError(.value, "the file '\(path)' of the secret cannot be read: \(reason)")
            }
        }
    }

    /// Removes what other processes could read of it: the word among the process's arguments, the variable from the
    /// environment, which the nodes would inherit.
    package func erase() {
        switch self {
        case .plain(let word): OwnProcess.overwriteArgument(word)
        case .variable(let name): OwnProcess.eraseEnvironment(name)
        case .file: break
        }
    }
}

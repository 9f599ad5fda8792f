/// Takes secret values out of what a run says: a node that prints its password, or throws an error with it, does not
/// bring it into a log.
package struct SecretMask: Sendable {
    /// What stands in the place of a secret.
    package static let cover = "(secret)"
    /// Texts that are shorter stand in too much that has nothing to do with them.
    private static let shortest = 4

    /// What is looked for, longest first: one may be a part of another.
    package let texts: [String]

    package init(_ texts: [String]) {
        // What is printed comes line by line.
        let parts = texts.flatMap { [$0] + $0.split(whereSeparator: \.isNewline).map(String.init) }
        self.texts = Set(parts).filter { $0.utf8.count >= SecretMask.shortest }.sorted {
            ($0.utf8.count, $0) > ($1.utf8.count, $1)
        }
    }

    package init(_ workflow: Workflow) { self.init(workflow.secretTexts) }

    package func masked(_ text: String) -> String {
        texts.reduce(text) { $0.contains($1) ? $0.replacing($1, with: SecretMask.cover) : $0 }
    }
}

extension Diagnostic {
    func masked(by mask: SecretMask) -> Diagnostic {
        var finding = self
        finding.message = mask.masked(message)
        return finding
    }
}

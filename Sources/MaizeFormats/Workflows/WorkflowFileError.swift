public import MaizeDocuments

/// A workflow file that cannot be used: everything that is wrong with it.
///
///     do {
///         try Workflow(contentsOf: "flow.yaml").execute()
///     } catch let error as WorkflowFileError {
///         print(error)  // flow.yaml:3:7: error: …
///     }
public struct WorkflowFileError: Error, Sendable, CustomStringConvertible {
    /// The findings in the order of their places, warnings among them.
    public let diagnostics: [FileDiagnostic]
    /// The names of types of nodes that do not exist here.
    package var unknownTypes: [String] = []

    /// The findings, a line each; of thousands of them, the first thousand.
    public var description: String {
        let most = 1000
        let lines = diagnostics.prefix(most).map(\.description)
        let rest = diagnostics.count - lines.count
        let end = rest > 0 ? ["\(diagnostics[0].file): error: and \(rest) more; mend these first"] : []
        return (lines + end).joined(separator: "\n")
    }
}

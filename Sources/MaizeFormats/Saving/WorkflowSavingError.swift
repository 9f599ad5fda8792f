/// A workflow that no file can hold: everything that stands in the way.
///
///     do {
///         try flow.write(to: "flow.yaml")
///     } catch let error as WorkflowSavingError {
///         for problem in error.problems { print(problem) }
///     }
public struct WorkflowSavingError: Error, Sendable, CustomStringConvertible {
    /// What cannot be written, each with its place in the graph.
    public let problems: [String]

    /// The problems, a line each.
    public var description: String {
        problems.map { "error: the workflow cannot be written as a file: \($0)" }.joined(separator: "\n")
    }
}

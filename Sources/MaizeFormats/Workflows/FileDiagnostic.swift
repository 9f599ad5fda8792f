public import MaizeCore

/// One finding in a workflow file.
public struct FileDiagnostic: Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public var severity: Diagnostic.Severity
    /// The file, as it was named by whoever wanted it read.
    public var file: String
    /// The line, counted from 1; 0 where the finding is about the file as a whole.
    public var line: Int
    /// The column in Unicode scalars, counted from 1.
    public var column: Int
    /// What is wrong, and what to do next.
    public var message: String

    init(_ severity: Diagnostic.Severity, file: String, at position: Position?, _ message: String) {
        self.severity = severity
        self.file = file
        line = position?.line ?? 0
        column = position?.column ?? 0
        self.message = message
    }

    /// The finding on one line: `flow.yaml:3:7: error: …`.
    public var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return "\(place): \(severity.rawValue): \(message)"
    }
}

/// A workflow file that cannot be used: everything that is wrong with it.
public struct WorkflowFileError: Error, Sendable, CustomStringConvertible {
    /// The findings in the order of their places, warnings among them.
    public let diagnostics: [FileDiagnostic]

    /// The findings, a line each.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// What is found while one file is read.
struct FindingList {
    let file: String
    private(set) var diagnostics: [FileDiagnostic] = []

    init(file: String) {
        self.file = file
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    mutating func error(_ position: Position?, _ message: String) {
        diagnostics.append(FileDiagnostic(.error, file: file, at: position, message))
    }

    mutating func warning(_ position: Position?, _ message: String) {
        diagnostics.append(FileDiagnostic(.warning, file: file, at: position, message))
    }

    /// The findings by place.
    var sorted: [FileDiagnostic] { diagnostics.sorted { ($0.line, $0.column) < ($1.line, $1.column) } }
}

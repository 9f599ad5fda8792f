package import MaizeCore
package import MaizeDocuments

/// A finding of a check: a line for people, and one of JSON whose fields are part of the command's interface
/// (`docs/cli.md`).
package struct CheckFinding: Encodable, CustomStringConvertible {
    package let severity: Diagnostic.Severity
    /// The workflow file; none in a program.
    private var file: String?
    private var line: Int?
    private var column: Int?
    private let path: String
    private let interface: String?
    private let message: String
    private let notes: [String]
    /// The finding on one line, and its notes on more of them.
    package let description: String

    private enum CodingKeys: String, CodingKey { case severity, file, line, column, path, interface, message, notes }

    /// A finding about a workflow that was built by a program.
    package init(_ finding: Diagnostic) {
        severity = finding.severity
        path = finding.path
        interface = finding.interface
        message = finding.message
        notes = finding.notes
        description = finding.description
    }

    /// A finding about a workflow file.
    package init(_ finding: FileDiagnostic) {
        severity = finding.severity
        file = finding.file
        if finding.line > 0 { (line, column) = (finding.line, finding.column) }
        path = finding.path
        interface = finding.interface
        message = finding.message
        notes = finding.notes
        description = finding.description
    }

    /// An error that is about no place.
    package init(error: any Error) { self.init(Diagnostic(.error, path: "", "\(error)")) }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(severity.rawValue, forKey: .severity)
        try fields.encodeIfPresent(file, forKey: .file)
        try fields.encodeIfPresent(line, forKey: .line)
        try fields.encodeIfPresent(column, forKey: .column)
        if !path.isEmpty { try fields.encode(path, forKey: .path) }
        try fields.encodeIfPresent(interface, forKey: .interface)
        try fields.encode(message, forKey: .message)
        if !notes.isEmpty { try fields.encode(notes, forKey: .notes) }
    }
}

public import MaizeCore

/// One finding in a workflow file.
///
///     do {
///         try Workflow(contentsOf: "flow.yaml").execute()
///     } catch let error as WorkflowFileError {
///         for finding in error.diagnostics where finding.severity == .error {
///             print("line \(finding.line): \(finding.message)")
///         }
///     }
public struct FileDiagnostic: Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public var severity: Diagnostic.Severity
    /// The file, as it was named by whoever wanted it read.
    public var file: String
    /// The line, counted from 1; 0 where the finding is about the file as a whole.
    public var line: Int
    /// The column in Unicode scalars, counted from 1.
    public var column: Int
    /// The component that the finding is about; empty where it is about the file.
    public var path = ""
    /// The port or parameter, where the finding is about one.
    public var interface: String?
    /// What is wrong, and what to do next.
    public var message: String
    /// What follows the message, a line each: such as what is to be added to a file.
    public var notes: [String] = []

    package init(_ severity: Diagnostic.Severity, file: String, at position: Position?, _ message: String) {
        self.severity = severity
        self.file = file
        line = position?.line ?? 0
        column = position?.column ?? 0
        self.message = FileDiagnostic.line(of: message)
    }

    /// A finding of the check, at its place in the file.
    package init(_ finding: Diagnostic, file: String, at position: Position?) {
        self.init(finding.severity, file: file, at: position, finding.message)
        path = finding.path
        interface = finding.interface
        notes = finding.notes.map(FileDiagnostic.line)
    }

    /// A message on one line of bearable length: what a file says in it is a stranger's.
    private static func line(of message: String) -> String {
        // The usual one is plain: a file may have thousands of mistakes.
        if message.utf8.count <= longest, message.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return message }
        var line = ""
        for scalar in message.unicodeScalars.prefix(longest) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: line += scalar.escaped(asASCII: true)
            default: line.unicodeScalars.append(scalar)
            }
        }
        return message.unicodeScalars.dropFirst(longest).isEmpty ? line : line + "…"
    }

    /// The longest message, in Unicode scalars.
    private static let longest = 1000

    /// The finding on one line: `flow.yaml:3:7: error: …`; its notes, if any, on more of them.
    public var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        let what = path + (interface.map { path.isEmpty ? $0 : ".\($0)" } ?? "")
        let line = "\(place): \(severity.rawValue): \(what.isEmpty ? "" : "\(what): ")\(message)"
        return ([line] + notes).joined(separator: "\n    ")
    }
}

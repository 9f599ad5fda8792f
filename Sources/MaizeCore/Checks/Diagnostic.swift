/// One finding of a check.
///
///     for finding in flow.check() { print(finding) }  // error: filter.inp: …
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// How bad a finding is.
    ///
    ///     let canRun = !flow.check().contains { $0.severity == .error }
    public enum Severity: String, Hashable, Sendable {
        /// The workflow cannot run.
        case error
        /// The workflow can run, but probably not as wanted.
        case warning
    }

    /// How bad it is.
    public var severity: Severity
    /// The component; empty for the workflow itself.
    public var path: String
    /// The port or parameter, where the finding is about one.
    public var interface: String?
    /// What is wrong, and what to do next.
    public var message: String
    /// What follows the message, a line each: such as what is to be added to a file.
    public var notes: [String] = []

    /// Makes a finding.
    public init(_ severity: Severity, path: String, interface: String? = nil, _ message: String) {
        self.severity = severity
        self.path = path
        self.interface = interface
        self.message = message
    }

    /// The finding on one line: `error: sg/a.inp: …`; its notes, if any, on more of them.
    public var description: String {
        var place = path
        if let interface { place += place.isEmpty ? interface : ".\(interface)" }
        let line = place.isEmpty ? "\(severity.rawValue): \(message)" : "\(severity.rawValue): \(place): \(message)"
        return ([line] + notes).joined(separator: "\n    ")
    }
}

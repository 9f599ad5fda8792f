/// An error as it crosses a process boundary and is kept in records.
///
///     let outcome = try flow.execute()["download"]?.outcome
///     if case .tolerated(let error) = outcome { print("\(error.kind): \(error.message)") }
public struct ErrorRecord: Codable, Sendable, Hashable {
    /// The error's type, `launch` where a node could not start, or `signal` or `exit` where a process ended
    /// without one.
    public var kind: String
    /// What happened, in the error's own words.
    public var message: String
    /// For a crash: the first frame in the user's code, `function at file:line`.
    public var location: String?
    /// The last lines that the node itself printed, oldest first.
    public var lastLines: [String]

    /// The kind of an error that kept a node from starting.
    package static let launchKind = "launch"

    /// Makes a record.
    public init(kind: String, message: String, location: String? = nil, lastLines: [String] = []) {
        self.kind = kind
        self.message = message
        self.location = location
        self.lastLines = lastLines
    }

    /// Records a thrown error.
    public init(_ error: any Error) {
        self.init(kind: String(describing: type(of: error)), message: "\(error)")
    }
}

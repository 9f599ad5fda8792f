public import MaizeCore

/// A run that did not complete.
///
///     do {
///         try flow.execute()
///     } catch let error as RunError {
///         print(error)  // what a terminal shows, root cause first
///         print("it began with \(error.summary?.firstFailure ?? "no node")")
///     }
public struct RunError: Error, CustomStringConvertible, Sendable {
    /// Why not; more reasons may come.
    ///
    ///     do {
    ///         try flow.execute()
    ///     } catch let error as RunError where error.code == .invalid {
    ///         for finding in error.diagnostics { print(finding) }
    ///     }
    public struct Code: Hashable, Sendable {
        package let exitCode: Int32

        /// A node failed.
        public static let nodeFailed = Code(exitCode: 1)
        /// The workflow or a value is invalid; nothing was started.
        public static let invalid = Code(exitCode: 2)
        /// A set of nodes could never move again.
        public static let deadlock = Code(exitCode: 3)
        /// The machine does not give what the run needs.
        public static let machine = Code(exitCode: 4)
        /// A signal ended the run.
        public static let cancelled = Code(exitCode: 130)
    }

    /// Why the run did not complete.
    public let code: Code
    /// What happened, root cause first; at most twelve lines.
    public let message: String
    /// What came of the run; nil when nothing was started.
    public let summary: RunSummary?
    /// What a check found, for `invalid`.
    public let diagnostics: [Diagnostic]
    /// Whether the message is on the screen already.
    package let wasReported: Bool

    package init(
        _ code: Code,
        _ message: String,
        summary: RunSummary? = nil,
        diagnostics: [Diagnostic] = [],
        wasReported: Bool = false
    ) {
        self.code = code
        self.message = message
        self.summary = summary
        self.diagnostics = diagnostics
        self.wasReported = wasReported
    }

    /// The message.
    public var description: String { message }

    /// The exit status that a program ends with.
    public var exitCode: Int32 { summary?.exitCode ?? code.exitCode }
}

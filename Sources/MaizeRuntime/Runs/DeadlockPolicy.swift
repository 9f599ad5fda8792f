/// What a run does about nodes that wait for each other and can never go on.
///
/// Full channels between them are widened first, as far as `RunOptions.wideningLimit` allows.
///
///     var options = RunOptions()
///     options.deadlock = .report
///     try flow.execute(options)
public enum DeadlockPolicy: String, Sendable, Hashable, CaseIterable {
    /// The run ends with exit status 3, whatever else runs.
    case end
    /// The deadlock is told at once, and the run goes on until only nodes in deadlocks are left; then it ends with
    /// exit status 3.
    case report
}

public import MaizeWire

/// How a workflow is executed.
///
///     var options = RunOptions()
///     options.logFile = "run.log"
///     options.level = .debug
///     options.grace = 10
///     try flow.execute(options)
public struct RunOptions: Sendable {
    /// The folder below which the run's own folder is made; where nil the workflow's, else `$TMPDIR`, else `/tmp`.
    public var scratch: String?
    /// Whether the run's folder stays after a run that completed.
    public var keepsScratch = false
    /// A file that log lines are appended to, instead of standard error.
    public var logFile: String?
    /// The least level of log records, over what the workflow says.
    public var level: LogLevel?
    /// Seconds from the notice of a shutdown until processes that still run are signalled.
    public var grace = 1.5
    /// What is done about nodes that can never go on.
    public var deadlock = DeadlockPolicy.end
    /// Items by which all channels of the run together may be widened in a deadlock; 0 reports it at once.
    public var wideningLimit = 1 << 20
    /// What is shown of the nodes while the run goes on, on standard error or in the log file.
    public var view = RunView.none
    /// Whether a run that did not complete ends with the table of its nodes, even without a view.
    package var summarisesFailures = false
    /// Told of every change, on the thread that executes.
    public var observer: (@Sendable (RunEvent) -> Void)?
    /// A descriptor that gives one byte a signal; what it tells ends the run.
    package var signalEvents: Int32?

    /// The default options.
    public init() {}
}

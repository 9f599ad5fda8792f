/// What a run shows of itself while it goes on, and whether a summary ends it.
///
///     var options = RunOptions()
///     options.view = .automatic
///     try flow.execute(options)
public enum RunView: Sendable, CaseIterable {
    /// Nothing but the log.
    case none
    /// A line of the log for each change: a node starts, ends, or waits for long. A table sums up at the end.
    case lines
    /// A table of all nodes below the log, drawn again as things change, where the log goes to a terminal; else lines.
    case table
    /// The table on a terminal that can draw it, lines elsewhere: in a file, in a pipe, with `TERM=dumb`.
    case automatic
}

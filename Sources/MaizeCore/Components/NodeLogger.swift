public import MaizeWire

/// Writes a node's records to the run's log, from any thread.
///
///     @Parameter var seed = 1
///
///     override func run() throws {
///         logger.info("starting with seed \(seed)")
///         guard seed > 0 else { return logger.warning("a seed of 0 gives the same numbers every time") }
///     }
public struct NodeLogger: Sendable {
    /// Nil outside of a run.
    let sink: (any RecordSink)?

    /// Writes a record if its level is enabled.
    public func log(_ level: LogLevel, _ message: @autoclosure () -> String) {
        guard let sink, level >= sink.level else { return }
        sink.write(level, message())
    }

    /// For whoever looks for a fault.
    public func debug(_ message: @autoclosure () -> String) { log(.debug, message()) }
    /// The course of things.
    public func info(_ message: @autoclosure () -> String) { log(.info, message()) }
    /// Something that may be wrong.
    public func warning(_ message: @autoclosure () -> String) { log(.warning, message()) }
    /// Something that is wrong.
    public func error(_ message: @autoclosure () -> String) { log(.error, message()) }
    /// Something that ends the run.
    public func critical(_ message: @autoclosure () -> String) { log(.critical, message()) }
}

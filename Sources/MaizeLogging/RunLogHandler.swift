internal import MaizeCore
internal import MaizeWire
public import Logging

/// Where records of swift-log go in a node: to the run's log, under the node's path.
///
/// A program that links `MaizeLogging` has nothing more to do: each node's process is bootstrapped with this handler
/// before the node's instance is made, so libraries that the node uses are heard.
///
///     import Logging
///
///     struct Solver {
///         let log = Logger(label: "solver")
///
///         func solve(_ size: Int) { log.info("solving", metadata: ["size": "\(size)"]) }
///     }
///
/// A record is its logger's label, the message and the metadata: `solver: solving [size=12]`. Where the node's level is
/// `debug` the place in the source follows.
public struct RunLogHandler: LogHandler {
    private let label: String
    /// The node in whose process or code the logger was made: threads that belong to no node speak for it.
    private let home: (any RecordSink)?
    /// Holds the metadata, and writes what is logged outside of a run.
    private var outside: StreamLogHandler
    private var ownLevel: Logger.Level?

    /// Makes the handler of a logger, as a factory for `LoggingSystem.bootstrap` needs it.
    public init(label: String, metadataProvider: Logger.MetadataProvider? = LoggingSystem.metadataProvider) {
        self.label = label
        home = CurrentNode.records
        outside = StreamLogHandler.standardError(label: label, metadataProvider: metadataProvider)
    }

    /// Asked for each record, also for one that is not written: no lock is taken.
    private var records: (any RecordSink)? { CurrentNode.recordsOfTask ?? home }

    /// The level that was set on this logger, else the node's.
    public var logLevel: Logger.Level {
        get { ownLevel ?? records.map { $0.level.leastLoggerLevel } ?? outside.logLevel }
        set {
            ownLevel = newValue
            outside.logLevel = newValue
        }
    }

    /// What is added to each record of this logger.
    public var metadata: Logger.Metadata {
        get { outside.metadata }
        set { outside.metadata = newValue }
    }

    /// What adds to each record where it is logged, a trace's number for instance.
    public var metadataProvider: Logger.MetadataProvider? {
        get { outside.metadataProvider }
        set { outside.metadataProvider = newValue }
    }

    /// One value of the logger's metadata.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { outside[metadataKey: key] }
        set { outside[metadataKey: key] = newValue }
    }

    /// Writes one record.
    public func log(event: LogEvent) {
        guard let records else { return outside.log(event: event) }
        let text = RecordText(
            label: label,
            message: event.message.description,
            metadata: RecordText.merged(metadata, metadataProvider?.get(), event.metadata, error: event.error),
            place: records.level == .debug ? "\(event.file):\(event.line)" : nil
        )
        records.write(event.level.ofRun, text.description)
    }
}

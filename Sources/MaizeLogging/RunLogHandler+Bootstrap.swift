internal import Logging

extension RunLogHandler {
    /// Lets all loggers of this process that are made from now on write to the run's log.
    ///
    /// In a node's process this has happened already. A test that runs nodes in memory calls it first, if it wants to
    /// see the records of libraries in `InMemoryResult.log`; outside of a run they go to standard error as ever. Further
    /// calls do nothing; whoever bootstraps swift-log in another way must not call this.
    ///
    ///     RunLogHandler.bootstrap()
    ///     let result = try InMemoryRun(flow).execute()
    public static func bootstrap() { once }

    private static let once: Void = LoggingSystem.bootstrap(
        { label, provider in RunLogHandler(label: label, metadataProvider: provider) },
        metadataProvider: nil
    )
}

/// Called in a node's process before the node's instance is made: CMaizeSystem finds it by its name, if it is linked.
@c(maize_logging_bootstrap)
public func maizeLoggingBootstrap() { RunLogHandler.bootstrap() }

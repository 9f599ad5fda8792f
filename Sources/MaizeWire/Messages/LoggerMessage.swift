/// All that the logger process is told when it starts.
package struct LoggerLaunch: Codable, Sendable {
    /// The pipe that a node's standard output and error go through.
    package struct NodeOutput: Codable, Sendable {
        package var path: String
        package var descriptor: Int32
        package var level: LogLevel

        package init(path: String, descriptor: Int32, level: LogLevel) {
            self.path = path
            self.descriptor = descriptor
            self.level = level
        }
    }

    package var run: String
    package var outputs: [NodeOutput]
    /// The pipe that all processes of the run write records to.
    package var records: Int32
    /// Its end means that the coordinator is gone.
    package var control: Int32
    /// Where lines are written.
    package var sink: Int32
    package var usesColour: Bool
    /// The folder that is removed when the coordinator was killed; nil keeps it.
    package var scratch: String?
    /// What must not be in anything that is written.
    package var secrets: [String]

    package init(
        run: String,
        outputs: [NodeOutput],
        records: Int32,
        control: Int32,
        sink: Int32,
        usesColour: Bool,
        scratch: String?,
        secrets: [String] = []
    ) {
        self.run = run
        self.outputs = outputs
        self.records = records
        self.control = control
        self.sink = sink
        self.usesColour = usesColour
        self.scratch = scratch
        self.secrets = secrets
    }
}

/// What the coordinator tells the logger.
package enum LoggerRequest: Codable, Sendable {
    /// Something that the coordinator itself has to say.
    case record(LogRecord)
    /// Show these lines below the log until others come; none takes the table away.
    case table([String])
    /// Everybody is gone: read what is left, then tell the last words of these nodes.
    case finish(lastWordsOf: [String])
    /// Write these lines after everything else, then exit.
    case report([String])
}

/// What the logger tells the coordinator.
package enum LoggerReply: Codable, Sendable {
    /// It runs, and is the only writer from now on.
    case hello
    /// Everything was written; here is what the nodes that were asked for said last.
    case lastWords([String: LastWords])
}

/// What a node printed last, and what the run-time said of its crash.
package struct LastWords: Codable, Sendable, Hashable {
    /// The node's own last lines, oldest first.
    package var lines: [String] = []
    /// The run-time's message, such as `Fatal error: Index out of range`.
    package var crashMessage: String?
    /// The first frame in the user's code.
    package var crashLocation: String?

    package init() {}
}

internal import MaizeRuntime
internal import MaizeWire

/// The last line of a run's events: what came of it, with the values that its `Return` nodes brought.
struct SummaryLine: Encodable {
    let event = "summary"
    let sequence: Int
    let time: Double
    let workflow: String
    let status: RunStatus
    let exitCode: Int32
    /// Why there was no run, or what ended it.
    var message: String?
    var nodes: [Node] = []
    var undelivered: [Undelivered] = []
    var widened: [Widened] = []
    var deadlock: [DeadlockWait] = []
    var notices: [String] = []
    var signal: Int32?
    var firstFailure: String?
    var duration = 0.0
    var scratch: String?
    var keptFiles: [KeptFiles]?
    /// By the path of the node.
    var results: [String: [ResultValue]] = [:]

    struct Node: Encodable {
        let record: RunSummary.NodeRecord

        private enum Key: String, CodingKey { case node, received, sent, duration }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encode(record.path, forKey: .node)
            try fields.encode(record.received, forKey: .received)
            try fields.encode(record.sent, forKey: .sent)
            try fields.encode(record.duration, forKey: .duration)
            try OutcomeFields(record.outcome).encode(to: encoder)
        }
    }

    struct Undelivered: Encodable {
        let channel: String
        let items: Int
    }

    struct KeptFiles: Encodable {
        let channel: String
        let items: Int
        let folder: String
    }

    struct Widened: Encodable {
        let channel: String
        let capacity: Int
    }

    /// Makes the line of a run that was started, or of one that was not.
    init(_ summary: RunSummary?, workflow: String, exitCode: Int32, message: String?, sequence: Int, time: Double) {
        self.sequence = sequence
        self.time = time
        self.workflow = workflow
        self.exitCode = exitCode
        self.message = message
        status = summary?.status ?? .failed
        guard let summary else { return }
        nodes = summary.nodes.map(Node.init)
        undelivered = summary.undelivered.map { Undelivered(channel: $0.channel, items: $0.items) }
        widened = summary.widened.sorted { $0.key < $1.key }.map { Widened(channel: $0.key, capacity: $0.value) }
        deadlock = summary.deadlock
        notices = summary.notices
        signal = summary.signal
        firstFailure = summary.firstFailure
        duration = summary.duration
        scratch = summary.scratch
        if !summary.keptFiles.isEmpty {
            keptFiles = summary.keptFiles.map { KeptFiles(channel: $0.channel, items: $0.items, folder: $0.folder) }
        }
    }
}

/// A value of any type that can be encoded.
package struct ResultValue: Encodable {
    let value: any Encodable & Sendable

    package init(value: any Encodable & Sendable) {
        self.value = value
    }

    package func encode(to encoder: any Encoder) throws {
        // In a container, as the encoder has its own ways with numbers, texts and bytes.
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

internal import MaizeWire

/// An event of a run as a line of JSON has it: field names are part of the command's interface, see `docs/events.md`.
struct EventLine: Encodable {
    let event: RunEvent

    private enum Key: String, CodingKey {
        case sequence, time, event, status, node, received, sent, outcome, reason, signal, error, channel, capacity,
            first, waits, message
    }

    func encode(to encoder: any Encoder) throws {
        var line = encoder.container(keyedBy: Key.self)
        try line.encode(event.sequence, forKey: .sequence)
        try line.encode(event.time, forKey: .time)
        switch event.change {
        case .run(let status):
            try line.encode("run", forKey: .event)
            try line.encode(status, forKey: .status)
        case .node(let path, let status, let received, let sent):
            try line.encode("node", forKey: .event)
            try line.encode(path, forKey: .node)
            try line.encode(status, forKey: .status)
            try line.encodeIfPresent(received, forKey: .received)
            try line.encodeIfPresent(sent, forKey: .sent)
        case .outcome(let path, let outcome):
            try line.encode("outcome", forKey: .event)
            try line.encode(path, forKey: .node)
            try OutcomeFields(outcome).encode(to: encoder)
        case .widened(let channel, let capacity, let first):
            try line.encode("widened", forKey: .event)
            try line.encode(channel, forKey: .channel)
            try line.encode(capacity, forKey: .capacity)
            try line.encode(first, forKey: .first)
        case .deadlock(let waits):
            try line.encode("deadlock", forKey: .event)
            try line.encode(waits, forKey: .waits)
        case .notice(let message):
            try line.encode("notice", forKey: .event)
            try line.encode(message, forKey: .message)
        }
    }
}

/// How a node ended, as fields of the line that tells it.
struct OutcomeFields: Encodable {
    let outcome: String
    var reason: String?
    var signal: Int32?
    var error: ErrorRecord?

    init(_ outcome: NodeOutcome) {
        self.outcome = outcome.word
        switch outcome {
        case .completed: break
        case .stopped(let reason), .notStarted(let reason): self.reason = reason
        case .failed(let error), .tolerated(let error): self.error = error
        case .killed(let signal, let reason):
            self.signal = signal
            self.reason = reason
        }
    }
}

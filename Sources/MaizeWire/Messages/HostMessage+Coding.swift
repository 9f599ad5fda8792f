// What every node says is coded as bare lists of parts, by hand: a keyed container needs the conformances of its key type,
// for which the run-time searches through all conformances of the executable, in each new process. In one that links
// Foundation these searches took a tenth of a node's start.

extension HostMessage: Codable {
    private enum Tag: Int {
        case status, requestShutdown, returned, notice, ended
    }

    package init(from decoder: any Decoder) throws {
        var parts = try decoder.unkeyedContainer()
        switch Tag(rawValue: try parts.decode(Int.self)) {
        case .status:
            let status = try parts.decode(NodeStatus.self)
            self = .status(status, try parts.decodeNil() ? nil : WaitReport(from: &parts))
        case .requestShutdown: self = .requestShutdown
        case .returned:
            var items: [[UInt8]] = []
            while !parts.isAtEnd { items.append(try parts.decode([UInt8].self)) }
            self = .returned(items)
        case .notice: self = .notice(try parts.decode(String.self))
        case .ended:
            let outcome = try NodeOutcome(from: &parts)
            self = .ended(
                outcome,
                counters: ChannelCounts(
                    received: try [ChannelCounts.Count](from: &parts),
                    sent: try [ChannelCounts.Count](from: &parts),
                    filesTaken: try [ChannelCounts.Count](from: &parts)
                )
            )
        case nil: throw parts.corrupted("no message of a node")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var parts = encoder.unkeyedContainer()
        switch self {
        case .status(let status, let report):
            try parts.encode(Tag.status.rawValue)
            try parts.encode(status)
            if let report { try report.encode(to: &parts) } else { try parts.encodeNil() }
        case .requestShutdown: try parts.encode(Tag.requestShutdown.rawValue)
        case .returned(let items):
            try parts.encode(Tag.returned.rawValue)
            for bytes in items { try parts.encode(bytes) }
        case .notice(let text):
            try parts.encode(Tag.notice.rawValue)
            try parts.encode(text)
        case .ended(let outcome, let counters):
            try parts.encode(Tag.ended.rawValue)
            try outcome.encode(to: &parts)
            for counts in [counters.received, counters.sent, counters.filesTaken] { try counts.encode(to: &parts) }
        }
    }
}

extension NodeOutcome {
    private enum Tag: Int {
        case completed, stopped, failed, tolerated, killed, notStarted
    }

    fileprivate init(from parts: inout any UnkeyedDecodingContainer) throws {
        switch Tag(rawValue: try parts.decode(Int.self)) {
        case .completed: self = .completed
        case .stopped: self = .stopped(reason: try parts.decode(String.self))
        case .failed: self = .failed(try ErrorRecord(from: &parts))
        case .tolerated: self = .tolerated(try ErrorRecord(from: &parts))
        case .killed: self = .killed(signal: try parts.decode(Int32.self), reason: try parts.decode(String.self))
        case .notStarted: self = .notStarted(reason: try parts.decode(String.self))
        case nil: throw parts.corrupted("no end of a node")
        }
    }

    fileprivate func encode(to parts: inout any UnkeyedEncodingContainer) throws {
        switch self {
        case .completed: try parts.encode(Tag.completed.rawValue)
        case .stopped(let reason):
            try parts.encode(Tag.stopped.rawValue)
            try parts.encode(reason)
        case .failed(let error):
            try parts.encode(Tag.failed.rawValue)
            try error.encode(to: &parts)
        case .tolerated(let error):
            try parts.encode(Tag.tolerated.rawValue)
            try error.encode(to: &parts)
        case .killed(let signal, let reason):
            try parts.encode(Tag.killed.rawValue)
            try parts.encode(signal)
            try parts.encode(reason)
        case .notStarted(let reason):
            try parts.encode(Tag.notStarted.rawValue)
            try parts.encode(reason)
        }
    }
}

extension ErrorRecord {
    fileprivate init(from parts: inout any UnkeyedDecodingContainer) throws {
        self.init(
            kind: try parts.decode(String.self),
            message: try parts.decode(String.self),
            location: try parts.decodeNil() ? nil : parts.decode(String.self),
            lastLines: try parts.decode([String].self)
        )
    }

    fileprivate func encode(to parts: inout any UnkeyedEncodingContainer) throws {
        try parts.encode(kind)
        try parts.encode(message)
        if let location { try parts.encode(location) } else { try parts.encodeNil() }
        try parts.encode(lastLines)
    }
}

extension [ChannelCounts.Count] {
    fileprivate init(from parts: inout any UnkeyedDecodingContainer) throws {
        let numbers = try parts.decode([Int].self)
        guard numbers.count.isMultiple(of: 2) else { throw parts.corrupted("half a count") }
        self = stride(from: 0, to: numbers.count, by: 2).map {
            ChannelCounts.Count(channel: numbers[$0], items: numbers[$0 + 1])
        }
    }

    fileprivate func encode(to parts: inout any UnkeyedEncodingContainer) throws {
        try parts.encode(flatMap { [$0.channel, $0.items] })
    }
}

extension UnkeyedDecodingContainer {
    func corrupted(_ what: String) -> DecodingError {
        DecodingError.dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: what))
    }
}

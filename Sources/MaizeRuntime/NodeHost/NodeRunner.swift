package import MaizeCore
package import MaizeWire

/// Calls a node's code: preparation, passes, attempts; and says how it ended.
package struct NodeRunner {
    private let node: Node
    private let options: LaunchOptions
    private let host: any NodeHosting

    /// Runs `node`, whose ports and values are in place, for `host`.
    package init(node: Node, options: LaunchOptions, host: any NodeHosting) {
        self.node = node
        self.options = options
        self.host = host
    }

    /// The end of one attempt.
    private enum End {
        case completed
        case stopped(String)
        case failed(any Error)
    }

    /// Runs the node to its end; its streams are then still to be closed.
    package func run() -> NodeOutcome {
        if node.isSkipped {
            node.logger.info("skipped: it has no input and no value to work on")
            return .completed
        }
        node.isLooping = options.loop
        if case .failure(let error) = Result(catching: { try node.prepare() }) {
            return outcome(of: end(for: error))
        }
        for attempt in 1...max(1, options.attempts) {
            let end = runPasses()
            guard case .failed(let error) = end else { return outcome(of: end) }
            if options.attempts > 1 {
                host.notice("attempt \(attempt) of \(options.attempts) failed: \(error)")
            }
            guard attempt < options.attempts, !node.shutdownRequested, node.portsActive else {
                return outcome(of: end)
            }
        }
        return .completed
    }

    private func runPasses() -> End {
        var passes = 0
        let inputs = node.inputs.filter { $0.receiver?.files != nil }
        do {
            while true {
                if options.loop, !node.portsActive { return .stopped("a port that it needs has ended") }
                if passes > 0 {
                    try host.emptyFolder()
                    for input in inputs { try input.receiver?.files?.removeTaken(keepingLast: input.keepsLastItem) }
                }
                node.pendingError = nil
                try node.run()
                if let error = node.pendingError { throw error }
                passes += 1
                if !options.loop || node.wantsToStopLooping || passes == options.maxLoops { return .completed }
                // A pass that asks no port for anything hears of it nowhere else.
                if node.shutdownRequested { throw Stop(.shutdown) }
            }
        } catch {
            return end(for: error)
        }
    }

    private func end(for error: any Error) -> End {
        switch error {
        case let stop as Stop: .stopped("\(stop)")
        case let broken as StreamBroken: .stopped("\(broken)")
        default: .failed(error)
        }
    }

    /// A node that met a broken stream is stopped, whatever its code made of that.
    private func outcome(of end: End) -> NodeOutcome {
        switch end {
        case .failed(let error):
            host.note(failure: error)
            var record = ErrorRecord(error)
            // Whoever reads the record is told whose it is.
            if let error = error as? WorkflowError, error.path == host.path { record.message = error.message }
            return options.failOK ? .tolerated(record) : .failed(record)
        case .stopped(let reason): return .stopped(reason: reason)
        case .completed:
            guard let culprit = host.brokenStreamCulprit else { return .completed }
            return .stopped(reason: "a stream into it was cut short by \(culprit)")
        }
    }
}

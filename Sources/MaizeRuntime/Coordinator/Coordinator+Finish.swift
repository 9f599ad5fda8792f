internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// The end of a run, when every node's process has been reaped.
extension Coordinator {
    func finish() -> RunSummary {
        logger.collectLastWords(of: ledger.failedPaths(plan))
        ledger.addLastWords(logger.lastWords, plan)
        // A node that an option left without a value must not meet that here.
        for node in plan.nodes where !node.node.isSkippedByOption {
            if case .failure(let error) = Result(catching: { try node.node.cleanup() }) {
                notice("\(node.path): its cleanup() failed: \(error)")
            }
        }
        let files = filesLeftBehind()
        tell(files)
        let kept = settleScratch(keepsFiles: !files.isEmpty)
        var summary = summary(scratch: kept)
        summary.keptFiles = files
        emit(.run(summary.status))
        for loss in summary.undelivered {
            let items = loss.items == 1 ? "1 item was" : "\(loss.items) items were"
            log(.warning, "\(items) sent on \(loss.channel) and not received")
        }
        log(.info, "\(workflow.name) \(summary.status.rawValue) after \(seconds(summary.duration))")
        logger.finish(lastLines(summary))
        return summary
    }

    /// What ends everything that is said: the nodes in a table, then what went wrong, its cause last of all.
    private func lastLines(_ summary: RunSummary) -> [String] {
        let hasFailed = summary.status != .completed
        let isShown = display.view != .none || hasFailed && options.summarisesFailures
        return (isShown ? SummaryTable.lines(summary) : []) + (hasFailed ? FailureReport.lines(summary) : [])
    }

    /// Why the run did not complete.
    var errorCode: RunError.Code {
        switch state.cause {
        case .deadlock: .deadlock
        case .signal: .cancelled
        case .launch: .machine
        case .failure where ledger.launchFailure != nil: .machine
        case .requested where !ledger.deadlock.isEmpty: .deadlock
        case .failure, .requested, nil: .nodeFailed
        }
    }

    private var status: RunStatus {
        switch state.cause {
        case .signal: .cancelled
        case .failure, .deadlock, .launch: .failed
        // Who asks for the end does not know that others would never have come to theirs.
        case .requested, nil: state.firstFailure == nil && ledger.deadlock.isEmpty ? .completed : .failed
        }
    }

    /// Removes the run's folder, unless somebody may want to look into it.
    private func settleScratch(keepsFiles: Bool) -> String? {
        if options.keepsScratch || keepsFiles || status == .failed {
            return (try? scratch.keep()).map { scratch.path }  // a folder that cannot be kept is no use to name
        }
        if case .failure(let error) = Result(catching: { try scratch.remove() }) {
            notice("the folder \(scratch.path) could not be removed: \(error)")
        }
        return nil
    }

    private func summary(scratch: String?) -> RunSummary {
        let isDeadlock = state.cause == .deadlock
        var signal: Int32?
        if case .signal(let number) = state.cause { signal = number }
        return RunSummary(
            workflow: workflow.name,
            status: status,
            nodes: ledger.records,
            undelivered: ledger.undelivered,
            widened: ledger.widenedChannels,
            deadlock: ledger.deadlock,
            signal: signal,
            notices: ledger.notices,
            duration: MonotonicTime.now.seconds(since: startedAt),
            scratch: scratch,
            launchFailure: isDeadlock ? nil : ledger.launchFailure,
            firstFailure: isDeadlock ? nil : state.firstFailure.map { plan.nodes[$0].path },
            wideningLimit: options.wideningLimit
        )
    }

    private func seconds(_ value: Double) -> String {
        let tenths = Int((value * 100).rounded())
        return "\(tenths / 100).\(tenths % 100 < 10 ? "0" : "")\(tenths % 100) s"
    }
}

extension RunLedger {
    func failedPaths(_ plan: RunPlan) -> [String] {
        plan.nodes.indices.filter { node in
            switch outcomes[node] {
            case .failed, .tolerated, .killed: true
            default: false
            }
        }.map { plan.nodes[$0].path }
    }

    /// Completes the records of failed nodes with what they printed last.
    mutating func addLastWords(_ words: [String: LastWords], _ plan: RunPlan) {
        for node in plan.nodes.indices {
            guard let last = words[plan.nodes[node].path] else { continue }
            switch outcomes[node] {
            case .failed(let error): outcomes[node] = .failed(RunLedger.completed(error, with: last))
            case .tolerated(let error): outcomes[node] = .tolerated(RunLedger.completed(error, with: last))
            default: continue
            }
        }
    }

    private static func completed(_ error: ErrorRecord, with last: LastWords) -> ErrorRecord {
        var error = error
        error.lastLines = last.lines
        guard error.kind == "signal" else { return error }
        if let message = last.crashMessage { error.message = "\(message) (\(error.message))" }
        error.location = last.crashLocation
        return error
    }
}

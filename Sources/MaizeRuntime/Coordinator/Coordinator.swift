internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// Runs one plan: starts the logger and the nodes, follows them with one event loop, and sees to it that all of them
/// end.
///
/// What is decided is decided by `RunState`, `KnotFinder` and `DeadlockWatch`; this carries it out.
final class Coordinator {
    let plan: RunPlan
    let workflow: Workflow
    let options: RunOptions
    let preparations: NodePreparations
    let identity = RunIdentity.make()
    let scratch: ScratchFolder
    let logger: LoggerLink
    let events: EventQueue
    let startedAt = MonotonicTime.now
    var state: RunState
    var finder: KnotFinder
    var watch: DeadlockWatch
    var processes: [NodeProcess?]
    var ledger: RunLedger
    /// What nodes say of secret values, they do not say to others.
    let mask: SecretMask
    /// Channels that are on their way to their processes.
    var pipes: [Int: ChannelPipes] = [:]
    /// Words of the environment of what ended nodes may have left behind.
    private var wordsToSweep: Set<String> = []
    /// When the reports of waits are looked at next.
    var knotCheckAt: MonotonicTime?
    var firstUncheckedReport: MonotonicTime?
    private var sequence = 0
    /// Where nodes count their items, when somebody looks at that.
    let board: CounterBoard?
    /// The board's file on its way to the nodes.
    var boardFile: Descriptor?
    var display: RunDisplay

    enum Token {
        static let logger: UInt64 = 0
        static let signals: UInt64 = 1
        static func control(_ node: Int) -> UInt64 { UInt64(node) * 2 + 2 }
        static func end(_ node: Int) -> UInt64 { UInt64(node) * 2 + 3 }
    }

    /// - Throws: When the machine does not give what the run needs; nothing is left behind then.
    init(_ plan: RunPlan, workflow: Workflow, options: RunOptions, preparations: NodePreparations) throws {
        self.plan = plan
        self.preparations = preparations
        self.workflow = workflow
        self.options = options
        mask = SecretMask(workflow)
        try Coordinator.raiseLimits(for: DescriptorBudget(plan))
        events = try EventQueue()
        scratch = try ScratchFolder(below: options.scratch ?? workflow.scratch)
        var ladder = RunState.Ladder()
        ladder.grace = options.grace
        state = RunState(
            names: plan.nodes.map(\.path),
            toleratesFailure: plan.nodes.map(\.options.failOK),
            ladder: ladder,
            deadlock: options.deadlock
        )
        finder = KnotFinder(
            nodeCount: plan.nodes.count,
            channels: plan.channels.map { .init(sender: $0.sender, receiver: $0.receiver, capacity: $0.capacity) }
        )
        let limits: WideningPolicy.Limits = options.wideningLimit == 0 ? .off : .init(items: options.wideningLimit)
        watch = DeadlockWatch(
            WideningPolicy(limits: limits, bytesPerChannel: PipeReceiver.defaultByteLimit)
        )
        processes = plan.nodes.map { _ in nil }
        ledger = RunLedger(plan)
        let sink = try Coordinator.openSink(options.logFile)
        let terminal = TerminalSettings(isTerminal: sink.isTerminal())
        display = RunDisplay(terminal.view(for: options.view), paths: plan.nodes.map(\.path), terminal)
        if display.view != .none || options.observer != nil {
            let file = try CounterBoard.makeFile(channels: plan.channels.count)
            board = try CounterBoard(mapping: file, channels: plan.channels.count)
            boardFile = consume file
        } else {
            board = nil
        }
        logger = LoggerLink(source: workflow.name, level: options.level ?? workflow.level, fallback: sink)
    }

    /// Follows the run to its end.
    func run() -> RunSummary {
        emit(.run(.running))
        startEverything()
        while !state.isEverybodyDone {
            let deadline = [state.deadline, knotCheckAt, display.deadline].compactMap(\.self).min()
            handleEvents(until: deadline)
            sweep()
            let now = MonotonicTime.now
            if let due = state.deadline, due <= now {
                // Whoever has ended by now is not to be taken for late.
                for case let node? in processes { reap(node) }
                perform(state.handle(.timePassed, at: now))
            }
            if let due = knotCheckAt, due <= now { lookForKnots() }
            updateDisplay(at: now)
        }
        // The last nodes may have been reaped after the look above, or during the start.
        sweep()
        return finish()
    }

    // MARK: Events

    /// Waits for events, and handles all that are there; a bounded number, so that time does not stand still.
    func handleEvents(until deadline: MonotonicTime?) {
        var ready = events.wait(until: deadline)
        for _ in 0..<64 {
            for event in ready { handle(event) }
            if ready.count < EventQueue.mostEvents { return }
            ready = events.wait(until: startedAt)
        }
    }

    /// Ends what nodes that could not do it themselves had started: one look at all processes for many nodes.
    private func sweep() {
        guard !wordsToSweep.isEmpty else { return }
        ProcessTable.killAll(withEnvironmentWords: wordsToSweep)
        wordsToSweep = []
    }

    private func handle(_ event: EventQueue.Event) {
        switch event.token {
        case Token.logger:
            if logger.receive() { notice("the logger process ended during the run; what nodes print is lost") }
        case Token.signals: readSignals()
        default:
            let index = Int(event.token - 2) / 2
            guard let node = processes[index] else { return }
            if event.token % 2 == 0 { readControl(node, reads: Coordinator.readsPerEvent) } else { reap(node) }
        }
    }

    private func readSignals() {
        guard let number = options.signalEvents else { return }
        for signal in SignalForwarder.signals(from: number) {
            perform(state.handle(.signalled(signal), at: .now))
        }
    }

    /// A node that sends results faster than they are taken in must not keep signals and other nodes waiting.
    private static let readsPerEvent = 16

    func readControl(_ node: NodeProcess, reads: Int = .max) {
        do {
            let isOpen = try node.receive(reads: reads) { message in handle(message, from: node.index) }
            if !isOpen { events.remove(node.control) }
        } catch {
            events.remove(node.control)
            let record = ErrorRecord(kind: "protocol", message: "its process sent what is no message: \(error)")
            perform(state.handle(.misbehaved(node.index, record), at: .now))
        }
    }

    private func handle(_ message: HostMessage, from node: Int) {
        let path = plan.nodes[node].path
        switch message {
        case .status(let status, let report):
            if var report {
                report.node = node
                finder.apply(report)
                ledger.note(report)
                scheduleKnotCheck()
            } else {
                finder.resumed(node)
            }
            let counts = counts(of: node)
            emit(.node(path: path, status: status, received: counts.received, sent: counts.sent))
        case .requestShutdown:
            notice("\(path) asked for the end of the run")
            perform(state.handle(.shutdownRequested(by: node), at: .now))
        case .returned(let items):
            let collected = Result { for bytes in items { try ledger.collect(bytes, for: node) } }
            if case .failure(let error) = collected {
                perform(state.handle(.misbehaved(node, ErrorRecord(error)), at: .now))
            }
        case .notice(let text):
            notice("\(path): \(mask.masked(text))")
        case .ended(let outcome, let counts):
            finder.ended(node)
            ledger.note(counts, of: node)
            if case .failed(let error) = outcome, error.kind == ErrorRecord.launchKind {
                ledger.launchFailure = ledger.launchFailure ?? "node '\(path)': \(error.message)"
            }
            perform(state.handle(.ended(node, outcome), at: .now))
            scheduleKnotCheck()
        }
    }

    /// A process has ended: its last messages are read first, then its group goes with it.
    private func reap(_ node: NodeProcess) {
        guard node.process.hasEnded() else { return }
        readControl(node)
        node.process.signalGroup(Signals.kill)
        guard let end = node.process.reapIfEnded() else { return }
        processes[node.index] = nil
        events.remove(node.control)
        finder.ended(node.index)
        ledger.ended(node.index, after: MonotonicTime.now.seconds(since: node.startedAt))
        if !ledger.isCounted(node.index), let counts = lastCounts(of: node.index) {
            ledger.note(counts, of: node.index)
        }
        if end != .exited(status: 0) {
            // It could not end what it had started itself.
            wordsToSweep.insert(RunIdentity.nodeWord(identity, path: node.path))
        }
        perform(state.handle(.processEnded(node.index, end), at: .now))
        scheduleKnotCheck()
    }

    // MARK: Carrying out

    func perform(_ actions: [RunState.Action]) {
        for action in actions {
            switch action {
            case .notify(let reason):
                log(.info, "shutting down: \(reason)")
                for node in processes { node?.send(.shutdown(reason: reason)) }
            case .signal(let node, let signal): processes[node]?.process.signalGroup(signal)
            case .outcome(let node, let outcome): ended(node, outcome)
            case .notice(let text): notice(text)
            }
        }
    }

    private func ended(_ node: Int, _ outcome: NodeOutcome) {
        let outcome = mask.masked(outcome)
        ledger.outcomes[node] = outcome
        let path = plan.nodes[node].path
        emit(.outcome(path: path, outcome: outcome))
        let isInTable = display.view == .table
        // A line a change tells it already.
        if display.view == .lines { return }
        let done = ledger.outcomes.lazy.filter { $0 != nil }.count
        let count = "(\(done)/\(plan.nodes.count))"
        switch outcome {
        case .completed, .notStarted: if !isInTable { log(.info, "\(path) \(outcome.word) \(count)") }
        case .stopped(let reason): if !isInTable { log(.info, "\(path) stopped \(count): \(reason)") }
        case .tolerated(let error): log(.warning, "\(path) failed, which is tolerated \(count): \(error.message)")
        case .failed(let error): log(.error, "\(path) failed \(count): \(error.message)")
        case .killed(_, let reason): log(.error, "\(path) killed \(count): \(reason)")
        }
    }

    // MARK: Saying

    func emit(_ change: RunEvent.Change) {
        show(change)
        guard let observer = options.observer else { return }
        sequence += 1
        observer(RunEvent(sequence: sequence, time: WallClock.now, change: change))
    }

    func notice(_ text: String) {
        ledger.notices.append(text)
        emit(.notice(text))
        log(.warning, text)
    }

    func log(_ level: LogLevel, _ message: String) { logger.log(level, message) }
}

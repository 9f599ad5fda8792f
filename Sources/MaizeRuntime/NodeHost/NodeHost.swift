internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// The process of one node: it is told what to be by the launch message, runs the user's code, and reports its end.
final class NodeHost {
    private let launch: LaunchMessage
    private let control: HostControl
    private let waiter: NodeWaiter
    private let records: NodeRecords
    private let assembly: NodeAssembly
    /// Holds the memory that senders and receivers count in.
    private let board: CounterBoard?
    private var senders: [PipeSender] = []
    private var receivers: [PipeReceiver] = []
    private var hasFolder = false
    private lazy var files = NodeFiles(
        node: launch.path,
        workDirectory: { [unowned self] in workDirectory },
        checkStop: { [unowned waiter] in if waiter.isShutDown { throw waiter.shutdownStop() } }
    )
    private lazy var keeper = FileKeeper(files)
    private lazy var programs = ProgramTable(launch.programs)

    /// Runs the node that `launch` describes; never returns.
    static func run(_ launch: LaunchMessage) throws -> Never {
        guard launch.version == LaunchMessage.currentVersion else {
            throw SystemFailure.launch("a launch message of version \(launch.version)")
        }
        prepareProcess(launch)
        guard let type = TypeResolution.nodeType(named: launch.typeName) else {
            throw SystemFailure.launch("no node type '\(launch.typeName)' in this executable")
        }
        let host = try NodeHost(launch: launch, type: type)
        host.runToItsEnd()
    }

    private static func prepareProcess(_ launch: LaunchMessage) {
        let ends = (launch.inputs + launch.outputs).flatMap { [$0.data, $0.credit] }
        let shared = [launch.counters?.descriptor].compactMap(\.self)
        OwnProcess.closeDescriptors(except: ends + [launch.control, launch.records] + shared)
        OwnProcess.adoptOrphans()
        // A stopped process learns of the coordinator's death only when it runs again; the control thread then acts.
        OwnProcess.setParentDeathSignal(OwnProcess.continueSignal)
        if OwnProcess.parent != launch.coordinator { OwnProcess.endAtOnce(status: 0) }
        OwnProcess.setName(launch.path.split(separator: "/").last.map(String.init) ?? launch.path)
        OwnProcess.lineBufferOutput()
        for word in launch.environment {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            parts.count == 2
                ? OwnProcess.setEnvironment(parts[0], parts[1]) : OwnProcess.unsetEnvironment(parts[0])
        }
        DescriptorLimit(soft: launch.softDescriptorLimit, hard: launch.hardDescriptorLimit).apply()
    }

    private init(launch: LaunchMessage, type: Node.Type) throws {
        self.launch = launch
        waiter = try NodeWaiter()
        control = HostControl(Descriptor(owning: launch.control))
        board = try launch.counters.map { counters in
            try CounterBoard(mapping: Descriptor(owning: counters.descriptor), channels: counters.channels)
        }
        records = NodeRecords(
            path: launch.path,
            level: launch.options.level,
            writer: try RecordWriter(Descriptor(owning: launch.records))
        )
        // Before the node's instance: a logger that it holds as a property must find its place.
        CurrentNode.ownProcess(records)
        OwnProcess.bootstrapLogging()
        assembly = try NodeAssembly(type, path: launch.path)
    }

    private func runToItsEnd() -> Never {
        NodeHost.current = self
        let control = control
        waiter.publish = { status, report in control.send(.status(status, report)) }
        let outcome = Result {
            try control.listen(waiter)
            try enterFolder()
            try attach()
        }
        switch outcome {
        case .success:
            control.send(.status(.running, nil))
            OwnProcess.onExit { status in NodeHost.current?.userCalledExit(status) }
            end(with: NodeRunner(node: assembly.node, options: launch.options, host: self).run())
        case .failure(let error):
            end(with: .failed(ErrorRecord(kind: ErrorRecord.launchKind, message: "\(error)")))
        }
    }

    // MARK: Ports and values

    private func attach() throws {
        assembly.node.context = self
        try assembly.setValues(launch.values)
        try assembly.preload(launch.preloads)
        files.inboxes = launch.inputs.map(\.inbox)
        for end in launch.inputs {
            let port = try assembly.input(end.port, at: end.index)
            let count = board?.receivedCounter(of: end.channel)
            let receiver = try PipeReceiver(end, label: port.label, waiter: waiter, sharedCount: count)
            port.attach(receiver)
            receivers.append(receiver)
            waiter.add(receiver)
        }
        for end in launch.outputs {
            let port = try assembly.output(end.port, at: end.index)
            let count = board?.sentCounter(of: end.channel)
            let sender = try PipeSender(end, label: port.label, waiter: waiter, node: files, sharedCount: count)
            if end.traits.contains(.numbered) { sender.itemNumber = { [unowned self] in itemNumber } }
            port.attach(sender)
            senders.append(sender)
            waiter.add(sender)
        }
    }

    /// The number of the item that the node works on: of each item from several inputs, all parts have come.
    private var itemNumber: Int { receivers.lazy.filter(\.isOnDemand).map(\.begunCount).min() ?? 0 }

    // MARK: The end

    /// The host of this process, for the handler of `exit`, which carries no context.
    nonisolated(unsafe) private static var current: NodeHost?  // set once, before user code runs

    /// The node's code called `exit`: 0 counts as a stop, anything else is left to be seen as a failure.
    private func userCalledExit(_ status: Int32) {
        // On another thread than the node's its ports may be in use: the process then leaves without a word, which is a
        // failure.
        guard status == 0, OwnProcess.isMainThread else { return }
        end(with: .stopped(reason: "run() ended its process with exit(0)"))
    }

    private func end(with outcome: NodeOutcome) -> Never {
        NodeHost.current = nil
        let reason = closeReason(for: outcome)
        for receiver in receivers { receiver.close() }
        closeAll(reason)
        OwnProcess.flushOutput()
        ProcessTable.killDescendants()
        control.send(.ended(outcome, counters: counts))
        OwnProcess.end(status: 0)
    }

    /// Ends all streams; a full pipe is waited for only while others are served too.
    private func closeAll(_ reason: CloseReason) {
        var open = senders.filter { $0.beginClose(reason) }
        while !open.isEmpty {
            // A shutdown leaves streams without their last frame: broken, which they are.
            guard case .success = Result(catching: { try waiter.wait(for: .bytes(on: open)) }) else { return }
            open.removeAll { !$0.continueClose() }
        }
    }

    private var counts: ChannelCounts {
        ChannelCounts(
            received: receivers.map { ChannelCounts.Count(channel: $0.channel, items: $0.receivedCount) },
            sent: senders.map { ChannelCounts.Count(channel: $0.channel, items: $0.sentCount) },
            filesTaken: receivers.filter { $0.inbox.taken > 0 }.map { receiver in
                ChannelCounts.Count(channel: receiver.channel, items: receiver.inbox.taken)
            }
        )
    }

    // MARK: The folder

    private func enterFolder() throws {
        try Directory.make(launch.folder)
        try Directory.enter(launch.folder)
    }
}

extension NodeHost: NodeHosting {
    var path: String { launch.path }
    var brokenStreamCulprit: String? { waiter.brokenStreamCulprit }
    func notice(_ text: String) { control.send(.notice(text)) }

    func emptyFolder() throws {
        if hasFolder { try Directory.removeContents(of: launch.folder) }
    }
}

extension NodeHost: NodeContext {
    var recordSink: any RecordSink { records }
    var shutdownRequested: Bool { waiter.isShutDown }
    var grace: Double { launch.grace }
    func requestShutdown() { control.send(.requestShutdown) }

    var workDirectory: String {
        hasFolder = true
        return launch.folder
    }

    func waitForAny(of receivers: [any ItemReceiver], after start: Int) throws -> Int? {
        try waiter.waitForAny(of: receivers, after: start)
    }

    func waitForNews(of receivers: [any ItemReceiver], seconds: Double) throws -> Bool {
        try waiter.waitForNews(of: receivers, until: MonotonicTime.now.advanced(bySeconds: seconds))
    }

    func waitForRoom(onAllOfAny groups: [[any ItemSender]], after start: Int) throws -> Int? {
        try waiter.waitForRoom(onAllOfAny: groups, after: start)
    }

    func wait(for wait: inout DescriptorWait) throws { try waiter.wait(for: &wait) }

    func pause(seconds: Double) throws {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        while deadline > .now { try waiter.wait(for: .time, until: deadline) }
        if waiter.isShutDown { throw Stop(.shutdown) }
    }

    func words(toStart program: String) throws -> [String] {
        try programs.words(toStart: program, environment: OwnProcess.environment())
    }

    func deliver(results: [[UInt8]]) throws { control.send(.returned(results)) }
    func keepFiles<Item: Encodable>(of item: Item, in folder: String?) throws -> [UInt8] {
        try keeper.keep(item, in: folder)
    }
    func report(_ status: NodeStatus) { control.send(.status(status, nil)) }
}

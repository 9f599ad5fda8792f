internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// Starting: limits, the logger, then the nodes one by one, with their channels handed over on the way.
extension Coordinator {
    /// Raises the soft limit of descriptors as far as the run needs it.
    ///
    /// - Throws: When the hard limit does not allow that; nothing was started then.
    static func raiseLimits(for budget: DescriptorBudget) throws {
        _ = DescriptorLimit.original  // looked at before it is raised
        let open = try Descriptor.countOpen()
        let needed = UInt64(max(budget.coordinator + open, budget.logger, budget.largestNode))
        var limit = DescriptorLimit.current
        if limit.soft >= needed { return }
        guard limit.hard >= needed else {
            throw SystemFailure.launch(
                "it needs \(needed) descriptors, and the limit is \(limit.hard); raise it with `ulimit -Hn \(needed)`"
            )
        }
        limit.soft = needed
        guard limit.apply() else {
            throw SystemFailure.launch("the limit of descriptors could not be raised to \(needed)")
        }
    }

    /// Where log lines go: the file, or standard error.
    static func openSink(_ file: String?) throws -> Descriptor {
        guard let file else { return try Descriptor.standardError() }
        do {
            return try Descriptor.appending(to: file)
        } catch {
            guard error.isWithoutReader else { throw error }
            throw SystemFailure.launch(
                "the log is to go to the pipe \(file), which nobody reads; start its reader first"
            )
        }
    }

    /// Starts all processes; what cannot be started ends the run in good order.
    func startEverything() {
        var outputs: [NodeOutputPipe?] = plan.nodes.map { _ in nil }
        do {
            for index in plan.nodes.indices where plan.nodes[index].isActive { outputs[index] = try NodeOutputPipe() }
            var records = try Pipe()
            try startLogger(outputs: outputs, recordsReader: records.takeReadEnd())
            let recordsWriter = records.takeWriteEnd()
            for output in outputs { output?.loggerHasStarted() }
            if let signals = options.signalEvents { try events.add(number: signals, token: Token.signals) }
            logHeader()
            tellOfDeadRuns()
            try startNodes(outputs: outputs, recordsWriter: recordsWriter.number)
            boardFile = nil
        } catch {
            giveUpStart(error)
        }
    }

    private func giveUpStart(_ error: any Error) {
        ledger.launchFailure = "\(error)"
        notice("not everything could be started: \(error)")
        perform(state.abandonLaunch(reason: "\(error)", at: .now))
        for node in plan.nodes.indices where !state.isLive(node) {
            perform(state.handle(.couldNotStart(node, reason: "\(error)"), at: .now))
        }
    }

    private func startLogger(outputs: [NodeOutputPipe?], recordsReader: consuming Descriptor) throws {
        var pair = try SocketPair()
        let control = pair.takeOwnEnd()
        let peer = pair.takePeerEnd()
        let sink = try Coordinator.openSink(options.logFile)
        let launch = LoggerLaunch(
            run: identity,
            outputs: plan.nodes.indices.compactMap { index in
                outputs[index]?.readNumber.map { number in
                    let level = options.level ?? plan.nodes[index].options.level
                    return .init(path: plan.nodes[index].path, descriptor: number, level: level)
                }
            },
            records: recordsReader.number,
            control: peer.number,
            sink: sink.number,
            usesColour: display.terminal.usesColour,
            scratch: options.keepsScratch ? nil : scratch.path,
            secrets: mask.texts
        )
        let kept = launch.outputs.map(\.descriptor) + [launch.records, launch.control, launch.sink]
        try logger.start(launch, control: control, kept: kept)
        try logger.watch(in: events, token: Token.logger)
    }

    /// Tells what runs, with every parameter that is not what its type says.
    private func logHeader() {
        log(.info, RunHeader(plan, of: workflow, pathsFrom: Directory.current).text)
    }

    private func startNodes(outputs: [NodeOutputPipe?], recordsWriter: Int32) throws {
        let limit = DescriptorLimit.original
        for index in plan.nodes.indices {
            let planned = plan.nodes[index]
            for channel in planned.inputs + planned.outputs where pipes[channel] == nil {
                let fresh = try ChannelPipes()
                if !plan.nodes[plan.channels[channel].sender].isActive { try fresh.finishForInactiveSender() }
                pipes[channel] = fresh
            }
            // A node that cannot be started any more keeps its ends here until the run is over: no neighbour takes
            // their absence for the end of a stream before it hears of the shutdown.
            if planned.isActive, state.isShuttingDown {
                perform(state.handle(.couldNotStart(index, reason: "the run ended first"), at: .now))
                continue
            }
            if planned.isActive {
                let status: NodeStatus
                do {
                    status = try start(index, output: outputs[index], records: recordsWriter, limit: limit)
                } catch {
                    throw SystemFailure.launch("node '\(planned.path)': \(error)")
                }
                emit(.node(path: planned.path, status: status, received: nil, sent: nil))
            } else {
                perform(state.handle(.couldNotStart(index, reason: "it is not active"), at: .now))
            }
            // Both ends are with their processes: a loop on one node hands both over at once.
            for channel in planned.inputs { pipes[channel]?.receiverHasStarted() }
            for channel in planned.outputs { pipes[channel]?.senderHasStarted() }
            for channel in planned.inputs + planned.outputs {
                let ends = plan.channels[channel]
                if max(ends.sender, ends.receiver) <= index { pipes[channel] = nil }
            }
            // Nobody waits with what it has to say for the start of a thousand others.
            handleEvents(until: startedAt)
            updateDisplay(at: .now)
        }
    }

    private func start(
        _ index: Int,
        output: NodeOutputPipe?,
        records: Int32,
        limit: DescriptorLimit
    ) throws -> NodeStatus {
        let planned = plan.nodes[index]
        var options = planned.options
        if let level = self.options.level { options.level = level }
        let wanted = UInt64((planned.inputs.count + planned.outputs.count) * 2 + 64)
        var launch = LaunchMessage(
            run: identity,
            coordinator: OwnProcess.identifier,
            typeName: planned.typeName,
            path: planned.path,
            options: options,
            values: planned.values,
            folder: scratch.path + "/" + planned.path,
            softDescriptorLimit: max(limit.soft, wanted),
            hardDescriptorLimit: limit.hard
        )
        launch.preloads = planned.preloads
        launch.programs = planned.programs
        let environment = preparations.environment(of: type(of: planned.node))
        launch.environment = environment.later
        launch.grace = self.options.grace
        launch.inputs = planned.inputs.compactMap { channel in
            pipes[channel]?.receiverNumbers.map { channelEnd(channel, $0, isSender: false) }
        }
        launch.outputs = planned.outputs.compactMap { channel in
            pipes[channel]?.senderNumbers.map { channelEnd(channel, $0, isSender: true) }
        }
        var pair = try SocketPair()
        let control = pair.takeOwnEnd()
        let peer = pair.takePeerEnd()
        launch.control = peer.number
        launch.records = records
        if let number = boardFile?.number {
            launch.counters = .init(descriptor: number, channels: plan.channels.count)
        }
        let message = try MemoryFile.sealed(name: "maize-launch", contents: ItemCoder.encodeItem(launch))
        var request = SpawnRequest(
            executable: SpawnRequest.ownExecutable,
            arguments: [planned.path],
            environment: RunIdentity.childEnvironment(
                of: environment.start,
                run: identity,
                role: "node",
                path: planned.path,
                launch: message.number
            )
        )
        let ends = (launch.inputs + launch.outputs).flatMap { [$0.data, $0.credit] }
        request.kept = ends + [launch.control, launch.records, message.number]
        if let counters = launch.counters { request.kept.append(counters.descriptor) }
        request.standardOutput = output?.writeNumber
        request.standardError = output?.writeNumber
        let process = try request.start()
        let node = try NodeProcess(index: index, path: planned.path, process: process, control: control)
        output?.nodeHasStarted()
        do {
            try watch(node)
        } catch {
            // Nobody would learn of its end.
            node.process.signalGroup(Signals.kill)
            _ = node.process.reap()
            throw error
        }
        processes[index] = node
        _ = state.handle(.started(index), at: .now)
        return .ready
    }

    private func watch(_ node: NodeProcess) throws {
        try events.add(node.control, token: Token.control(node.index))
        guard let end = node.process.endNumber else {
            throw SystemFailure.launch("the kernel gave no descriptor for a process (pidfd_open)")
        }
        try events.add(number: end, token: Token.end(node.index))
    }

    /// Where the files of a channel's items lie.
    func inbox(of planned: RunPlan.PlannedChannel) -> String {
        InboxPath.inbox(
            in: scratch.path,
            node: plan.nodes[planned.receiver].path,
            port: planned.channel.receiver.propertyName,
            index: planned.channel.receiver.index,
            isMoved: planned.holdsMovedFiles
        )
    }

    private func channelEnd(
        _ index: Int,
        _ numbers: (data: Int32, credit: Int32),
        isSender: Bool
    ) -> LaunchMessage.ChannelEnd {
        let planned = plan.channels[index]
        let channel = planned.channel
        return LaunchMessage.ChannelEnd(
            port: isSender ? channel.sender.propertyName : channel.receiver.propertyName,
            index: isSender ? channel.sender.index : channel.receiver.index,
            channel: index,
            data: numbers.data,
            credit: numbers.credit,
            capacity: planned.capacity,
            peer: isSender ? channel.receiver.location : channel.sender.location,
            toleratesSender: plan.nodes[planned.sender].options.failOK,
            inbox: inbox(of: planned),
            fileMode: channel.mode.rawValue,
            traits: channel.traits
        )
    }
}

/// The pipe of a node's standard output and error on its way to both processes.
final class NodeOutputPipe {
    private var reader: Descriptor?
    private var writer: Descriptor?

    init() throws(SystemError) {
        var pipe = try Pipe()
        reader = pipe.takeReadEnd()
        writer = pipe.takeWriteEnd()
    }

    var readNumber: Int32? { reader?.number }
    var writeNumber: Int32? { writer?.number }
    func loggerHasStarted() { reader = nil }
    func nodeHasStarted() { writer = nil }
}

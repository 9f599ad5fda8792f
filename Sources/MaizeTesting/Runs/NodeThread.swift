internal import Glibc
internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem
internal import MaizeWire

/// One node of a run in memory: its instance is made on its own thread and never leaves it.
final class NodeThread: Sendable {
    /// One end of a channel, to be attached to a port.
    struct End: Sendable {
        var channel: Int
        /// The port's property name.
        var port: String
        /// The place in a multi port.
        var index: Int?
        /// The port at the other end, for messages.
        var peer: String
        var traits: ChannelTraits
    }

    private let index: Int
    private let type: Node.Type
    private let path: String
    private let options: LaunchOptions
    private let values: [String: [UInt8]]
    private let preloads: [String: [[UInt8]]]
    private let programs: [String: [String]]
    private let inputs: [End]
    private let outputs: [End]
    private let network: MemoryNetwork
    private let notes: RunNotes

    init(_ index: Int, of plan: RunPlan, network: MemoryNetwork, notes: RunNotes) {
        let planned = plan.nodes[index]
        self.index = index
        type = Swift.type(of: planned.node)
        path = planned.path
        options = planned.options
        values = planned.values
        preloads = planned.preloads
        programs = planned.programs
        inputs = planned.inputs.map { number in
            let channel = plan.channels[number].channel
            return End(
                channel: number,
                port: channel.receiver.propertyName,
                index: channel.receiver.index,
                peer: channel.sender.owner is any TestEnd ? "the test" : channel.sender.location,
                traits: channel.traits
            )
        }
        outputs = planned.outputs.map { number in
            let channel = plan.channels[number].channel
            return End(
                channel: number,
                port: channel.sender.propertyName,
                index: channel.sender.index,
                peer: channel.receiver.location,
                traits: channel.traits
            )
        }
        self.network = network
        self.notes = notes
    }

    func start() {
        do {
            try DetachedThread.run { [self] in run() }
        } catch {
            doNotRun(.failed(ErrorRecord(kind: "thread", message: "no thread could be made (\(error))")))
        }
    }

    /// Ends the node before it began: its streams are empty, and broken where that is a failure.
    func doNotRun(_ outcome: NodeOutcome) {
        for end in inputs { network.leave(end.channel) }
        for end in outputs { network.finish(end.channel, outcome.isFailure ? .broken(by: path) : .finished) }
        end(with: outcome)
    }

    private func run() {
        // As in a node's process; the signal would end the program that runs the test.
        OwnProcess.blockBrokenPipesInThread()
        let host = MemoryHost(
            index: index,
            path: path,
            level: options.level,
            network: network,
            notes: notes,
            programs: programs
        )
        // Libraries know nothing of nodes: what they log here is this one's.
        let outcome = CurrentNode.withRecords(host.recordSink) { run(in: host) }
        for end in inputs { network.leave(end.channel) }
        for end in outputs { network.finish(end.channel, host.closeReason(for: outcome)) }
        end(with: outcome)
    }

    private func run(in host: MemoryHost) -> NodeOutcome {
        do {
            let assembly = try NodeAssembly(type, path: path)
            assembly.node.context = host
            try assembly.setValues(values)
            try assembly.preload(preloads)
            try attachEnds(to: assembly, host)
            return NodeRunner(node: assembly.node, options: options, host: host).run()
        } catch {
            return .failed(ErrorRecord(error))
        }
    }

    private func attachEnds(to assembly: NodeAssembly, _ host: MemoryHost) throws {
        host.files.inboxes = inputs.map { network.files.inboxes[$0.channel] }
        var onDemand: [MemoryReceiver] = []
        for end in inputs {
            let port = try assembly.input(end.port, at: end.index)
            let receiver = MemoryReceiver(
                channel: end.channel,
                port: port.label,
                peer: end.peer,
                network: network,
                host: host
            )
            port.attach(receiver)
            if end.traits.contains(.onDemand) { onDemand.append(receiver) }
        }
        for end in outputs {
            let port = try assembly.output(end.port, at: end.index)
            let sender = MemorySender(channel: end.channel, port: port.label, network: network, host: host)
            if end.traits.contains(.numbered) {
                sender.itemNumber = { [onDemand] in onDemand.map(\.begunCount).min() ?? 0 }
            }
            port.attach(sender)
        }
    }

    private func end(with outcome: NodeOutcome) {
        notes.add(outcome, of: index)
        if outcome.isFailure { network.shutDown() }
        network.ended(index)
    }
}

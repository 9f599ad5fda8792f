internal import MaizeWire
@testable import MaizeRuntime

/// Nodes and channels that behave as node hosts do, one small step at a time, in any order.
struct SimulatedNetwork {
    /// The kinds of step that a node can take.
    enum Step: CaseIterable {
        case run, readAhead, hearStops, publish, obey, giveUp
    }

    private(set) var nodes: [SimulatedNode]
    private(set) var channels: [SimulatedChannel]
    /// The channels at which each node has an end.
    private let inputs: [[Int]]
    private let outputs: [[Int]]
    /// Whether a wait that is not pure can end by itself.
    let deadlinesPass: Bool
    /// The nodes that left a wait or ended, since this was last emptied.
    var moved: Set<Int> = []

    init(nodes: [SimulatedNode], channels: [SimulatedChannel], deadlinesPass: Bool) {
        self.nodes = nodes
        self.channels = channels
        self.deadlinesPass = deadlinesPass
        inputs = nodes.indices.map { node in channels.indices.filter { channels[$0].receiver == node } }
        outputs = nodes.indices.map { node in channels.indices.filter { channels[$0].sender == node } }
    }

    /// Whether all nodes came to the end of their scripts.
    var hasEnded: Bool {
        nodes.allSatisfy { $0.hasEnded }
    }

    /// Takes one step if the node can, and says whether it did.
    mutating func take(_ step: Step, by node: Int) -> Bool {
        switch step {
        case .run: run(node)
        case .readAhead: readAhead(node)
        case .hearStops: hearStops(node)
        case .publish: publish(node)
        case .obey: obey(node)
        case .giveUp: giveUp(node)
        }
    }

    mutating func deliver(from node: Int) -> SimulatedNode.Message? {
        nodes[node].outbox.isEmpty ? nil : nodes[node].outbox.removeFirst()
    }

    mutating func order(_ widening: WideningPolicy.Widening) {
        nodes[channels[widening.channel].receiver].inbox.append(widening)
    }

    // MARK: The node's own work

    private mutating func run(_ node: Int) -> Bool {
        guard !nodes[node].hasEnded else { return false }
        guard let action = nodes[node].action else {
            end(node)
            return true
        }
        switch action {
        case .compute:
            advance(node)
        case .close(let channel):
            close(channel, by: node)
            advance(node)
        case .transfer(let inputs, let outputs, let isPure):
            let wait = transfer(from: inputs, to: outputs, isPure: isPure)
            guard wait == nil || wait != nodes[node].wait else { return false }
            leaveWait(node)
            nodes[node].wait = wait
            if let wait { returnCredits(node, before: wait) } else { advance(node) }
        }
        return true
    }

    /// Moves one item, or hears of one end, or says what to wait for.
    private mutating func transfer(from inputs: [Int], to outputs: [Int], isPure: Bool) -> Wait? {
        var wait = Wait(isPure: isPure)
        for index in inputs where !channels[index].isEndSeenByReceiver {
            if channels[index].queued > 0 {
                channels[index].take()
                return nil
            }
            if channels[index].isSenderGone {
                channels[index].isEndSeenByReceiver = true
                return nil
            }
            wait.inputs.append(index)
        }
        for index in outputs where !channels[index].isEndSeenBySender {
            channels[index].collectCredits()
            if channels[index].isReceiverGone {
                channels[index].isEndSeenBySender = true
                return nil
            }
            if channels[index].hasCredit && !channels[index].isPipeFull {
                channels[index].send()
                return nil
            }
            if channels[index].hasCredit { wait.bytesOn.append(index) } else { wait.roomOn.append(index) }
        }
        return wait.inputs.isEmpty && wait.roomOn.isEmpty && wait.bytesOn.isEmpty ? nil : wait
    }

    private mutating func returnCredits(_ node: Int, before wait: Wait) {
        for index in inputs[node] {
            let isDue = channels[index].isOnDemand ? !wait.inputs.isEmpty : !wait.inputs.contains(index)
            if isDue { channels[index].returnCredits() }
        }
    }

    private mutating func advance(_ node: Int) {
        nodes[node].actionsDone += 1
    }

    private mutating func leaveWait(_ node: Int) {
        guard nodes[node].wait != nil else { return }
        nodes[node].wait = nil
        if nodes[node].hasBeenPublished { nodes[node].outbox.append(.resumed) }
        nodes[node].isPublished = false
        nodes[node].hasBeenPublished = false
        moved.insert(node)
    }

    private mutating func giveUp(_ node: Int) -> Bool {
        guard deadlinesPass, let wait = nodes[node].wait, !wait.isPure else { return false }
        leaveWait(node)
        advance(node)
        return true
    }

    private mutating func close(_ channel: Int, by node: Int) {
        if channels[channel].sender == node {
            channels[channel].isSenderGone = true
            channels[channel].isEndSeenBySender = true
        }
        if channels[channel].receiver == node {
            channels[channel].isReceiverGone = true
            channels[channel].isEndSeenByReceiver = true
        }
    }

    private mutating func end(_ node: Int) {
        for channel in inputs[node] + outputs[node] { close(channel, by: node) }
        nodes[node].hasEnded = true
        nodes[node].outbox.append(.ended)
        moved.insert(node)
    }

    // MARK: What a waiting node does beside

    private mutating func readAhead(_ node: Int) -> Bool {
        guard let wait = nodes[node].wait else { return false }
        for index in inputs[node] where !wait.inputs.contains(index) && !channels[index].isEndSeenByReceiver {
            guard channels[index].inPipe > 0, !channels[index].isAtHeldLimit else { continue }
            channels[index].readAhead()
            // The coordinator must know of the limit even if this wait was published before.
            if channels[index].isAtHeldLimit { nodes[node].isPublished = false }
            return true
        }
        return false
    }

    private mutating func hearStops(_ node: Int) -> Bool {
        guard let wait = nodes[node].wait else { return false }
        for index in wait.bytesOn where channels[index].isStopUnderWay {
            channels[index].hearStops()
            nodes[node].isPublished = false
            return true
        }
        return false
    }

    /// Publishes the wait, which a host does after it has looked once more and found nothing to go on with.
    private mutating func publish(_ node: Int) -> Bool {
        guard let wait = nodes[node].wait, !nodes[node].isPublished else { return false }
        guard wait.bytesOn.allSatisfy({ channels[$0].isPipeFull }) else { return false }
        let report = WaitReport(
            node: node,
            wait: wait,
            inputs: inputs[node].filter { !channels[$0].isEndSeenByReceiver }
                .map { channels[$0].inputCounters(index: $0) },
            outputs: outputs[node].filter { !channels[$0].isEndSeenBySender }
                .map { channels[$0].outputCounters(index: $0) },
            widenings: nodes[node].widenings
        )
        nodes[node].outbox.append(.report(report))
        nodes[node].isPublished = true
        nodes[node].hasBeenPublished = true
        return true
    }

    private mutating func obey(_ node: Int) -> Bool {
        guard !nodes[node].hasEnded, !nodes[node].inbox.isEmpty else { return false }
        let widening = nodes[node].inbox.removeFirst()
        channels[widening.channel].widen(by: widening.extraCredits, held: widening.extraBytes)
        nodes[node].widenings += 1
        nodes[node].isPublished = false
        return true
    }
}

import Maize

/// Calls an input again and again, and logs what it got.
class AskingNode: Node {
    /// `receive`, `next` or `receiveOptional`; nothing: `next`, once.
    @Parameter var call: String?
    @Parameter var times: Int?
    /// Its first item, or its end, tells that the sender has done all that it will.
    let said = Input<Bool>(optional: true)
    /// Its end tells the sender to end.
    let done = Output<Bool>(optional: true)

    var asked: Input<Int> { preconditionFailure("every kind of it has an input") }

    override func prepare() throws { if said.isConnected { _ = try said.next() } }

    override func run() throws {
        for _ in 0..<(times ?? 1) {
            do {
                let item = try ask()
                logger.info("got \(item.map(String.init) ?? "nil")")
            } catch let stop as Stop {
                if case .inputFinished = stop.reason { logger.info("got stop") }
                throw stop
            } catch let error as WorkflowError {
                logger.info("got error")
                throw error
            }
        }
    }

    private func ask() throws -> Int? {
        switch call {
        case "receive": try asked.receive()
        case "receiveOptional": try asked.receiveOptional()
        default: try asked.next()
        }
    }
}

protocol Flag { static var isOn: Bool { get } }
enum On: Flag { static let isOn = true }
enum Off: Flag { static let isOn = false }

final class AskingKind<Optional: Flag, Default: Flag, Cached: Flag>: AskingNode {
    let inp = Input<Int>(
        optional: Optional.isOn,
        default: Default.isOn ? AskedItem.byDefault : nil,
        cached: Cached.isOn
    )
    override var asked: Input<Int> { inp }
}

enum AskedItem {
    static let preloaded = 1
    static let sent = 2
    static let byDefault = 3
}

/// Sends an item, says that it did, and ends; or first waits for another node's end.
final class SendsOnce: Node {
    @Parameter var stays = false
    let out = Output<Int>()
    let said = Output<Bool>()
    let gate = Input<Bool>(optional: true)

    override func run() throws {
        try out.send(AskedItem.sent)
        guard stays else { return }
        try said.send(true)
        while try gate.next() != nil {}
    }
}

extension InputCase {
    private var type: AskingNode.Type {
        func with<Optional: Flag, Default: Flag>(_: Optional.Type, _: Default.Type) -> AskingNode.Type {
            cached ? AskingKind<Optional, Default, On>.self : AskingKind<Optional, Default, Off>.self
        }
        return switch (optional, defaulted) {
        case (false, false): with(Off.self, Off.self)
        case (false, true): with(Off.self, On.self)
        case (true, false): with(On.self, Off.self)
        case (true, true): with(On.self, On.self)
        }
    }

    static let calls = 4

    /// A workflow of this case, whose node `node` makes a number of calls; without one, nothing but its input is set.
    func workflow(calling call: String?) throws -> Workflow {
        let flow = Workflow("truth")
        let options = looped ? NodeOptions(loop: true, maxLoops: InputCase.calls) : NodeOptions()
        let node = try flow.add(type, name: "node", options: options) { node in
            node.call = call
            if call != nil { node.times = looped ? 1 : InputCase.calls }
            if preloaded { try node.asked.preload(AskedItem.preloaded) }
        }
        guard connected else { return flow }
        let sender = try flow.add(SendsOnce.self) { $0.stays = senderAlive }
        // The end of the items is there before the word that all is done.
        try flow.connect(sender.out, to: node.asked)
        try flow.connect(sender.said, to: node.said)
        if senderAlive { try flow.connect(node.done, to: sender.gate) }
        return flow
    }
}

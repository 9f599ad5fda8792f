internal import MaizeCore
internal import MaizeWire

extension Sequence<Knot> {
    /// The knots for people and records, with names for numbers: each circle in such an order that everybody waits for
    /// the next one, then those who only wait for them.
    func waits(in plan: RunPlan) -> [DeadlockWait] {
        let cycles = flatMap(\.cycles)
        let inCycles = Set(cycles.flatMap(\.nodes))
        let circles = cycles.enumerated().flatMap { number, cycle in
            cycle.membersInWaitingOrder.map { $0.wait(in: plan, circle: number) }
        }
        let waiters = flatMap(\.members).filter { !inCycles.contains($0.node) }
        return circles + waiters.map { $0.wait(in: plan, circle: nil) }
    }
}

extension Knot.Member {
    fileprivate func wait(in plan: RunPlan, circle: Int?) -> DeadlockWait {
        DeadlockWait(
            node: plan.nodes[node].path,
            channels: waits.map { wait in
                let channel = plan.channels[wait.channel].channel
                let isReceiver = wait.need == .item
                return DeadlockWait.Channel(
                    port: isReceiver ? channel.receiver.label : channel.sender.label,
                    need: wait.need.published,
                    peer: plan.nodes[wait.peer].path,
                    peerPort: isReceiver ? channel.sender.label : channel.receiver.label,
                    queued: wait.queued,
                    capacity: wait.capacity
                )
            },
            circle: circle
        )
    }
}

extension Knot.Need {
    fileprivate var published: DeadlockWait.Need {
        switch self {
        case .item: .item
        case .room: .room
        case .bytes: .memory
        }
    }
}

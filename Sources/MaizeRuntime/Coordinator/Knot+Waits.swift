internal import MaizeCore
internal import MaizeWire

extension Knot {
    /// The knot for people and records: numbers of nodes and channels replaced by their names.
    func waits(in plan: RunPlan) -> [DeadlockWait] {
        members.map { member in
            DeadlockWait(
                node: plan.nodes[member.node].path,
                channels: member.waits.map { wait in
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
                }
            )
        }
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

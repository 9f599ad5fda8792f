internal import MaizeCore

/// A knot in words: a line a node, with what it waits on and how full that is.
enum KnotText {
    static func lines(_ knot: Knot, plan: RunPlan) -> [String] {
        knot.members.map { member in
            let waits = member.waits.map { wait in
                let channel = plan.channels[wait.channel]
                let peer = plan.nodes[wait.peer].path
                let fill = "\(wait.queued) of \(wait.capacity) items"
                switch wait.need {
                case .item: return "for an item on '\(channel.channel.receiver.label)' from \(peer) (\(fill))"
                case .room: return "for room on '\(channel.channel.sender.label)' to \(peer) (\(fill))"
                case .bytes: return "for memory on '\(channel.channel.sender.label)' to \(peer) (\(fill))"
                }
            }
            let shown = waits.prefix(3).joined(separator: ", or ")
            let more = waits.count > 3 ? ", or \(waits.count - 3) more" : ""
            return "\(plan.nodes[member.node].path) waits \(shown)\(more)"
        }
    }
}

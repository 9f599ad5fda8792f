internal import MaizeWire
@testable import MaizeRuntime

extension SimulatedNetwork {
    /// The nodes that can never move again, found from the true state instead of from reports.
    ///
    /// Deliberately the definition and nothing cleverer: as long as anybody left can be freed, take it out.
    func stuckNodes() -> Set<Int> {
        var stuck = Set(nodes.indices.filter { nodes[$0].wait?.isPure == true })
        while let free = stuck.first(where: { canBeFreed($0, by: { !stuck.contains($0) }) }) {
            stuck.remove(free)
        }
        return stuck
    }

    private func canBeFreed(_ node: Int, by isFree: (Int) -> Bool) -> Bool {
        guard let wait = nodes[node].wait, nodes[node].inbox.isEmpty else { return true }
        let hasItem = wait.inputs.contains { index in
            let channel = channels[index]
            return channel.queued > 0 || channel.isSenderGone || isFree(channel.sender)
        }
        let hasRoom = wait.roomOn.contains { index in
            let channel = channels[index]
            return channel.areCreditsUnderWay || channel.isReceiverGone || isFree(channel.receiver)
        }
        let hasSpace = wait.bytesOn.contains { index in
            let channel = channels[index]
            return !channel.isPipeFull || !channel.isAtHeldLimit || channel.isReceiverGone || isFree(channel.receiver)
        }
        return hasItem || hasRoom || hasSpace
    }
}

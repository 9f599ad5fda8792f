internal import MaizeCore
internal import MaizeRuntime

/// Where the files of each channel's items lie, and how they get there.
struct MemoryFiles: Sendable {
    /// Holds all of them.
    let folder = FileFolder()
    /// By channel.
    let inboxes: [String]
    let modes: [FileMode]

    init(_ plan: RunPlan) {
        let path = folder.path
        modes = plan.channels.map(\.channel.mode)
        inboxes = plan.channels.map { planned in
            InboxPath.inbox(
                in: path,
                node: plan.nodes[planned.receiver].path,
                port: planned.channel.receiver.propertyName,
                index: planned.channel.receiver.index,
                isMoved: planned.channel.mode == .move
            )
        }
    }
}

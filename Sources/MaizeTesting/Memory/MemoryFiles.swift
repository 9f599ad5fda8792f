internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem

/// Where the files of each channel's items lie, and how they get there.
struct MemoryFiles: Sendable {
    /// The folder of all of them and of the nodes, which the first one makes.
    let folder: String
    /// By channel.
    let inboxes: [String]
    let modes: [FileMode]

    init(_ plan: RunPlan) {
        let folder = Directory.temporary + "/maize-items-" + String(UInt64.random(in: .min ... .max), radix: 36)
        self.folder = folder
        modes = plan.channels.map(\.channel.mode)
        inboxes = plan.channels.map { planned in
            InboxPath.inbox(
                in: folder,
                node: plan.nodes[planned.receiver].path,
                port: planned.channel.receiver.propertyName,
                index: planned.channel.receiver.index,
                isMoved: planned.holdsMovedFiles
            )
        }
    }
}

internal import MaizeCore
internal import MaizeSystem

/// Files that were moved to a receiver which did not take them, or not hand them on: nobody else has them, so they stay.
extension Coordinator {
    /// What lies in the inboxes of channels that move files, beyond what their receivers said that they took; a node
    /// that hands items on takes none of them for itself.
    func filesLeftBehind() -> [RunSummary.KeptFiles] {
        plan.channels.indices.compactMap { index in
            let channel = plan.channels[index]
            guard channel.holdsMovedFiles else { return nil }
            let folder = inbox(of: channel)
            guard let names = try? Directory.entries(of: folder) else { return nil }  // no file came there
            let taken = plan.nodes[channel.receiver].node is any ItemPassing ? 0 : ledger.filesTaken(on: index)
            let left = names.filter { name in
                (Int(name).map { $0 >= taken } ?? true) && Directory.holdsFiles(folder + "/" + name)
            }
            return left.isEmpty ? nil : .init(channel: channel.description, items: left.count, folder: folder)
        }
    }

    func tell(_ kept: [RunSummary.KeptFiles]) {
        for files in kept {
            notice(
                "the files of \(NumberText.counted(files.items, "item")) on \(files.channel), which were moved, came no further;"
                    + " they are kept in \(files.folder)"
            )
        }
    }

    /// Tells where files are that runs had moved which could not tell it themselves; once, since a later run takes their
    /// folders for kept ones.
    func tellOfDeadRuns() {
        for folder in scratch.leftByTheDead {
            notice("an earlier run, which was killed, had moved files; they are kept in \(folder)/\(InboxPath.moved)")
        }
    }
}

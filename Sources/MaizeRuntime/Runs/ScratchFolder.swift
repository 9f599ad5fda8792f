internal import MaizeSystem

/// The folder of one run, for its owner only and locked while the run lives.
final class ScratchFolder {
    let path: String
    /// Folders of dead runs that hold files which nobody else has, since they were moved there: the user's from now on.
    let leftByTheDead: [String]
    private var lock: Descriptor?

    private static let prefix = "maize-"
    private static let lockName = ".lock"

    /// Makes a fresh folder below `parent`, and removes what dead runs have left there.
    init(below parent: String?) throws {
        // Each node has a current folder of its own.
        let parent = Directory.absolute(parent ?? Directory.temporary)
        try Directory.make(parent)
        leftByTheDead = ScratchFolder.removeDead(in: parent)
        var fresh = ""
        repeat {
            // Another run may take the folder for a dead one's before it is locked: then another one is made.
            fresh = try Directory.makeUnique(prefix: parent + "/" + ScratchFolder.prefix)
            lock = try Directory.lock(fresh + "/" + ScratchFolder.lockName, creating: true)
        } while lock == nil
        path = fresh
    }

    func remove() throws {
        try Directory.remove(path)
        lock = nil
    }

    /// Leaves the folder to the user: no later run takes it for a dead one's.
    func keep() throws {
        try Directory.remove(path + "/" + ScratchFolder.lockName)
        lock = nil
    }

    /// Whether files were moved to a run's folder and are still there: nobody else has them.
    static func holdsMovedFiles(_ folder: String) -> Bool { Directory.holdsFiles(folder + "/" + InboxPath.moved) }

    /// A folder whose lock can be taken belongs to no living run; without a lock file it was kept on purpose.
    ///
    /// One that holds moved files loses its lock file, and is given back: its run may have had no time to tell of it.
    private static func removeDead(in parent: String) -> [String] {
        guard let names = try? Directory.entries(of: parent) else { return [] }  // an unreadable one holds none of ours
        var left: [String] = []
        for name in names where name.hasPrefix(prefix) {
            let folder = parent + "/" + name
            guard Directory.isOwnFolder(folder) else { continue }
            _ = Result {
                if let lock = try Directory.lock(folder + "/" + lockName, creating: false) {
                    if holdsMovedFiles(folder) {
                        try Directory.remove(folder + "/" + lockName)
                        left.append(folder)
                    } else {
                        try Directory.remove(folder)
                    }
                    _ = consume lock
                }
            }
        }
        return left
    }
}

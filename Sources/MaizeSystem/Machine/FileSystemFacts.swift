internal import CMaizeSystem
internal import Glibc

/// What the file system of a folder can do, found by trying it in the folder itself.
package struct FileSystemFacts: Equatable, Sendable {
    /// Bytes that this user can still write.
    package var free: Int
    package var total: Int
    /// Files that can still be made; nil where there is no limit.
    package var freeFiles: Int?
    /// A file can have several names.
    package var linksFiles: Bool
    /// A copy of a file can share its blocks.
    package var sharesBlocks: Bool

    package init(free: Int, total: Int, freeFiles: Int?, linksFiles: Bool, sharesBlocks: Bool) {
        self.free = free
        self.total = total
        self.freeFiles = freeFiles
        self.linksFiles = linksFiles
        self.sharesBlocks = sharesBlocks
    }

    /// Tries a folder; what is made there is gone again afterwards.
    ///
    /// - Throws: When nothing can be made there.
    package init(of folder: String) throws {
        var room = statvfs()
        _ = try checked("statvfs", path: folder) { statvfs(folder, &room) }
        let block = Int(clamping: room.f_frsize)
        free = Int(clamping: room.f_bavail) * block
        total = Int(clamping: room.f_blocks) * block
        freeFiles = room.f_files == 0 ? nil : Int(clamping: room.f_favail)
        let probe = try Directory.makeUnique(prefix: folder + "/maize-probe-")
        defer { _ = Result { try Directory.remove(probe) } }  // nothing of worth is in it
        let (first, second, third) = (probe + "/a", probe + "/b", probe + "/c")
        let from = try FileSystemFacts.make(first)
        try Array("some contents".utf8).withUnsafeBytes { try from.writeAll($0) }
        linksFiles = link(first, second) == 0
        let to = try FileSystemFacts.make(third)
        sharesBlocks = maize_clone_file(from.number, to.number) == 0
    }

    private static func make(_ path: String) throws(SystemError) -> Descriptor {
        Descriptor(owning: try checked("open", path: path) { open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) })
    }
}

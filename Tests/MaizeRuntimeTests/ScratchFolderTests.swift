import Glibc
import MaizeSystem
import Testing

@testable import MaizeRuntime

@Suite struct ScratchFolderTests {
    /// A folder for folders of runs, removed at the end of the test.
    private func withParent(_ body: (String) throws -> Void) throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let parent = try Directory.makeUnique(prefix: base + "/unit-")
        defer { _ = Result { try Directory.remove(parent) } }
        try body(parent)
    }

    private func isFolder(_ path: String) -> Bool { Directory.isOwnFolder(path) }

    @Test func `a run's folder is fresh, its owner's only, and locked`() throws {
        try withParent { parent in
            let first = try ScratchFolder(below: parent)
            let second = try ScratchFolder(below: parent)
            #expect(first.path != second.path)
            #expect(first.path.hasPrefix(parent + "/maize-"))
            var status = stat()
            #expect(lstat(first.path, &status) == 0)
            #expect(status.st_mode & 0o7777 == 0o700)
            let isFree = try Directory.lock(first.path + "/.lock", creating: false) != nil
            #expect(!isFree)
            try first.remove()
            #expect(!isFolder(first.path))
            #expect(isFolder(second.path))
        }
    }

    @Test func `a parent that is missing is made`() throws {
        try withParent { parent in
            let folder = try ScratchFolder(below: parent + "/a/b")
            #expect(folder.path.hasPrefix(parent + "/a/b/"))
        }
    }

    @Test func `a run's folder has an absolute path, since each node has a current folder of its own`() throws {
        try withParent { parent in
            let up = Directory.current.split(separator: "/").map { _ in "../" }.joined()
            let folder = try ScratchFolder(below: up + parent.dropFirst())
            #expect(folder.path.hasPrefix("/"))
            #expect(try Path.resolved(folder.path).hasPrefix(Path.resolved(parent) + "/maize-"))
        }
    }

    @Test func `what a dead run left is removed by the next one, what was kept is not`() throws {
        try withParent { parent in
            let dead: String
            do {
                let folder = try ScratchFolder(below: parent)
                dead = folder.path
                try Directory.make(dead + "/node/sub")
            }
            #expect(isFolder(dead))
            let kept = try ScratchFolder(below: parent)
            #expect(!isFolder(dead))
            try kept.keep()
            let living = try ScratchFolder(below: parent)
            let next = try ScratchFolder(below: parent)
            #expect(isFolder(kept.path) && isFolder(living.path) && isFolder(next.path))
            #expect(try Directory.entries(of: kept.path) == [])
        }
    }

    @Test func `files that were moved to a dead run are kept, and told of once`() throws {
        try withParent { parent in
            let dead: String
            do {
                let folder = try ScratchFolder(below: parent)
                dead = folder.path
                try Directory.make(dead + "/.maize-moved/node.inp/0")
                _ = try Descriptor.appending(to: dead + "/.maize-moved/node.inp/0/pose")
            }
            #expect(try ScratchFolder(below: parent).leftByTheDead == [dead])
            #expect(try ScratchFolder(below: parent).leftByTheDead == [])
            #expect(try FileStatus.ifAny(at: dead + "/.maize-moved/node.inp/0/pose") != nil)
        }
    }

    @Test func `only folders of the right name and kind are looked at`() throws {
        try withParent { parent in
            try Directory.make(parent + "/other")
            _ = try Directory.lock(parent + "/other/.lock", creating: true)
            let target = parent + "/target"
            try Directory.make(target)
            _ = try Directory.lock(target + "/.lock", creating: true)
            symlink(target, parent + "/maize-linked")
            try Directory.make(parent + "/maize-locked")
            // A lock that is a link to somebody's file.
            symlink(target + "/.lock", parent + "/maize-locked/.lock")
            _ = try ScratchFolder(below: parent)
            for path in ["other", "target", "maize-locked"] { #expect(isFolder(parent + "/" + path), "\(path)") }
            #expect(try Directory.entries(of: target) == [".lock"])
        }
    }

    @Test func `a parent that cannot be is an error`() throws {
        #expect(throws: SystemError.self) { _ = try ScratchFolder(below: "/proc/none") }
        #expect(throws: SystemError.self) { _ = try ScratchFolder(below: "/dev/null/below") }
    }
}

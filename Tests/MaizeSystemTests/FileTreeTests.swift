import Glibc
import MaizeSystem
import TemporaryFiles
import Testing

@Suite struct FileTreeTests {
    struct Enough: Error {}

    private func copy(_ source: String, to target: String) throws {
        try FileCopy.copy(source, to: target) {}
    }

    private func status(_ path: String) -> stat {
        var status = stat()
        lstat(path, &status)
        return status
    }

    @Test func `a copy has the bytes, the permissions and the times, and is a file of its own`() throws {
        let folder = try TemporaryFolder()
        let source = try folder.write("pose", to: "a")
        chmod(source, 0o640)
        let times = [timespec(tv_sec: 1_000, tv_nsec: 7), timespec(tv_sec: 2_000, tv_nsec: 9)]
        utimensat(AT_FDCWD, source, times, 0)
        let target = folder.path + "/b"
        try copy(source, to: target)
        #expect(FileContents.text(of: target) == "pose")
        #expect(status(target).st_mode & 0o7777 == 0o640)
        #expect(status(target).st_mtim.tv_sec == 2_000 && status(target).st_mtim.tv_nsec == 9)
        #expect(status(target).st_ino != status(source).st_ino)
    }

    @Test func `a copy never replaces anything, and what fails leaves nothing`() throws {
        let folder = try TemporaryFolder()
        let source = try folder.write("new", to: "a")
        let taken = try folder.write("old", to: "b")
        #expect(throws: SystemError("open", EEXIST, path: taken)) { try copy(source, to: taken) }
        #expect(FileContents.text(of: taken) == "old")
        let target = folder.path + "/c"
        #expect(throws: Enough.self) { try FileCopy.copy(source, to: target) { throw Enough() } }
        #expect(try FileStatus.ifAny(at: target) == nil)
        #expect(throws: SystemError("open", ENOENT, path: folder.path + "/none")) {
            try copy(folder.path + "/none", to: target)
        }
    }

    @Test func `names and links that are no text are copied and removed as they are`() throws {
        let folder = try TemporaryFolder()
        let source = folder.path + "/source"
        try Directory.make(source)
        /// A path below `source` or `copy` with an é of one byte at its end.
        func latin(_ path: String) -> [CChar] { Array((folder.path + "/" + path).utf8CString.dropLast()) + [-23, 0] }
        try folder.write("text", to: "source/text")
        #expect(rename(source + "/text", latin("source/caf")) == 0)
        #expect(symlink([99, -23, 0], latin("source/link")) == 0)
        #expect(mkdir(latin("source/folder"), 0o700) == 0)
        for way in [FileTree.Way.copy, .link] {
            try FileTree(way) {}.bring(source, to: folder.path + "/copy")
            #expect(access(latin("copy/caf"), R_OK) == 0 && access(latin("copy/folder"), R_OK) == 0)
            var room = [CChar](repeating: 0, count: 9)
            #expect(readlink(latin("copy/link"), &room, 9) == 2 && room[1] == -23)
            #expect(Directory.holdsFiles(folder.path + "/copy"))
            try Directory.remove(folder.path + "/copy")
            #expect(try FileStatus.ifAny(at: folder.path + "/copy") == nil)
        }
        #expect(try FileTree.sharesFiles(source) == false)
        try Directory.remove(source)
    }

    @Test func `holes stay holes`() throws {
        let folder = try TemporaryFolder()
        let source = try folder.write("start", to: "sparse")
        #expect(truncate(source, 64 << 20) == 0)
        let end = open(source, O_WRONLY)
        #expect(pwrite(end, "end", 3, 40 << 20) == 3)
        close(end)
        try #require(status(source).st_blocks * 512 < 1 << 20, "this file system keeps no holes")
        let target = folder.path + "/copy"
        try copy(source, to: target)
        #expect(status(target).st_size == 64 << 20)
        #expect(status(target).st_blocks * 512 < 1 << 20)
        #expect(FileContents.bytes(of: source) == FileContents.bytes(of: target))
    }

    @Test func `a file that does not know its size is read to its end`() throws {
        let folder = try TemporaryFolder()
        try copy("/proc/version", to: folder.path + "/version")
        #expect(FileContents.text(of: folder.path + "/version") == FileContents.text(of: "/proc/version"))
    }

    @Test(arguments: [FileTree.Way.copy, .link]) func `a folder comes with all that is in it`(way: FileTree.Way) throws
    {
        let folder = try TemporaryFolder()
        let tree = folder.path + "/tree"
        try Directory.make(tree + "/empty")
        try Directory.make(tree + "/a b/c\nd")
        for name in ["x", "a b/-rf", "a b/c\nd/ü"] { try folder.write(name, to: "tree/" + name) }
        symlink("../x", tree + "/a b/link")
        symlink("/no/such/place", tree + "/dangling")
        chmod(tree + "/a b", 0o500)
        let copy = folder.path + "/copy"
        try FileTree(way, betweenPieces: {}).bring(tree, to: copy)
        #expect(Set(try Directory.entries(of: copy)) == ["empty", "a b", "x", "dangling"])
        for name in ["x", "a b/-rf", "a b/c\nd/ü"] {
            #expect(FileContents.text(of: copy + "/" + name) == name)
            #expect((status(copy + "/" + name).st_ino == status(tree + "/" + name).st_ino) == (way == .link))
        }
        #expect(try Path.destination(ofLink: copy + "/a b/link").text == "../x")
        #expect(try Path.destination(ofLink: copy + "/dangling").text == "/no/such/place")
        #expect(status(copy + "/a b").st_mode & 0o7777 == 0o500)
        #expect(try FileTree.sharesFiles(copy) == (way == .link))
        // Also the folder that nothing may be removed from.
        try Directory.remove(copy)
        #expect(try FileStatus.ifAny(at: copy) == nil)
    }

    @Test func `what is missing is brought, and what is there stays`() throws {
        let folder = try TemporaryFolder()
        try Directory.make(folder.path + "/a/in")
        try Directory.make(folder.path + "/b")
        try folder.write("new", to: "a/one")
        try folder.write("two", to: "a/in/two")
        try folder.write("old", to: "b/one")
        try FileTree(.copy, fillsGaps: true, betweenPieces: {}).bring(folder.path + "/a", to: folder.path + "/b")
        #expect(FileContents.text(of: folder.path + "/b/one") == "old")
        #expect(FileContents.text(of: folder.path + "/b/in/two") == "two")
    }

    @Test func `a pipe in a folder is refused`() throws {
        let folder = try TemporaryFolder()
        try Directory.make(folder.path + "/tree")
        mkfifo(folder.path + "/tree/pipe", 0o600)
        #expect(throws: SystemError("copy", EINVAL, path: folder.path + "/tree/pipe")) {
            try FileTree(.copy, betweenPieces: {}).bring(folder.path + "/tree", to: folder.path + "/copy")
        }
    }

    @Test func `a path loses its links, but not the one at its end`() throws {
        let folder = try TemporaryFolder()
        let real = try Path.resolved(folder.path)
        try Directory.make(real + "/in")
        try folder.write("x", to: "in/file")
        symlink("in", real + "/way")
        symlink("in/file", real + "/link")
        #expect(try Path.resolvedParent(real + "/way/../way/file") == real + "/in/file")
        #expect(try Path.resolvedParent(real + "/link/") == real + "/link")
        #expect(try Path.resolved(real + "/link") == real + "/in/file")
        #expect(try Path.resolvedParent(real + "/way/.") == real + "/in")
        #expect(try Path.resolvedParent("/") == "/")
        #expect(try Path.resolvedParent("/tmp") == "/tmp")
    }

    /// The file system's own limit, which is 65,000 names or none, takes long to reach.
    @Test func `whoever cannot link copies, and whoever cannot for another reason says so`() {
        for number in [EXDEV, EPERM, EMLINK, EOPNOTSUPP] { #expect(SystemError("link", number).isLinkUnsupported) }
        for number in [ENOENT, EACCES, ENOSPC, EEXIST] { #expect(!SystemError("link", number).isLinkUnsupported) }
    }
}

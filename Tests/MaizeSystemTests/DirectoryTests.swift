import Glibc
import MaizeSystem
import TemporaryFiles
import Testing

@Suite struct DirectoryTests {
    @Test func `a lock has one holder, until it goes`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/.lock"
        do {
            let held = try isFree(path, creating: true) { try isFree(path, creating: false) { true } }
            #expect(held == .some(nil))
        }
        #expect(try isFree(path, creating: false) { true } == true)
    }

    /// What `body` gives while the lock is held; nil when somebody else holds it.
    private func isFree<Result>(_ path: String, creating: Bool, _ body: () throws -> Result) throws -> Result? {
        guard let lock = try Directory.lock(path, creating: creating) else { return nil }
        let result = try body()
        _ = consume lock
        return result
    }

    @Test func `a lock that is missing is not made unasked, and a link is no lock`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: SystemError("open", ENOENT, path: folder.path + "/none")) {
            _ = try isFree(folder.path + "/none", creating: false) {}
        }
        let target = try folder.write("", to: "target")
        symlink(target, folder.path + "/link")
        #expect(throws: SystemError("open", ELOOP, path: folder.path + "/link")) {
            _ = try isFree(folder.path + "/link", creating: true) {}
        }
    }

    @Test func `a unique folder is fresh and for its owner only`() throws {
        let parent = try TemporaryFolder()
        let paths = try (0..<20).map { _ in try Directory.makeUnique(prefix: parent.path + "/run-") }
        #expect(Set(paths).count == 20)
        #expect(Set(try Directory.entries(of: parent.path).map { parent.path + "/" + $0 }) == Set(paths))
        for path in paths {
            var status = stat()
            #expect(lstat(path, &status) == 0)
            #expect(status.st_mode & 0o7777 == 0o700)
        }
    }

    @Test func `a folder is made with what lacks above it, and twice is no error`() throws {
        let parent = try TemporaryFolder()
        try Directory.make(parent.path + "/a/b/c")
        try Directory.make(parent.path + "/a/b/c")
        #expect(Directory.isOwnFolder(parent.path + "/a/b/c"))
        // A name that begins with an accent: with the slash before it, it looks like one character.
        try Directory.make(parent.path + "/\u{301}a/\u{301}b")
        #expect(Directory.isOwnFolder(parent.path + "/\u{301}a/\u{301}b"))
        let file = try parent.write("", to: "file")
        #expect(throws: SystemError.self) { try Directory.make(file + "/below") }
    }

    @Test func `removing takes everything below, and only links themselves`() throws {
        let outside = try TemporaryFolder()
        try outside.write("kept", to: "precious")
        let folder = try TemporaryFolder()
        let path = folder.path + "/tree"
        try Directory.make(path + "/a/b")
        try folder.write("x", to: "tree/a/b/file")
        symlink(outside.path, path + "/link")
        symlink(outside.path + "/precious", path + "/a/filelink")
        symlink("/no/such/place", path + "/a/dangling")
        try Directory.remove(path)
        #expect(try Directory.entries(of: folder.path) == [])
        #expect(FileContents.text(of: outside.path + "/precious") == "kept")
        symlink(outside.path, path)
        try Directory.remove(path)
        #expect(FileContents.text(of: outside.path + "/precious") == "kept")
        // What is not there need not be removed.
        try Directory.remove(path)
    }

    @Test func `a file that may not be removed is not taken for a folder`() {
        #expect(throws: SystemError("unlink", EPERM, path: "/proc/self/status")) {
            try Directory.remove("/proc/self/status")
        }
    }

    @Test func `names are listed as they are`() throws {
        let folder = try TemporaryFolder()
        let names: Set = [".hidden", "a b", "ünïcode", "line\nbreak", String(repeating: "n", count: 255)]
        for name in names { try folder.write("", to: name) }
        #expect(Set(try Directory.entries(of: folder.path)) == names)
        #expect(throws: SystemError("opendir", ENOENT, path: folder.path + "/none")) {
            try Directory.entries(of: folder.path + "/none")
        }
    }

    @Test func `an own folder is no file and no link to a folder`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("", to: "file")
        symlink(folder.path, folder.path + "/link")
        #expect(Directory.isOwnFolder(folder.path))
        #expect(!Directory.isOwnFolder(file))
        #expect(!Directory.isOwnFolder(folder.path + "/link"))
        #expect(!Directory.isOwnFolder(folder.path + "/none"))
    }

    @Test func `another user's folder is not our own`() throws {
        guard getuid() == 0 else { return #expect(!Directory.isOwnFolder("/")) }
        // To root the root folder is its own, but root can give one away.
        let folder = try TemporaryFolder()
        #expect(chown(folder.path, 65_534, 65_534) == 0)
        #expect(!Directory.isOwnFolder(folder.path))
    }
}

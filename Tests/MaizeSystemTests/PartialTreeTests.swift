import Glibc
import MaizeSystem
import TemporaryFiles
import Testing

/// Files and folders that appear whole or not at all.
@Suite struct PartialTreeTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["from", "from/deep", "to"] { try Directory.make(folder.path + "/" + name) }
        try folder.write("a", to: "from/a")
        try folder.write("b", to: "from/deep/b")
    }

    private func path(_ name: String) -> String { folder.path + "/" + name }
    private func text(_ name: String) -> String? { FileContents.text(of: path(name)) }
    private var names: [String] { get throws { try Directory.entries(of: path("to")).sorted() } }

    @Test(arguments: [false, true]) func `a file or a folder appears when it is published`(moving: Bool) throws {
        for (source, place) in [("from/a", "a"), ("from/deep", "deep")] {
            let partial = try PartialTree(for: path("to/" + place))
            try partial.bring(path(source), moving: moving, betweenPieces: {})
            #expect(try FileStatus.ifAny(at: path("to/" + place)) == nil)
            try partial.publish(replacing: false)
            #expect(try (FileStatus.ifAny(at: path(source)) == nil) == moving)
        }
        #expect(text("to/a") == "a" && text("to/deep/b") == "b")
        #expect(try names == ["a", "deep"])
    }

    @Test func `what is not published leaves nothing behind`() throws {
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            var pieces = 0
            let partial = try PartialTree(for: path("to/tree"))
            try partial.bring(path("from"), moving: false) {
                pieces += 1
                if pieces == 3 { throw Enough() }
            }
        }
        let whole = try PartialTree(for: path("to/tree"))
        try whole.bring(path("from"), moving: false, betweenPieces: {})
        #expect(try names.count == 1, "it grows beside its place")
        withExtendedLifetime(whole) {}  // until here
    }

    @Test func `what is there is replaced only if it is to be, a folder whole`() throws {
        try Directory.make(path("to/deep/old"))
        try folder.write("old", to: "to/a")
        for (source, place) in [("from/a", "a"), ("from/deep", "deep")] {
            let partial = try PartialTree(for: path("to/" + place))
            try partial.bring(path(source), moving: false, betweenPieces: {})
            let error = #expect(throws: SystemError.self) { try partial.publish(replacing: false) }
            #expect(error?.isTaken == true)
            try partial.publish(replacing: true)
        }
        #expect(text("to/a") == "a")
        #expect(try Directory.entries(of: path("to/deep")) == ["b"])
        #expect(try names == ["a", "deep"], "nothing of the old one is left")
    }

    @Test func `a file that has another name is copied, not moved, and a link is written through`() throws {
        #expect(link(path("from/a"), path("from/twin")) == 0 && symlink("a", path("to/link")) == 0)
        let partial = try PartialTree(for: path("to/link"))
        try partial.bring(path("from/a"), moving: true, betweenPieces: {})
        try partial.publish(replacing: true)
        #expect(text("from/a") == "a" && text("to/a") == "a")
        #expect(try FileStatus(of: path("to/link")).kind == .link)
        #expect(try FileTree.sharesFiles(path("to/a")) == false)
    }

    @Test func `what is neither a file nor a folder is refused`() throws {
        #expect(mkfifo(path("from/pipe"), 0o600) == 0)
        let partial = try PartialTree(for: path("to/pipe"))
        let error = #expect(throws: SystemError.self) {
            try partial.bring(path("from/pipe"), moving: false, betweenPieces: {})
        }
        #expect(error?.number == EINVAL)
    }
}

import SeededRandom
import Testing

@testable import MaizeRuntime

@Suite struct FileLayoutTests {
    private func places(_ sources: String...) -> [String: String] {
        let layout = FileLayout(sources)
        return Dictionary(uniqueKeysWithValues: Set(sources).map { ($0, layout.place(of: $0) ?? "none") })
    }

    @Test func `a single file has just its name`() {
        #expect(places("/data/a/pose.pdb") == ["/data/a/pose.pdb": "pose.pdb"])
        #expect(places("/pose.pdb") == ["/pose.pdb": "pose.pdb"])
        #expect(places("/a/f", "/a/f") == ["/a/f": "f"])
        #expect(FileLayout(["/a/f", "/a/f"]).steps == [.init(source: "/a/f", place: "f")])
    }

    @Test func `several files lie as they lay below what they have in common`() {
        #expect(places("/d/a", "/d/b") == ["/d/a": "a", "/d/b": "b"])
        #expect(places("/d/a", "/d/sub/a") == ["/d/a": "a", "/d/sub/a": "sub/a"])
        #expect(places("/x/a/f", "/x/b/f") == ["/x/a/f": "a/f", "/x/b/f": "b/f"])
        #expect(places("/x/f", "/y/f") == ["/x/f": "x/f", "/y/f": "y/f"])
        #expect(places("/x", "/y/z/f") == ["/x": "x", "/y/z/f": "y/z/f"])
    }

    @Test func `what is in a folder that comes comes with it`() {
        let layout = FileLayout(["/d/in/deep/f", "/d/in", "/d/in f", "/d/other"])
        #expect(Set(layout.steps.map(\.source)) == ["/d/in", "/d/in f", "/d/other"])
        #expect(layout.place(of: "/d/in/deep/f") == "in/deep/f")
        #expect(layout.place(of: "/d/in f") == "in f")
        #expect(FileLayout(["/d/in/f", "/d/in"]).steps == [.init(source: "/d/in", place: "in")])
    }

    @Test func `names that look alike stay two files`() {
        let layout = FileLayout(["/d/\u{E9}", "/d/e\u{301}"])
        #expect(layout.steps.count == 2)
        #expect(layout.steps[0].place.utf8.count != layout.steps[1].place.utf8.count)
    }

    /// For random sets of paths: every source has a place, no two transfers meet, and each path ends as it ended.
    @Test(arguments: 0..<300 as Range<UInt64>) func `no two files meet`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let names = ["a", "b", "a b", "0", ".", "\u{E9}", "-x"].filter { $0 != "." }
        let sources = (0..<random.number(1...12)).map { _ in
            "/"
                + (0..<random.number(1...5)).map { _ in names[random.number(0...names.count - 1)] }.joined(
                    separator: "/"
                )
        }
        let layout = FileLayout(sources)
        for source in sources {
            let place = layout.place(of: source) ?? ""
            #expect(!place.isEmpty && ("/" + source).hasSuffix("/" + place), "seed \(seed)")
        }
        let targets = layout.steps.map(\.place)
        for (index, target) in targets.enumerated() {
            for (other, second) in targets.enumerated() where other != index {
                #expect(target != second && !second.hasPrefix(target + "/"), "seed \(seed)")
            }
        }
        // Different sources have different places.
        #expect(Set(Set(sources).map { layout.place(of: $0) }).count == Set(sources).count, "seed \(seed)")
        #expect(FileLayout(sources.reversed()) == layout, "seed \(seed)")
    }
}

@Suite struct InboxPathTests {
    @Test func `each input has its own inbox`() {
        let paths = [("a", "b", nil), ("a", "b", 0), ("a", "b", 1), ("a.b", "b", nil), ("a/b", "b", nil)].map {
            InboxPath.inbox(in: "/s", node: $0.0, port: $0.1, index: $0.2, isMoved: false)
        }
        #expect(Set(paths).count == paths.count)
        #expect(paths[1] == "/s/.maize-inputs/a.b.0")
    }

    @Test func `the folder of an item is found from any path in it`() {
        let inbox = InboxPath.inbox(in: "/tmp/7/maize-x", node: "sg/a", port: "inp", index: 2, isMoved: true)
        #expect(InboxPath.itemFolder(of: inbox + "/12/a/0/f") == inbox + "/12")
        #expect(InboxPath.itemFolder(of: inbox + "/12") == nil)
        #expect(InboxPath.itemFolder(of: "/tmp/7/8/f") == nil)
        #expect(InboxPath.itemFolder(of: "") == nil)
    }
}

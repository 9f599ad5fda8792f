import Glibc
import Maize
import MaizeSystem
import MaizeTesting
import Testing

@testable import MaizeSteps

@Suite(.timeLimit(.minutes(10))) struct GlobTests {
    let files: TestRun

    init() throws {
        files = try TestRun()
        for name in [
            "b.csv", "a.csv", "é.csv", ".hidden.csv", "x/1.csv", "x/y/2.csv", "x/.z/3.csv", "[1]/4.csv", "1/5.csv",
        ] {
            if let parent = Path.parent(of: files.file(name)) { try Directory.make(parent) }
            try files.write(name, to: name)
        }
        symlink("..", files.file("x/loop"))
        symlink("a.csv", files.file("link.csv"))
        symlink("nothing", files.file("lost.csv"))
    }

    private func found(_ pattern: String) throws -> [String] {
        let prefix = files.folder + "/"
        return try GlobSearch(prefix + pattern).found.map { String($0.dropFirst(prefix.count)) }
    }

    @Test(arguments: [
        ("*.csv", ["a.csv", "b.csv", "link.csv", "é.csv"]), ("?.csv", ["a.csv", "b.csv", "é.csv"]),
        ("[ab].csv", ["a.csv", "b.csv"]), ("[!a].csv", ["b.csv", "é.csv"]), ("[a-c]*", ["a.csv", "b.csv"]),
        ("a.csv", ["a.csv"]), ("none.csv", []), ("x", []), ("*/1.csv", ["x/1.csv"]),
        ("x/**/*.csv", ["x/1.csv", "x/y/2.csv"]), ("x/**", ["x/1.csv", "x/y/2.csv"]), ("**/2.csv", ["x/y/2.csv"]),
        ("**/**/y/**/2.csv", ["x/y/2.csv"]), (".h*", [".hidden.csv"]), ("x/.z/*", ["x/.z/3.csv"]),
        ("[1]/*.csv", ["[1]/4.csv"]), ("./x/./1.csv", ["x/1.csv"]), ("x/../a.c*", ["x/../a.csv"]),
        ("x/loop/a.csv", ["x/loop/a.csv"]), ("no/*/way", []),
        ("x/*/*.csv", ["x/loop/a.csv", "x/loop/b.csv", "x/loop/link.csv", "x/loop/é.csv", "x/y/2.csv"]),
    ])
    func `files are found by their pattern, in the order of their bytes`(pattern: String, names: [String]) throws {
        #expect(try found(pattern) == names)
    }

    @Test(arguments: [
        ("a*b*c", "a1b2b3c", true), ("a*b*c", "abcb", false), ("*", "", true), ("**", "ab", true), ("?", "é", true),
        ("?", "", false),
        ("[]a]", "]", true), ("[a", "[a", true), ("[!]]", "]", false), ("[!]]", "a", true), ("[a-]", "-", true),
        ("[z-a]", "b", false),
        ("*", ".a", false), (".*", ".a", true), ("a?", "a", false), ("", "", true), ("[^a]", "b", true),
        ("*a*a*a*a*a*a*a*a*b", String(repeating: "a", count: 300), false),
    ])
    func `names match as in a shell`(pattern: String, name: String, matches: Bool) {
        #expect(GlobPattern(pattern).matches(name) == matches)
    }

    @Test func `files are sent with what is in them`() throws {
        let pattern = files.file("x/**/*.csv")
        let result = try NodeRig(Glob.self) { $0.pattern = pattern }.run()
        #expect(result.items(of: \.out).map(FileContentsOf.text) == ["x/1.csv", "x/y/2.csv"])
    }

    @Test func `nothing found is a warning, or an error where that is wanted`() throws {
        let pattern = files.file("*.none")
        let rig = NodeRig(Glob.self) { $0.pattern = pattern }
        let result = try rig.run()
        #expect(result.items(of: \.out) == [] && result.end(of: \.out) == .finished)
        #expect(result.log.map(\.message) == ["no file matches '\(pattern)'"])
        let strict = NodeRig(Glob.self) {
            $0.pattern = pattern
            $0.mustFind = true
        }
        #expect(strict.problem?.contains("no file matches '\(pattern)'") == true)
        #expect(NodeRig(Glob.self) { $0.pattern = "" }.problem?.contains("is an empty path") == true)
    }

    @Test func `a folder that cannot be read is named`() throws {
        // Nothing is forbidden to the user who runs tests in a container: the path that is too long is for everybody.
        let name = String(repeating: "d", count: 250)
        _ = try Shell.output("cd \(files.folder) && for i in $(seq 20); do mkdir \(name) && cd \(name); done")
        defer { _ = try? Shell.output("rm -rf \(files.folder)/\(name)") }  // the folder around goes in any case
        let error = try #require(throws: FileFailure.self) { try found("**/*.csv") }
        #expect(error.path.hasPrefix("\(files.folder)/\(name)/\(name)"))
        #expect(error.message.contains("too long"))
    }

    @Test func `a receiver that goes away stops it`() throws {
        let pattern = files.file("*.csv")
        let result = try NodeRig(Glob.self) { $0.pattern = pattern }.take(1, of: \.out).run()
        #expect(result.outcome.word == "stopped")
    }
}

import MaizeCore
import MaizeDocuments
import MaizeWire
import Testing

final class PathNode: Node {
    @Parameter(isPath: true, help: "what is read") var path: String
    @Parameter(isPath: true) var extra: String?
    @Parameter(isPath: true) var many: [String] = []
    @Parameter(isPath: true) var given = "data/default"
    @Parameter(pathRule: .program) var command: [String]
    @Parameter var word = "plain"
    let out = Output<Int>(optional: true)
    override func run() throws {}
}

final class NumberAsPath: Node {
    @Parameter(isPath: true) var number = 1
    let out = Output<Int>()
}

@Suite struct PathParameterTests {
    let flow = Workflow("paths")

    private func node() throws -> PathNode {
        try flow.add(PathNode.self, name: "node") {
            $0.path = "a"
            $0.command = ["cat"]
        }
    }

    @Test(arguments: [
        ("a", "/home/a"), ("./a", "/home/a"), (".//./a/b", "/home/a/b"), ("../a", "/home/../a"),
        ("a/../b", "/home/a/../b"),
        ("/a", "/a"), (".", "/home/."), ("./", "/home"), (" ", "/home/ "), (".hidden", "/home/.hidden"),
    ])
    func `a relative path is joined, an absolute one stays`(path: String, absolute: String) throws {
        let node = try node()
        node.path = path
        node.$path.makePathsAbsolute(from: "/home")
        #expect(node.path == absolute)
        node.path = path
        node.$path.makePathsAbsolute(from: "/")
        #expect(node.path.hasPrefix("/") && !node.path.hasPrefix("//"))
    }

    @Test func `lists and optionals hold paths too, other parameters none`() throws {
        let node = try node()
        node.many = ["x", "/y"]
        node.extra = "z"
        for parameter in node.parameters { parameter.makePathsAbsolute(from: "/home") }
        #expect(node.many == ["/home/x", "/y"] && node.extra == "/home/z" && node.word == "plain")
        node.extra = nil
        node.$extra.makePathsAbsolute(from: "/home")
        #expect(node.extra == nil && !node.$extra.isSet)
    }

    @Test func `a default that was made absolute travels`() throws {
        let plan = { [flow] in try RunPlan(flow, pathsFrom: "/home") }
        _ = try node()
        #expect(try plan().nodes[0].values["given"] == ItemCoder.encodeItem("/home/data/default"))
        #expect(try plan().nodes[0].values["path"] == ItemCoder.encodeItem("/home/a"))
    }

    @Test(arguments: [
        (["cat", "a/b"], ["cat", "a/b"]), (["./run", "a/b"], ["/home/run", "a/b"]), (["bin/run"], ["/home/bin/run"]),
        (["/bin/cat"], ["/bin/cat"]), ([], []), ([""], [""]),
    ])
    func `of a command the program is a path where it has a slash`(words: [String], absolute: [String]) throws {
        let node = try node()
        node.command = words
        node.$command.makePathsAbsolute(from: "/home")
        #expect(node.command == absolute)
    }

    @Test func `an option that drives a path is one, and its value is taken from the folder of the run`() throws {
        let node = try node()
        let option = try flow.map(node.$path, as: "input")
        #expect(option.isPath && node.$path.isPath && !node.$word.isPath)
        try option.setWords(["b"])
        #expect(try RunPlan(flow, pathsFrom: "/home").nodes[0].values["path"] == ItemCoder.encodeItem("/home/b"))
        #expect(try RunPlan(flow, pathsFrom: "/else").nodes[0].values["path"] == ItemCoder.encodeItem("/else/b"))
    }

    @Test(arguments: ["", "a\0b"])
    func `an impossible path is found by the check`(path: String) throws {
        let node = try node()
        #expect(flow.check().isEmpty)
        node.path = path
        let first = try #require(flow.check().first)
        #expect(first.severity == .error && first.description.contains("path"))
        node.path = "a"
        node.many = ["a", path]
        #expect(flow.check().count == 1)
    }

    @Test func `only texts are paths`() {
        #expect(refusal(.type) { try flow.add(NumberAsPath.self) }?.contains("not Int") == true)
    }
}

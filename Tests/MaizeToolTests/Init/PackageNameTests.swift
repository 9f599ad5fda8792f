import Testing

@testable import MaizeTool

struct PackageNameTests {
    @Test(arguments: ["Corpus", "corpus", "C2", "my_flows", "_a", "MaizeFlows"])
    func `what a module can be called, a package can`(name: String) throws {
        #expect(try PackageName(name).text == name)
        #expect(try PackageName(folder: "/some/where/" + name).nodes == name + "Nodes")
    }

    @Test(arguments: [
        ("my-flows", "'MyFlows' would do"), ("3d-grid", "'Flow3dGrid' would do"), ("a b", "'AB' would do"),
        ("", "choose one like Corpus"), ("..", "choose one like Corpus"), ("größe", "'GrE' would do"),
        (String(repeating: "a", count: 65), "'A\(String(repeating: "a", count: 63))' would do"),
    ])
    func `what a module cannot be called is refused with what would do`(name: String, end: String) {
        let problem = #expect(throws: PackageProblem.self) { try PackageName(name) }
        #expect(problem?.message.hasSuffix(end) == true, "\(problem?.message ?? "")")
    }

    @Test(arguments: ["Maize", "maizecore", "Yams", "Foundation", "class", "Self", "program"])
    func `names that something has already are refused`(name: String) {
        let problem = #expect(throws: PackageProblem.self) { try PackageName(name) }
        #expect(problem?.message.hasSuffix("call it My\(name)") == true, "\(problem?.message ?? "")")
    }
}

import MaizeCore
import MaizeDocuments
import MaizeWire
import Testing

final class FileNode: Node {
    @Parameter var table: File
    @Parameter var extra: File?
    @Parameter var many: [File] = []
    @Parameter var named: [String: File] = [:]
    @Parameter(mustExist: false) var target = File("out.txt")
    @Parameter(isPath: true, mustExist: true) var text: String?
    @Parameter(rule: .suffix("pdb")) var structure = File("a.pdb")
    let inp = Input<File>(optional: true)
    let multi = MultiInput<[File]>(optional: true)
    let out = Output<Int>(optional: true)
}

@Suite struct FileParameterTests {
    let flow = Workflow("files")
    let node: FileNode

    init() throws {
        node = try flow.add(FileNode.self, name: "node") {
            $0.table = File("t.csv")
            $0.many = [File("a"), File("/b")]
            $0.named = ["two": File("d"), "one": File("c")]
            try $0.inp.set(File("i"))
            try $0.multi.append([File("m")])
        }
    }

    @Test func `files are paths, made absolute before the run wherever they stand`() throws {
        let values = try RunPlan(flow, pathsFrom: "/home").nodes[0].values
        #expect(node.table == File("/home/t.csv") && node.extra == nil)
        #expect(node.many == [File("/home/a"), File("/b")])
        #expect(node.named == ["one": File("/home/c"), "two": File("/home/d")])
        #expect(values["target"] == (try ItemCoder.encodeItem("/home/out.txt")))
        #expect(values["inp"] == (try ItemCoder.encodeItem("/home/i")))
        #expect(values["multi[0]"] == (try ItemCoder.encodeItem(["/home/m"])))
    }

    @Test func `preloaded files too`() throws {
        try node.inp.preload(File("x"))
        let plan = try RunPlan(flow, pathsFrom: "/home")
        #expect(plan.nodes[0].preloads == ["inp": [try ItemCoder.encodeItem("/home/x")]])
    }

    @Test func `each file is needed unless its declaration says otherwise`() {
        node.text = "s"
        let needed = node.interfaces.flatMap(\.neededFiles)
        #expect(needed == ["t.csv", "a", "/b", "c", "d", "s", "a.pdb", "i"])
        #expect(node.multi[0].neededFiles == ["m"])
    }

    @Test func `text of an option is a path, or several`() throws {
        try node.$table.setWords(["/x"])
        try node.$extra.setWords(["y"])
        try node.$many.setWords(["a", "b"])
        #expect(node.table.path == "/x" && node.extra == File("y") && node.many == [File("a"), File("b")])
        #expect(node.$many.valueText == "a b" && node.$table.valueText == "/x")
        #expect(ParameterText.typeDescription(of: File?.self) == "a path")
    }

    @Test func `a rule looks at a file's suffix, and an empty path is found`() {
        (node.structure, node.table) = (File("a.xyz"), File(""))
        #expect(
            flow.check().map(\.description) == [
                "error: node.table: the value of this parameter is an empty path; give the path of a file, such as"
                    + " ./data.txt",
                "error: node.structure: the value a.xyz breaks the rule 'ends with .pdb'",
            ]
        )
    }

    @Test func `an option that drives a file is one`() throws {
        let option = try flow.map(node.$table, as: "table")
        #expect(option.isPath)
        try option.setWords(["other.csv"])
        _ = try RunPlan(flow, pathsFrom: "/home")
        #expect(node.table == File("/home/other.csv"))
    }
}

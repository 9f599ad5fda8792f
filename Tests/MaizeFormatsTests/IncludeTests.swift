import Glibc
import Maize
import MaizeCore
import MaizeSystem
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Graphs of other files.
@Suite struct IncludeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try Directory.make(folder.path + "/parts")
        _ = try folder.write(
            """
            include: more/copy.json
            graphs:
              Read: {nodes: {read: {type: Paths, parameters: {file: data.txt}}}, ports: {out: read.out}}
              Both: {nodes: {r: Read, c: Two}, channels: [r -> c], ports: {out: c.out}}
            nodes: {never: Looked, at: Here}
            """,
            to: "parts/read.yaml"
        )
        try Directory.make(folder.path + "/parts/more")
        _ = try folder.write(
            """
            {"graphs": {"Two": {"nodes": {"copy": "Merge"}, "ports": {"inp": "copy.inp", "out": "copy.out"}}}}
            """,
            to: "parts/more/copy.json"
        )
        _ = try folder.write(
            """
            name: count
            nodes: {load: LoadData, wait: Delay}
            channels: [load -> wait]
            ports: {out: wait.out}
            parameters: {start: {map: load.data, value: 3}, delay: wait.delay}
            """,
            to: "count.yaml"
        )
    }

    private func problems(_ text: String, samples nodes: [Component.Type] = samples) throws -> [String] {
        let path = try folder.write(text)
        do {
            _ = try WorkflowFile(path: path, nodes: nodes)
            return []
        } catch let error as WorkflowFileError {
            return error.diagnostics.map { $0.description.replacing(folder.path + "/", with: "") }
                .filter { !$0.contains("is not connected") }
        }
    }

    @Test func `a file uses graphs of others, whose paths mean their own folders`() throws {
        let path = try folder.write(
            """
            include: [parts/read.yaml, ./parts/../parts/read.yaml]
            graphs: {Count: count.yaml}
            nodes: {both: Both, count: {type: Count, parameters: {delay: 0}}, w: Return, n: Return}
            channels: [both -> w, count -> n]
            """
        )
        let file = try WorkflowFile(path: path, nodes: samples)
        let flow = file.workflow
        #expect(flow.component(at: ["w"]) is Return<String> && flow.component(at: ["n"]) is Return<Int>)
        #expect((flow.component(at: ["both", "r", "read"]) as? Paths)?.file == folder.path + "/parts/data.txt")
        #expect(flow.check().isEmpty && file.warnings.isEmpty)
        #expect((flow.component(at: ["count", "load"]) as? LoadData<Int>)?.data == 3)
    }

    @Test func `a finding in an included file names that file`() throws {
        _ = try folder.write(
            "graphs:\n  Bad: {nodes: {a: Mrge, b: {type: Station}}, channels: [b.out -> c.inp], ports: {out: b.out}}",
            to: "parts/bad.yaml"
        )
        let found = try problems("include: parts/bad.yaml\nnodes: {x: Bad, end: Void}\nchannels: [x -> end]")
        #expect(
            found == [
                "parts/bad.yaml:2:20: error: there is no type of nodes 'Mrge'; did you mean 'Merge'?",
                "parts/bad.yaml:2:26: error: x/b.place: this parameter has no value; give it one, or map it to an option",
                "parts/bad.yaml:2:67: error: there is no node 'c'; there are: a, b",
            ],
            "\(found)"
        )
        #expect(
            try problems(
                "include: parts/bad.yaml\nnodes: {a: {type: Station, parameters: {place: x}}, v: Void}\nchannels: [a -> v]"
            ) == []
        )
        _ = try folder.write("graphs: {A: [", to: "parts/broken.yaml")
        #expect(
            try problems("include: parts/broken.yaml\nnodes: {v: Void}").contains { $0.hasPrefix("parts/broken.yaml:") }
        )
    }

    @Test(arguments: [
        ("/etc/passwd", "'/etc/passwd' cannot be used: the path is absolute, and only files below the folder"),
        ("../x.yaml", "'../x.yaml' cannot be used: "),
        ("link.yaml", "'link.yaml' cannot be used: it lies elsewhere, and only files below the folder of the file"),
        ("missing.yaml", "'missing.yaml' cannot be used: No such file or directory"),
        ("parts", "'parts' cannot be used: it is no regular file"),
        ("flow.yaml", "'flow.yaml' cannot be used: it includes itself, by way of other files or directly"),
        ("around.yaml", "around.yaml:1:10: error: 'flow.yaml' cannot be used: it includes itself"),
        ("text.txt", "text.txt: error: the file's name must end in"),
    ])
    func `a file that cannot be taken in is refused`(path: String, problem: String) throws {
        _ = try folder.write("x", to: "text.txt")
        _ = try folder.write("include: flow.yaml", to: "around.yaml")
        #expect(symlink("/etc/passwd", folder.path + "/link.yaml") == 0)
        for use in ["include: ", "graphs: {X: ", "include: ["] {
            let end = use.last == "[" ? "]" : use.contains("{") ? "}" : ""
            if use.contains("graphs"), path == "around.yaml" || path == "flow.yaml" { continue }
            let found = try problems("\(use)\(path)\(end)\nnodes: {v: Void}")
            #expect(found.contains { $0.contains(problem) }, "\(found)")
        }
    }

    @Test func `a workflow that is its own graph is refused`() throws {
        let found = try problems("graphs: {X: flow.yaml}\nnodes: {x: X}")
        #expect(found.contains { $0.contains("it includes itself") }, "\(found)")
    }

    @Test func `a name that two files give is refused`() throws {
        _ = try folder.write("graphs: {Two: {nodes: {v: Void}}}", to: "other.yaml")
        let found = try problems("include: [parts/read.yaml, other.yaml]\nnodes: {v: Void}")
        #expect(
            found == [
                "flow.yaml:1:28: error: 'other.yaml' has a graph 'Two', and so has parts/more/copy.json in line 1; give one of both another name"
            ]
        )
    }

    @Test func `files are bounded in number and size`() throws {
        for number in 0..<110 { _ = try folder.write("graphs: {}", to: "f\(number).yaml") }
        let all = (0..<110).map { "f\($0).yaml" }.joined(separator: ", ")
        #expect(try problems("include: [\(all)]\nnodes: {v: Void}").contains { $0.contains("more than 100 files") })
        let large = "graphs: {}\n" + String(repeating: "# comment\n", count: 900_000)
        for number in 0..<2 { _ = try folder.write(large, to: "large\(number).yaml") }
        let found = try problems("include: [large0.yaml, large1.yaml]\nnodes: {v: Void}")
        #expect(found.contains { $0.contains("with it, more than 16777216 bytes (16 MiB)") }, "\(found)")
    }
}

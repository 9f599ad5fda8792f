import Foundation
import MaizeSystem
import TemporaryFiles
import Testing

/// Workflow files that somebody means harm with, read with 200 MB of memory and a second of processor time.
@Suite(.timeLimit(.minutes(10)))
struct HostileFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What the command says about a file; it has to refuse it.
    private func refusal(_ file: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let seconds = Program.releaseFolder == nil ? 20 : 1
        let program = Program.released("maize-swift")
        let limits = "ulimit -d 204800 -t \(seconds); exec \"$@\""
        let wrapper = ["/bin/bash", "-c", limits, "bash"]
        let finished = try Program(program, ["execute", file, "--check"], through: wrapper).wait(within: 60)
        #expect(finished.end == .exited(status: 2), "\(finished.errors.prefix(2000))", sourceLocation: sourceLocation)
        #expect(finished.output.isEmpty, sourceLocation: sourceLocation)
        return finished.errors
    }

    private func refusal(
        of text: String,
        as name: String = "flow.yaml",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        try refusal(try folder.write(text, to: name), sourceLocation: sourceLocation)
    }

    private static let nodes = "nodes:\n- {name: a, type: LoadData, parameters: {data: 1}}\n"

    /// Nine lists of nine of the one before, `levels` times.
    private static func bomb(_ levels: Int) -> String {
        var lines = ["x0: &x0 [x, x, x, x, x, x, x, x, x]"]
        for level in 1...levels {
            let parts = [String](repeating: "*x\(level - 1)", count: 9)
            lines.append("x\(level): &x\(level) [\(parts.joined(separator: ", "))]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func `aliases that grow without bound are refused where they pass the limit`() throws {
        let errors = try refusal(of: HostileFileTests.bomb(12))
        #expect(errors.hasSuffix("more than 500000 values, counting what aliases repeat\n"))
        #expect(errors.contains("flow.yaml:6:"))
    }

    @Test func `an alias that is a key is refused before it is looked into`() throws {
        let errors = try refusal(of: HostileFileTests.bomb(4) + "? *x4\n: 1\n")
        #expect(errors.hasSuffix("flow.yaml:6:3: error: a key is a text, nothing else\n"))
    }

    @Test(arguments: ["yaml", "json"], ["[", "{\"a\":", "[{\"a\":"])
    func `ten megabytes of brackets are refused at the hundred-and-first`(suffix: String, bracket: String) throws {
        let text = String(repeating: bracket, count: 10_000_000 / bracket.utf8.count)
        let errors = try refusal(of: text, as: "flow." + suffix)
        #expect(errors.hasSuffix("error: nested deeper than 100 levels\n"))
        #expect(errors.contains("flow.\(suffix):1:"))
    }

    @Test(arguments: ["a = [", "a = {b=", "a.", "[a.", "[[a.", "a = [{b=["])
    func `so are ten megabytes of what nests in TOML`(start: String) throws {
        let more = start.replacing("a = ", with: "").replacing("[[a.", with: "a.").replacing("[a.", with: "a.")
        let text = start + String(repeating: more, count: 10_000_000 / more.utf8.count)
        let errors = try refusal(of: text, as: "flow.toml")
        #expect(errors.hasSuffix("error: nested deeper than 100 levels\n"))
        #expect(errors.contains("flow.toml:1:"))
    }

    @Test(arguments: ["[[a.b]]", "a.b.c.d.e.f.g%=1", "k%={}"])
    func `a million lines of TOML are refused at the limit, however they add up`(line: String) throws {
        let lines = (0..<min(1_000_000, 15_000_000 / (line.utf8.count + 6))).map { number in
            line.replacing("%", with: "\(number)")
        }
        let errors = try refusal(of: lines.joined(separator: "\n"), as: "flow.toml")
        #expect(errors.hasSuffix("error: more than 500000 values\n"))
    }

    @Test(arguments: ["yaml", "toml", "json"], [20_000_000, 100_000_000])
    func `a file beyond the limit is refused with its size`(suffix: String, size: Int) throws {
        let file = try folder.write([UInt8](repeating: UInt8(ascii: "["), count: size), to: "flow." + suffix)
        #expect(
            try refusal(file)
                == "\(file): error: a file may have 16777216 bytes (16 MiB), and this one has \(size) bytes\n"
        )
    }

    @Test(arguments: ["yaml", "json"])
    func `too many values are refused where they pass the limit`(suffix: String) throws {
        let errors = try refusal(of: "[" + String(repeating: "1,", count: 7_000_000) + "1]", as: "flow." + suffix)
        #expect(errors.contains("flow.\(suffix):1:1000000: error: more than 500000 values"))
    }

    @Test func `a file that is one long text is refused for what it is`() throws {
        let errors = try refusal(of: "\"" + String(repeating: "x", count: 15_000_000) + "\"")
        #expect(errors.hasPrefix(folder.path + "/flow.yaml:1:1: error: a workflow is a mapping"))
        #expect(errors.utf8.count < 2000)
    }

    @Test(arguments: ["_", "0", "'", "\"", "\\", "\"\\", "#", "1.", "-", "é", "2020-01-01 "])
    func `a line of fifteen megabytes of TOML is refused for what it is`(part: String) throws {
        let text = "a = " + String(repeating: part, count: 15_000_000 / part.utf8.count)
        let errors = try refusal(of: text, as: "flow.toml")
        #expect(errors.contains("flow.toml:1:") && errors.contains("error: no sound TOML: "))
        #expect(errors.utf8.count < 2000)
    }

    @Test func `a very long key is cut in the message`() throws {
        let errors = try refusal(of: "{\"\(String(repeating: "k", count: 15_000_000))\": 1}", as: "flow.json")
        #expect(errors.contains("flow.json:1:2: error: unknown key 'kkk"))
        #expect(errors.utf8.count < 3000)
    }

    @Test(arguments: ["../x", "/etc/passwd", "a\\nb", "a/b", "", ".", "..", "-x", "a\\e[31m", "ä", "a b"])
    func `a node's name that could be a path or a line is refused`(name: String) throws {
        let errors = try refusal(of: "nodes:\n- {name: \"\(name)\", type: LoadData, parameters: {data: 1}}\n")
        let lines = errors.split(separator: "\n")
        #expect(lines.count == 1)
        #expect(errors.hasPrefix(folder.path + "/flow.yaml:2:10: error: the node's name \""))
        #expect(!errors.utf8.contains(0x1B))
    }

    @Test func `a message stays on its line, and colours nothing`() throws {
        let errors = try refusal(of: HostileFileTests.nodes + "\"k\\n\\e[31mfake.yaml:1:1: error\": 1\n")
        #expect(errors.split(separator: "\n").count { $0.contains("unknown key") } == 1)
        #expect(!errors.contains("\nfake") && !errors.utf8.contains(0x1B))
    }

    @Test func `thousands of wrong names are told without hours of search for better ones`() throws {
        var text = "nodes:\n"
        for node in 0..<5_000 { text += "- {name: node\(node), type: Log}\n" }
        text += "channels:\n"
        for node in 0..<5_000 { text += "- {sending: {nodf\(node)x: out}, receiving: {nodg\(node)x: inp}}\n" }
        let errors = try refusal(of: text)
        #expect(errors.utf8.count < 300_000)
        #expect(errors.hasSuffix(" more; mend these first\n"))
    }

    @Test func `thousands of unknown keys are told as well`() throws {
        let keys = (0..<50_000).map { "\"key\($0)\":1" }.joined(separator: ",")
        #expect(try refusal(of: "{\(keys)}", as: "flow.json").contains("unknown key 'key0'"))
        let values = "{\"nodes\":[{\"type\":\"LoadData\",\"parameters\":{\(keys)}}]}"
        #expect(try refusal(of: values, as: "flow.json").contains("'loaddata' has no parameter 'key0'"))
    }

    @Test func `types that would nest without bound are refused`() throws {
        var text = "nodes:\n"
        for node in 0..<5_000 { text += "- {name: a\(node), type: Accumulate}\n" }
        text += "channels:\n"
        for node in 1..<5_000 { text += "- {sending: {a\(node - 1): out}, receiving: {a\(node): inp}}\n" }
        #expect(try refusal(of: text).contains("lists within each other"))
    }

    @Test func `a device is no file`() throws {
        let link = folder.path + "/zero.yaml"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/zero")
        #expect(try refusal(link).contains("zero.yaml: error: a file may have 16777216 bytes (16 MiB)"))
    }

    // MARK: Graphs and other files

    /// Graphs of which each holds the one before so many times.
    private static func graphs(_ count: Int, times: Int) -> String {
        var text = "graphs:\n  G0: {nodes: {a: Void}}\n"
        for level in 1..<count {
            let parts = (0..<times).map { "n\($0): G\(level - 1)" }
            text += "  G\(level): {nodes: {\(parts.joined(separator: ", "))}}\n"
        }
        return text
    }

    @Test func `graphs that hold themselves, directly or not, are refused`() throws {
        let direct = try refusal(of: "graphs: {A: {nodes: {a: A}}}\nnodes: {x: A}\n")
        #expect(direct.contains("flow.yaml:1:25: error: the graph 'A' would hold itself: A > A"))
        let ring = (0..<40).map { "  G\($0): {nodes: {a: G\(($0 + 1) % 40)}}" }.joined(separator: "\n")
        #expect(try refusal(of: "graphs:\n\(ring)\nnodes: {x: G7}\n").contains("would hold itself: G7 > G8 > "))
    }

    @Test(arguments: [2, 50])
    func `graphs that grow with each level are refused, used or not`(times: Int) throws {
        let graphs = HostileFileTests.graphs(45, times: times)
        for node in ["G44", "Void"] {
            let errors = try refusal(of: graphs + "nodes: {x: \(node)}\n")
            #expect(errors.contains("would be made of more than 50000 nodes"))
        }
    }

    @Test func `twenty thousand graphs within each other are refused`() throws {
        let errors = try refusal(of: HostileFileTests.graphs(20_000, times: 1) + "nodes: {x: G19999}\n")
        #expect(errors.contains("error: more than 50 graphs within each other"))
    }

    @Test func `graphs that nothing uses cost no more than used ones may`() throws {
        var text = HostileFileTests.graphs(14, times: 2)
        for number in 0..<5_000 { text += "  H\(number): {nodes: {a: G13}}\n" }
        #expect(try refusal(of: text + "nodes: {x: Viod}\n").contains("there is no type of nodes 'Viod'"))
    }

    @Test func `files that include each other, or what is no file, are refused`() throws {
        for number in 0..<50 {
            _ = try folder.write(
                "include: [f\((number + 1) % 50).yaml, f\((number + 2) % 50).yaml]\n",
                to: "f\(number).yaml"
            )
        }
        #expect(try refusal(of: "include: f0.yaml\nnodes: {x: Viod}\n").contains("it includes itself"))
        #expect(mkfifo(folder.path + "/pipe.yaml", 0o600) == 0)
        #expect(try refusal(of: "include: pipe.yaml\nnodes: {v: Void}\n").contains("it is no regular file"))
        let links = [
            ("zero.yaml", "/dev/zero"), ("passwd.yaml", "/etc/passwd"), ("loop.yaml", "loop.yaml"), ("up", ".."),
        ]
        for (name, end) in links {
            try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + name, withDestinationPath: end)
        }
        for path in ["zero.yaml", "passwd.yaml", "loop.yaml", "up/x.yaml", "up/../../../../etc/passwd", "/dev/stdin"] {
            let included = try refusal(of: "include: \(path)\nnodes: {v: Void}\n")
            #expect(included.contains("'\(path)' cannot be used: ") && !included.contains("root:"), "\(included)")
            let taken = try refusal(of: "graphs: {G: \(path)}\nnodes: {v: G}\n")
            #expect(taken.contains("'\(path)' cannot be used: ") && !taken.contains("root:"), "\(taken)")
        }
    }

    @Test func `an included file is bounded as the file itself`() throws {
        _ = try folder.write(HostileFileTests.bomb(12), to: "bomb.yaml")
        let errors = try refusal(of: "include: bomb.yaml\nnodes: {v: Void}\n")
        #expect(errors.contains("bomb.yaml:6:") && errors.contains("more than 500000 values"))
    }
}

import Foundation
import Maize
import MaizeSystem
import TemporaryFiles
import Testing

@testable import MaizeCore
@testable import MaizeFormats

/// Workflows as files, and what is read of them.
@Suite struct SavedWorkflowTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Writes the workflow in each format, reads it again and writes that: the same text each time.
    private func again(
        _ flow: Workflow,
        nodes: [Component.Type] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let expanded = try flow.flatText(as: .yaml, nodes: nodes + flow.components.map { type(of: $0) }, folder: nil)
        for format in DocumentFormat.allCases {
            let path = folder.path + "/flow.\(format)"
            try flow.write(to: path)
            let read = try Workflow(contentsOf: path, nodes: nodes)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try read.write(to: path)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text, sourceLocation: sourceLocation)
            let flat = try read.flatText(as: .yaml, nodes: nodes + flow.components.map { type(of: $0) }, folder: nil)
            #expect(flat == expanded, sourceLocation: sourceLocation)
        }
        return try String(contentsOfFile: folder.path + "/flow.yaml", encoding: .utf8)
    }

    @Test func `a file says what is not so anyway`() throws {
        let flow = Workflow("words")
        flow.summary = "Counts: words"
        flow.level = .warning
        let load = try flow.add(
            LoadData<[String: Double]>.self,
            name: "load",
            options: NodeOptions(attempts: 2, failOK: true)
        ) {
            $0.data = ["low": 0.5, "high": 2]
        }
        let copy = try flow.add(Copy<[String: Double]>.self)
        let show = try flow.add(LogResult<[String: Double]>.self, options: NodeOptions(level: .debug, active: false))
        let result = try flow.add(Return<[String: Double]>.self, name: "no")
        try flow.connect(load.out, to: copy.inp, capacity: 7)
        try flow.connect(copy.out, to: show.inp)
        try flow.connect(copy.out, to: result.inp)
        try flow.map(load.$data, as: "limits")
        #expect(
            try again(flow) == """
                name: words
                description: "Counts: words"
                level: warning
                nodes:
                - name: load
                  type: "LoadData<[String: Double]>"
                  n_attempts: 2
                  fail_ok: true
                  parameters: {data: {high: 2.0, low: 0.5}}
                - {name: copy, type: "Copy<[String: Double]>"}
                - {name: logresult, type: "LogResult<[String: Double]>", level: debug, active: false}
                - {name: "no", type: "Return<[String: Double]>"}
                channels:
                - {sending: {load: out}, receiving: {copy: inp}, size: 7}
                - {sending: {copy: out}, receiving: {logresult: inp}}
                - {sending: {copy: out}, receiving: {"no": inp}}
                parameters:
                - {name: limits, map: [{load: data}]}

                """
        )
    }

    @Test func `a graph stays one node of its type`() throws {
        let flow = Workflow("weather")
        let weather = try flow.add(Weather.self, name: "here") { $0.place = "sea" }
        let result = try flow.add(Return<String>.self)
        try flow.connect(weather.out, to: result.inp)
        let text = try again(flow, nodes: [Weather.self, Station.self, Describe.self])
        #expect(text.contains("- {name: here, type: Weather, parameters: {place: sea}}\n"))
        #expect(text.contains("sending: {here: out}"))
    }

    @Test func `what was changed inside of a graph is not lost silently`() throws {
        let flow = Workflow("weather")
        let weather = try flow.add(Weather.self, name: "here") { $0.place = "sea" }
        let result = try flow.add(Return<String>.self)
        try flow.connect(weather.out, to: result.inp)
        try #require(weather.component(named: "station") as? Station).count = 9
        let error = #expect(throws: WorkflowSavingError.self) { try flow.write(to: folder.path + "/flow.yaml") }
        #expect(error?.problems == ["parameter 'here/station.count' would be [3] in the file, and is [9] here"])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/flow.yaml"))
    }

    @Test func `a place inside of a graph is named by its path`() throws {
        let flow = Workflow("weather")
        let weather = try flow.add(Weather.self, name: "here")
        let unit = try flow.add(LoadData<String>.self) { $0.data = "km" }
        let result = try flow.add(Return<String>.self)
        try flow.connect(weather.out, to: result.inp)
        let inner = try #require(weather.component(named: "describe") as? Describe)
        try flow.connect(unit.out, to: inner.unit, capacity: 3)
        try flow.map(weather.$place, as: "where", default: "hill")
        try flow.map(inner.$digits, as: "digits", default: 4)
        let text = try again(flow, nodes: [Weather.self, Station.self, Describe.self])
        #expect(text.contains("- {sending: {loaddata: out}, receiving: {here: {describe: unit}}, size: 3}\n"))
        #expect(text.contains("- {name: digits, map: [{here: {describe: n_digits}}], value: 4}\n"))
    }

    @Test func `paths below the file's folder are relative to it`() throws {
        let flow = Workflow("paths")
        let paths = try flow.add(Paths.self) {
            $0.file = folder.path + "/in/a.txt"
            $0.more = ["/etc/hosts", "here.txt", folder.path]
            $0.text = folder.path + "/text"
        }
        let filed = try flow.add(Filed.self) {
            $0.table = File(folder.path + "/t.csv")
            $0.named = ["x": File(folder.path + "/x")]
        }
        let command = try flow.add(Command.self) { $0.command = [folder.path + "/tool", folder.path + "/arg"] }
        _ = (paths, filed, command)
        flow.scratch = folder.path + "/scratch"
        try flow.write(to: folder.path + "/flow.json")
        let text = try String(contentsOfFile: folder.path + "/flow.json", encoding: .utf8)
        #expect(text.contains(#""file": "in/a.txt""#) && text.contains(#""text": "\#(folder.path)/text""#))
        #expect(text.contains(#"["/etc/hosts", "\#(FileManager.default.currentDirectoryPath)/here.txt", "."]"#))
        #expect(text.contains(#""table": "t.csv""#) && text.contains(#"{"x": "x"}"#))
        #expect(text.contains(#"["./tool", "\#(folder.path)/arg"]"#) && text.contains(#""scratch": "scratch""#))
        let read = try Workflow(contentsOf: folder.path + "/flow.json", nodes: [Paths.self, Filed.self])
        #expect(try (#require(read.nodes.first as? Paths)).file == folder.path + "/in/a.txt")
    }

    @Test func `a secret stays out of every file`() throws {
        let flow = Workflow("secret")
        let node = try flow.add(Guarded.self) { $0.key = "hush" }
        let result = try flow.add(Return<String>.self)
        try flow.connect(node.out, to: result.inp)
        try flow.map(node.$key, as: "key")
        let text = try again(flow, nodes: [Guarded.self])
        #expect(!text.contains("hush"))
        let read = try Workflow(contentsOf: folder.path + "/flow.toml", nodes: [Guarded.self])
        #expect(read.checkBeforeRun().map(\.message).contains { $0.contains("key") })
        #expect(try !flow.flatText(as: .json, nodes: [Guarded.self], folder: nil).contains("hush"))
    }

    @Test func `all that no file can hold is told at once`() throws {
        let flow = Workflow("odd")
        let load = try flow.add(LoadData<Unknown>.self, name: "load") { $0.data = Unknown() }
        let result = try flow.add(Return<Unknown>.self)
        try flow.connect(load.out, to: result.inp)
        let merge = try flow.add(Merge<Int>.self) { try $0.inp.append(3) }
        let back = try flow.add(Delay<Int>.self) { try $0.inp.preload(1, 2) }
        try flow.connect(merge.out, to: back.inp)
        let show = try flow.add(Return<Int>.self, name: "show")
        try flow.connect(back.out, to: show.inp)
        try flow.map(back.$delay, as: "milliseconds", default: 5) { Double($0) / 1000 }
        let error = #expect(throws: WorkflowSavingError.self) { try flow.text(as: .yaml) }
        #expect(
            error?.problems == [
                "'load': no file can name its type of items, Unknown",
                "'return': no file can name its type of items, Unknown",
                "'merge.inp[0]': it has a value, and a file gives values to single inputs only",
                "'delay.inp': items lie before those of its channel, which no file can say",
                "'milliseconds': an option whose values are converted, which no file can say",
            ]
        )
    }

    @Test func `a file that cannot be written leaves the old one`() throws {
        let path = try folder.write("old", to: "flow.yaml")
        let flow = Workflow("odd")
        try flow.add(LoadData<Unknown>.self) { $0.data = Unknown() }
        #expect(throws: WorkflowSavingError.self) { try flow.write(to: path) }
        #expect(throws: WorkflowSavingError.self) { try flow.write(to: folder.path + "/flow.txt") }
        #expect(throws: SystemError.self) { try simple().write(to: folder.path + "/none/flow.yaml") }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["flow.yaml"])
    }

    private func simple() throws -> Workflow {
        let flow = Workflow("simple")
        let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(load.out, to: result.inp)
        return flow
    }

    @Test func `shared work and types of two items are written as a file names them`() throws {
        let flow = Workflow("shared")
        let load = try flow.add(LoadData<[String]>.self) { $0.data = ["a", "b"] }
        let scatter = try flow.add(Scatter<String>.self)
        let shared = try flow.add(Parallel<Delay<String>>.self, name: "shared") { $0.branches = 3 }
        let result = try flow.add(Return<String>.self)
        try flow.chain(load, scatter, shared, result)
        try flow.add(Multiplex<String, Int>.self, name: "server")
        let text = try again(flow)
        #expect(text.contains("type: Parallel<Delay>") && text.contains("type: \"Multiplex<String, Int>\""))
    }

    @Test func `graphs of a file are defined again, once for equal uses`() throws {
        let file = try folder.write(
            """
            name: cleaned
            graphs:
              Clean:
                description: Waits, and hands on.
                nodes: {wait: Delay, copy: Copy}
                channels: ["wait.out -> copy.inp"]
                ports: {inp: wait.inp, out: copy.out}
                parameters: {seconds: wait.delay}
              Twice:
                nodes: {one: {type: Clean, parameters: {seconds: 0}}, two: Clean}
                channels: [one -> two]
                ports: {inp: one.inp, out: two.out}
                parameters: {last: two.seconds}
            nodes:
              load: {type: LoadData, parameters: {data: 1}}
              twice: {type: Twice, parameters: {last: 3}}
              once: {type: Clean, parameters: {seconds: 2}}
              texts: {type: LoadData, parameters: {data: x}}
              other: Clean
              numbers: Return
              words: Return
            channels: [load -> twice -> once -> numbers, texts -> other -> words]
            parameters: {wait: other.seconds}
            """,
            to: "cleaned.yaml"
        )
        let text = try again(try Workflow(contentsOf: file))
        #expect(
            text.hasPrefix(
                """
                name: cleaned
                graphs:
                  Clean:
                    description: Waits, and hands on.
                    nodes:
                    - {name: wait, type: Delay<Int>}
                    - {name: copy, type: Copy<Int>}
                    channels:
                    - {sending: {wait: out}, receiving: {copy: inp}}
                    ports: {inp: {wait: inp}, out: {copy: out}}
                    parameters:
                    - {name: seconds, map: [{wait: delay}]}
                  Twice:

                """
            )
        )
        #expect(text.contains("- {name: once, type: Clean, parameters: {seconds: 2.0}}\n"))
        #expect(text.contains("- {name: other, type: Clean_2}\n"))
        #expect(text.contains("- {name: wait, type: Delay<String>}\n"))
    }

    @Test func `what a secret option drives is as secret`() throws {
        let flow = Workflow("secret")
        let node = try flow.add(Guarded.self) { $0.key = "hush" }
        let load = try flow.add(LoadData<String>.self)
        for number in 0..<2 { try flow.add(Return<String>.self, name: "result\(number)") }
        try flow.connect(node.out, to: #require(flow.component(named: "result0") as? Return<String>).inp)
        try flow.connect(load.out, to: #require(flow.component(named: "result1") as? Return<String>).inp)
        try flow.map(node.$key, load.$data, as: "key")
        #expect(try !again(flow, nodes: [Guarded.self]).contains("hush"))
    }

    @Test func `a workflow that builds itself is saved as its options made it`() throws {
        let flow = Delays("delays")
        flow.length = 2
        let text = try again(flow)
        #expect(text.contains("- {name: delay2, type: Delay<Int>}\n") && !text.contains("delay3"))
        #expect(!text.contains("length") && text.contains("- {name: number, map: [{loaddata: data}]}\n"), "\(text)")
        let wrong = Delays()
        wrong.length = 0
        #expect(throws: WorkflowSavingError.self) { try wrong.text(as: .yaml) }
    }

    @Test func `the wordcount example is the same in three formats`() throws {
        let path = #filePath.replacing(
            "Tests/MaizeFormatsTests/Saving/SavedWorkflowTests.swift",
            with: "Examples/wordcount.yaml"
        )
        _ = try again(try Workflow(contentsOf: path))
    }
}

/// An item that no file knows.
struct Unknown: Codable, Sendable {}

/// Has a secret.
final class Guarded: Node {
    @Parameter(secret: true) var key: String
    let out = Output<String>()
}

/// As many delays in a row as its option says.
final class Delays: Workflow {
    @Parameter(rule: .atLeast(1)) var length = 1

    override func build() throws {
        let load = try add(LoadData<Int>.self) { $0.data = 1 }
        var last: Component = load
        for number in 1...length {
            let delay = try add(Delay<Int>.self, name: "delay\(number)")
            try last >> delay
            last = delay
        }
        try last >> add(Return<Int>.self)
        try map(load.$data, as: "number")
    }
}

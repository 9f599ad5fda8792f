import Foundation
import Maize
import MaizeDocuments
import SeededRandom
import TemporaryFiles
import Testing

@testable import MaizeCore
@testable import MaizeFormats

/// A workflow that was saved and loaded runs to the same output.
@Suite(.timeLimit(.minutes(10))) struct SavedRunTests {
    private let run: SavedRun

    init() throws { run = try SavedRun() }

    @Test(arguments: ExampleWorkflow.allCases)
    func `a compiled example runs from its file as by itself`(example: ExampleWorkflow) throws {
        let results = try run.results(of: example.make())
        #expect(!results.isEmpty)
        for format in DocumentFormat.allCases {
            let read = try run.again(example.make(), as: format)
            #expect(try run.results(of: read) == results, "\(format)")
        }
    }

    @Test func `a file of Examples runs in each format as it is`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples").path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            DocumentFormat(path: $0) != nil
        }
        #expect(!names.isEmpty)
        for name in names {
            let flow = try Workflow(contentsOf: folder + "/" + name)
            var files = Set<Data>()
            for flow in try [flow] + DocumentFormat.allCases.map({ try run.again(flow, as: $0) }) {
                let result = run.folder.path + "/result.txt"
                let option = try #require(flow.optionParameters.first { $0.name == "result" }, "\(name)")
                try option.setWords([result])
                _ = try run.results(of: flow)
                files.insert(try Data(contentsOf: URL(fileURLWithPath: result)))
                try FileManager.default.removeItem(atPath: result)
            }
            #expect(files.count == 1 && files.first?.isEmpty == false, "\(name)")
        }
    }

    @Test(arguments: [
        ("flow.yaml", MaizeFileTests.yaml), ("flow.toml", MaizeFileTests.toml), ("flow.json", MaizeFileTests.json),
    ])
    func `a file of maize's own is loaded and saved again`(name: String, text: String) throws {
        let flow = try load(text, as: name).workflow
        for format in DocumentFormat.allCases {
            let read = try run.again(flow, as: format)
            #expect(read.component(named: "ret") is Return<String>)
            #expect(try run.results(of: read) == ["ret: World"])
        }
    }

    @Test(arguments: DocumentFormat.allCases)
    func `loops, graphs, sizes, shared work, files and combined parameters are the same`(format: DocumentFormat) throws
    {
        func flow() throws -> Workflow {
            let table = try run.folder.write("a b\nb\n", to: "table.txt")
            return try load(
                """
                name: whole
                graphs:
                  Wait:
                    nodes: {one: {type: Delay, parameters: {delay: 0}}, two: {type: Delay, parameters: {delay: 0}}}
                    channels: [one -> two]
                    ports: {inp: one.inp, out: two.out}
                    parameters: {seconds: [one.delay, two.delay]}
                  Line: {nodes: {a: Wait, b: Wait}, channels: [{from: a, to: b, size: 1}], ports: {inp: a.inp, out: b.out}}
                nodes:
                  numbers: {type: LoadData, parameters: {data: [3, 1, 2]}}
                  scatter: Scatter
                  line: Line
                  shared: {type: "Parallel<Delay>", parameters: {delay: 0, branches: 2}}
                  pairs: {type: Accumulate, parameters: {n_packets: 2}, n_attempts: 2, fail_ok: true}
                  sort: Sort
                  ends: Return
                  sea: {type: Weather, parameters: {place: sea}}
                  winds: Return
                  file: {type: LoadData<File>, parameters: {data: \(table)}}
                  copy: Copy
                  lines: Return
                  void: Void
                  limits: {type: LoadData, parameters: {data: {low: [0.5, 1e-7]}}}
                  bounds: Return
                channels:
                - numbers -> scatter
                - {from: scatter.out, to: line.inp, size: 2}
                - {from: line, to: shared, size: 7}
                - shared -> sort -> pairs -> ends
                - sea -> winds
                - {from: file.out, to: copy.inp, mode: link}
                - {from: copy, to: lines, mode: copy}
                - copy -> void
                - limits -> bounds
                parameters:
                  wait: [line/a.seconds, line/b.seconds, shared.delay]
                  size: {map: pairs.n_packets, value: 2}
                """,
                nodes: samples
            ).workflow
        }
        // A file of the run has another path each time.
        let first = try run.results(of: flow()).filter { !$0.hasPrefix("lines: ") }
        let read = try run.again(flow(), as: format)
        #expect(try run.results(of: read).filter { !$0.hasPrefix("lines: ") } == first)
        #expect(first.count == 2 + 3 + 1, "\(first)")
        func channels(_ flow: Workflow) -> [String] {
            _ = flow.check()  // makes the channels that depend on others
            return flow.channels.map { "\($0.description) \($0.capacity) \($0.mode)" }
        }
        #expect(try channels(read) == channels(flow()))
    }

    @Test(arguments: DocumentFormat.allCases, 0..<3 as Range<UInt64>)
    func `a random graph runs to the same results`(format: DocumentFormat, seed: UInt64) throws {
        func flow() throws -> Workflow {
            var generator = SeededGenerator(seed: seed)
            return try RunnableFlow.make(using: &generator)
        }
        let results = try run.results(of: flow())
        #expect(!results.isEmpty, "seed \(seed)")
        let read = try run.again(flow(), as: format, "seed \(seed)")
        #expect(try run.results(of: read) == results, "seed \(seed)")
    }
}

/// A workflow of random nodes that ends by itself, and brings what does not depend on which node is faster.
private enum RunnableFlow {
    private static let words = ["plain", "no", "1e3", " x ", "a: b", "two\nlines\n", "🌽", "", "'\"\\", "#", "~", "\t"]

    static func make(using generator: inout SeededGenerator) throws -> Workflow {
        let flow = Workflow("runnable")
        func pick<Element>(_ values: [Element]) -> Element { values.randomElement(using: &generator)! }  // never empty
        var open: [AnyPort] = []
        for number in 0..<Int.random(in: 1...3, using: &generator) {
            let load = try flow.add(LoadData<[String]>.self, name: "load-\(number)") {
                $0.data = (0..<Int.random(in: 0...9, using: &generator)).map { _ in pick(words) }
            }
            let scatter = try flow.add(Scatter<String>.self, name: "scatter.\(number)")
            try flow.connect(load.out, to: scatter.inp, capacity: pick([1, 64]))
            open.append(scatter.out)
        }
        for number in 0..<Int.random(in: 1...5, using: &generator) {
            let name = "step-\(number)"
            let options = NodeOptions(
                attempts: pick([1, 2]),
                failOK: pick([true, false]),
                level: pick([nil, .debug])
            )
            let (inputs, outputs): ([AnyPort], [AnyPort])
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                let node = try flow.add(Merge<String>.self, name: name, options: options)
                (inputs, outputs) = ([node.inp, node.inp], [node.out])
            case 1:
                let node = try flow.add(Copy<String>.self, name: name, options: options)
                (inputs, outputs) = ([node.inp], [node.out, node.out])
            case 2:
                let node = try flow.add(Delay<String>.self, name: name, options: options) {
                    $0.delay = pick([0, 1e-7])
                }
                (inputs, outputs) = ([node.inp], [node.out])
            default:
                let node = try flow.add(Parallel<Delay<String>>.self, name: name, options: options)
                (inputs, outputs) = ([node.ports[0]], [node.ports[1]])
            }
            for input in inputs where !open.isEmpty {
                let source = open.remove(at: Int.random(in: 0..<open.count, using: &generator))
                try flow.connect(any: source, to: input, capacity: pick([nil, 1, 1000]))
            }
            open += outputs
        }
        for (number, port) in open.enumerated() {
            let end = try flow.add(Return<String>.self, name: "end-\(number)")
            try flow.connect(any: port, to: end.inp)
        }
        let delays = flow.components.flatMap(\.parameters).filter { $0.name == "delay" }
        if !delays.isEmpty { try flow.map(any: delays, as: "delay") }
        return flow
    }
}

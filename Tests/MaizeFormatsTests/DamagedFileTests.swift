import Foundation
import Maize
import MaizeDocuments
import SeededRandom
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Good files that something has damaged, read as workflows: never a crash, never a wait.
///
/// `MAIZE_FUZZ_SECONDS` lets each format be damaged for so long, from seeds that are printed.
@Suite struct DamagedFileTests {
    private static let yaml = """
        name: flow
        description: Everything that a file may say.
        level: 20
        nodes:
        - {name: load, type: "LoadData<[Int]>", parameters: {data: [1, 2, 3]}, n_attempts: 2, fail_ok: true}
        - &s {name: scatter, type: Scatter, loop: true, max_loops: -1, status: READY}
        - name: pairs
          type: Accumulate
          parameters: {n_packets: 2}
        - {name: table, type: "LoadData<[String: Double]>", parameters: {data: {low: 0.5, high: 2}}}
        - {name: show, type: LogResult, level: debug, active: true}
        - {name: shared, type: Parallel<Delay>, parameters: {branches: 2}}
        - name: wide
          type: "Multiplex<String, JSON?>"
          description: |
            Two lines
            of text.
        channels:
        - {sending: {load: out}, receiving: {scatter: inp}, size: 10, mode: copy}
        - {sending: {scatter: out}, receiving: {pairs: inp}}
        - {sending: {pairs: out}, receiving: {show: inp}}
        parameters:
        - name: size
          map: [{pairs: n_packets}]
          value: 3
          optional: true
        - {name: delay, map: [{shared: delay}]}
        """

    private static let words = [
        "nodes", "channels", "parameters", "graphs", "include", "type", "name", "LoadData", "Merge<", "Parallel<",
        "Copy",
        "<[", ">", "?", "{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "*s", "&s ", "<<: *s", "!!int ", "|", "'",
        "\"",
        "\"\"\"", "=", " = ", "[[", "]]", "[a.b]", "a.b.c", "null", "~", "1e999", "-1", "99999999999999999999", ".nan",
        "\\u0000", "\\ud800", "\u{FEFF}", "\u{2028}", "🌽", "->", "load.out -> scatter.inp", "#", ",", "../", "Int",
        "JSON",
    ]

    private func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...60, using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        case 3: bytes.removeLast(bytes.count - place)
        case 4:
            let part = bytes[place..<end]
            let copies = (0..<Int.random(in: 2...200, using: &generator)).flatMap { _ in part }
            bytes.insert(contentsOf: copies, at: place)
        default:
            let word = DamagedFileTests.words.randomElement(using: &generator) ?? ""
            bytes.replaceSubrange(place..<(Bool.random(using: &generator) ? end : place), with: Array(word.utf8))
        }
    }

    @Test(arguments: DocumentFormat.allCases)
    func `a damaged file is read, or refused with its places`(format: DocumentFormat) throws {
        let folder = try TemporaryFolder()
        let value = try DocumentValue.read(SourceText(bytes: Array(DamagedFileTests.yaml.utf8)), as: .yaml)
        let text = format == .yaml ? DamagedFileTests.yaml : try format.text(of: value)
        let path = folder.path + "/flow.\(format)"
        let seconds = ProcessInfo.processInfo.environment["MAIZE_FUZZ_SECONDS"].flatMap(Double.init)
        var seed = seconds == nil ? 1 : UInt64.random(in: 0..<(1 << 32))
        let first = seed
        let start = ContinuousClock.now
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: Never.self) { try Workflow(contentsOf: path) }
        var read = 0
        while seconds.map({ start.duration(to: .now) < .seconds($0) }) ?? (seed < first + 150) {
            var generator = SeededGenerator(seed: seed)
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) { damage(&bytes, using: &generator) }
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            do {
                let flow = try Workflow(contentsOf: path)
                _ = flow.check()
                read += 1
            } catch let error as WorkflowFileError {
                #expect(!error.diagnostics.isEmpty && error.description.hasPrefix(path), "seed \(seed)")
            }
            seed += 1
        }
        if seconds != nil { print("\(format): seeds \(first)..<\(seed), \(read) of them good") }
    }
}

import Glibc
import Maize
import MaizeSystem
import SeededRandom
import Testing

@testable import MaizeSteps

/// Passes lines on, and says how much memory the process of a sibling had at most by the time a line comes.
final class PeakWatch: Node {
    @Parameter var watched: String
    @Parameter var line = 0
    let inp = Input<String>()
    let out = Output<String>()
    let peak = Output<Int>()

    override func run() throws {
        var count = 0
        while let line = try inp.next() {
            if count == self.line { try peak.send(try kibibytes()) }
            count += 1
            try out.send(line)
        }
    }

    /// The most resident memory that the sibling ever had.
    private func kibibytes() throws -> Int {
        for process in try Directory.entries(of: "/proc") where Int(process) != nil {
            let lines = FileContents.text(of: "/proc/\(process)/status")?.split(separator: "\n") ?? []
            func value(_ name: String) -> Substring? {
                lines.first { $0.hasPrefix(name + ":") }?.split(whereSeparator: \.isWhitespace).dropFirst().first
            }
            guard value("Name") == watched[...], value("PPid") == "\(getppid())" else { continue }
            return value("VmHWM").flatMap { Int($0) } ?? -1
        }
        return -1
    }
}

/// Sorting in a process of its own: files far above the limit, memory that is measured.
@Suite(.timeLimit(.minutes(10))) struct SortProcessTests {
    private static let limit = 2 << 20

    /// Sorts a file and gives the peak of the node's memory in KiB.
    private func sort(_ path: String, in files: TestRun, as name: String, watchAt line: Int) throws -> Int {
        let flow = Workflow("sorting")
        let read = try flow.add(ReadLines.self) { $0.path = path }
        let sort = try flow.add(Sort<String>.self, name: name) { $0.memoryLimit = SortProcessTests.limit }
        let watch = try flow.add(PeakWatch.self) {
            $0.watched = name
            $0.line = line
        }
        let write = try flow.add(WriteLines.self) { $0.path = files.file("sorted") }
        let peak = try flow.add(Return<Int>.self)
        try flow.chained(read.out, sort.inp, sort.out, watch.inp)
        try flow.chained(watch.out, write.inp, watch.peak, peak.inp)
        let summary = try files.execute(flow)
        #expect(summary.status == .completed, "\(files.log)")
        return try #require(peak.value)
    }

    @Test func `ten times as many bytes as the limit are sorted, in memory that stays bounded`() throws {
        let files = try TestRun()
        var random = SeededGenerator(seed: 5)
        var bytes: [UInt8] = []
        var count = 0
        while bytes.count < 10 * SortProcessTests.limit {
            let letter = { UInt8.random(in: 33...126, using: &random) }
            bytes += (0..<8).map { _ in letter() }
            bytes += repeatElement(UInt8(ascii: "x"), count: random.number(0...1500))
            bytes.append(UInt8(ascii: "\n"))
            count += 1
        }
        let path = try files.write(bytes, to: "lines")
        let few = try files.write((0..<1000).map { "\($0)\n" }.joined(), to: "few")

        let usual = try sort(few, in: files, as: "fewlines", watchAt: 1)
        // So near to the end that all has been read, so far from it that the node must still be there.
        let peak = try sort(path, in: files, as: "manylines", watchAt: count - 2000)
        #expect(usual > 0 && peak > usual)
        let growth = (peak - usual) << 10
        #expect(
            growth < 2 * SortProcessTests.limit + 4 << 20,
            "it grew from \(usual) KiB to \(peak) KiB, by \(growth >> 20) MiB"
        )
        let status = try Shell.output("sort \(path) | cmp - \(files.file("sorted")) && echo same")
        #expect(status == "same\n")
    }

    @Test func `a full disk is an error that says what to do`() throws {
        let flow = Workflow("full")
        let sort = try flow.add(Sort<Int>.self)
        let space = SpillSpace(sort, limit: 1 << 20)
        let error = #expect(throws: WorkflowError.self) {
            try space.naming { throw SystemError("write", ENOSPC) }
        }
        let text = try #require(error?.description)
        #expect(text.hasPrefix("sort: items that do not fit into 1048576 bytes of memory cannot be kept in "))
        #expect(text.contains("No space left on device (write); free some space there"))
        #expect(text.contains("--scratch") && text.contains("memory_limit"))
    }
}

import Maize
import MaizeSystem
import Testing

/// The wordcount of the manual page of every shell, as a workflow.
@Suite(.timeLimit(.minutes(10))) struct WordCountTests {
    @Test func `words of a file are counted by two nodes and sorted by a program`() throws {
        let files = try TestRun()
        let text = SampleText.make(seed: 42, lines: 16_000)
        #expect(text.utf8.count > 400_000)
        let path = try files.write(text, to: "text")

        let flow = Workflow("wordcount")
        let read = try flow.add(ReadLines.self) { $0.path = path }
        let copy = try flow.add(Copy<String>.self)
        let merge = try flow.add(Merge<String>.self)
        let sort = try flow.add(Command.self, name: "sort") {
            $0.command = ["env", "LC_ALL=C", "sort", "-k1,1nr", "-k2"]
        }
        let write = try flow.add(WriteLines.self) { $0.path = files.file("counts") }
        try flow.connect(read.out, to: copy.inp)
        for part in 0..<2 {
            let words = try flow.add(Words.self, name: "words\(part)") {
                $0.part = part
                $0.parts = 2
            }
            let count = try flow.add(CountBy.self, name: "count\(part)")
            try flow.connect(copy.out, to: words.inp)
            try flow.chained(words.out, count.inp, count.out, merge.inp)
        }
        try flow.chained(merge.out, sort.inp, sort.out, write.inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed && summary.undelivered.isEmpty)

        let pipeline = "tr -s '[:space:]' '\\n' < \(path) | grep . | sort | uniq -c | sort -k1,1nr -k2"
        #expect(files.text(of: "counts") == (try Shell.output(pipeline)))
    }
}

extension Workflow {
    /// Connects two pairs of ports, the second to one more place of a multi input.
    func chained<First, Second>(
        _ first: Output<First>,
        _ inp: Input<First>,
        _ second: Output<Second>,
        _ last: MultiInput<Second>
    ) throws {
        try connect(first, to: inp)
        try connect(second, to: last)
    }
}

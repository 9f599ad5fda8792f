import Glibc
import Maize
import MaizeRuntime
import MaizeSystem
import Testing

extension FileRuns {
    @Suite struct FileLoopTests {
        @Test(arguments: FileMode.allCases)
        func `between passes go the files that were taken, never those on their way`(mode: FileMode) throws {
            let run = try FileRun()
            let flow = Workflow("loop")
            let writing = try flow.add(WritingFiles.self) {
                $0.count = 200
                $0.path = run.sources + "/pose"
            }
            let looping = try flow.add(LoopingReader.self)
            let result = try flow.add(Return<[String]>.self)
            try flow.connect(writing.out, to: looping.inp, mode: mode)
            try flow.connect(looping.out, to: result.inp)
            let summary = try run.execute(flow)
            #expect(summary["loopingreader"]?.received == 200)
            #expect(result.values.map(\.[0]) == (0..<200).map(String.init))
            // Of the passes before, nothing is left.
            #expect(result.values.allSatisfy { $0[1] == "missing" || $0[1] == "none" })
        }

        @Test func `a cached input keeps the file that it gives again`() throws {
            let run = try FileRun()
            let flow = Workflow("cached")
            let once = try flow.add(WritingFiles.self, name: "once") { $0.count = 1 }
            let many = try flow.add(Ticks.self)
            let node = try flow.add(CachingReader.self)
            let result = try flow.add(Return<String>.self)
            try flow.connect(once.out, to: node.constant)
            try flow.connect(many.out, to: node.inp)
            try flow.connect(node.out, to: result.inp)
            try run.execute(flow)
            #expect(result.values == Array(repeating: "0", count: 50))
        }
    }
}

/// Reads one file a pass, and looks whether the one of the pass before is still there.
final class LoopingReader: LoopedNode {
    let inp = Input<File>()
    let out = Output<[String]>()
    private var last: File?

    override func run() throws {
        let before = try last.map { try FileStatus.ifAny(at: $0.path) == nil ? "missing" : "there" } ?? "none"
        let file = try inp.receive()
        last = file
        try out.send([file.contents(), before])
    }
}

final class Ticks: Node {
    let out = Output<Int>()

    override func run() throws { for number in 0..<50 { try out.send(number) } }
}

/// Reads one and the same file in each pass.
final class CachingReader: LoopedNode {
    let constant = Input<File>(cached: true)
    let inp = Input<Int>()
    let out = Output<String>()

    override func run() throws {
        let file = try constant.receive()
        _ = try inp.receive()
        try out.send(file.contents())
    }
}

import Glibc
import Maize
import MaizeSystem
import Testing

@Suite(.timeLimit(.minutes(10))) struct ReadLinesTests {
    let flow = Workflow("read")

    private func read(_ path: String, _ encoding: TextEncoding = .utf8) throws -> (TestRun, [String]) {
        let source = try flow.add(ReadLines.self) {
            $0.path = path
            $0.encoding = encoding
        }
        let result = try flow.add(Return<String>.self)
        try flow.connect(source.out, to: result.inp)
        let run = try TestRun()
        try run.execute(flow)
        return (run, result.values)
    }

    @Test(arguments: [
        ("", []), ("\n", [""]), ("a\nb", ["a", "b"]), ("a\r\n\nb\n", ["a\r", "", "b"]), ("é€😀\n", ["é€😀"]),
    ])
    func `lines are items`(text: String, lines: [String]) throws {
        let files = try TestRun()
        let (run, found) = try read(files.write(text, to: "data"))
        #expect(run.error == nil)
        #expect(found == lines)
    }

    @Test func `a text of many reads comes whole and in order`() throws {
        let files = try TestRun()
        let text = SampleText.make(seed: 3, lines: 12_000)
        let (_, found) = try read(files.write(text, to: "data"))
        #expect(text.utf8.count > 3 << 17)
        #expect(found.joined(separator: "\n") + "\n" == text)
    }

    @Test func `what is not UTF-8 is an error with file and byte, and Latin 1 takes all`() throws {
        let files = try TestRun()
        let path = try files.write(Array("first\nse".utf8) + [0xE9] + Array("cond\n".utf8), to: "data")
        let (run, _) = try read(path)
        let message = try #require(run.error?.message)
        #expect(message.contains("file '\(path)': byte 8 (counted from 0) is not UTF-8"), "\(message)")
        #expect(message.contains("latin1") && message.contains("ReadByteLines"))
        let latin = Workflow("latin")
        let source = try latin.add(ReadLines.self) {
            $0.path = path
            $0.encoding = .latin1
        }
        let result = try latin.add(Return<String>.self)
        try latin.connect(source.out, to: result.inp)
        try TestRun().execute(latin)
        #expect(result.values == ["first", "seécond"])
    }

    @Test func `lines as bytes are whatever they are`() throws {
        let files = try TestRun()
        let path = try files.write([0xFF, 0x0A, 0x0A, 0x00, 0xE9], to: "data")
        let source = try flow.add(ReadByteLines.self) { $0.path = path }
        let result = try flow.add(Return<[UInt8]>.self)
        try flow.connect(source.out, to: result.inp)
        try TestRun().execute(flow)
        #expect(result.values == [[0xFF], [], [0x00, 0xE9]])
    }

    @Test func `a folder cannot be read, which is an error with its path`() throws {
        let files = try TestRun()
        let flow = Workflow("folder")
        let source = try flow.add(ReadLines.self) { $0.path = files.folder }
        try flow.connect(source.out, to: flow.add(Discard<String>.self).inp)
        let run = try TestRun()
        try run.execute(flow)
        #expect(run.error?.message.contains("file '\(files.folder)': is a folder") == true)
    }

    @Test func `a file that may not be read is an error with the reason`() throws {
        guard getuid() != 0 else { return }  // root may read everything
        let files = try TestRun()
        let path = try files.write("x", to: "data")
        chmod(path, 0)
        let (run, _) = try read(path)
        #expect(run.error?.message.contains("file '\(path)': Permission denied") == true)
    }

    @Test func `a relative path is taken from where the program runs`() throws {
        let source = try flow.add(ReadLines.self, name: "lines") { $0.path = "no-such-folder/data" }
        let bytes = try flow.add(ReadByteLines.self, name: "bytes") { $0.path = "/nowhere" }
        try flow.connect(source.out, to: flow.add(Discard<String>.self).inp)
        try flow.connect(bytes.out, to: flow.add(Discard<[UInt8]>.self, name: "other").inp)
        let error = #expect(throws: RunError.self) { try flow.execute() }
        #expect(
            error?.message
                == "error: lines.path: there is no file or folder '\(Directory.current)/no-such-folder/data'\n"
                + "error: bytes.path: there is no file or folder '/nowhere'",
            "and what is missing is told before the run"
        )
    }

    @Test func `of a pipe, lines are sent as they come, and its end is the writers'`() throws {
        let files = try TestRun()
        let (there, back) = (files.file("there"), files.file("back"))
        #expect(mkfifo(there, 0o600) == 0 && mkfifo(back, 0o600) == 0)
        // The second line is written only once the first one has come back.
        let script = try flow.add(ReadLines.self, name: "answers") { $0.path = back }
        let first = try flow.add(ReadLines.self, name: "lines") { $0.path = there }
        let writer = try flow.add(WriteLines.self, name: "echo") { $0.path = back }
        let talker = try flow.add(PipeTalker.self) {
            $0.there = there
            $0.rounds = 20
        }
        try flow.connect(first.out, to: writer.inp)
        try flow.connect(script.out, to: talker.inp)
        let result = try flow.add(Return<String>.self)
        try flow.connect(talker.out, to: result.inp)
        let run = try TestRun()
        try run.execute(flow)
        #expect(run.error == nil, "\(run.error?.message ?? "")")
        #expect(result.values == (0..<20).map { "round \($0)" })
    }

    @Test(arguments: ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/2"])
    func `what is open in another process than the node's is refused, not read as empty`(path: String) throws {
        let (run, found) = try read(path)
        let message = try #require(run.error?.message)
        #expect(message.contains("file '\(path)': is open in the process that started the run, not in the node's"))
        #expect(found.isEmpty)
        let other = Workflow("write")
        let sink = try other.add(WriteLines.self) { $0.path = "/dev/fd/63" }
        try other.connect(other.add(Lines.self) { $0.lines = ["x"] }.out, to: sink.inp)
        try run.execute(other)
        #expect(run.error?.message.contains("'/dev/fd/63': is open in the process") == true)
    }

    @Test func `a pipe without a writer, and one without a reader, do not hold up a shutdown`() throws {
        let files = try TestRun()
        #expect(mkfifo(files.file("a"), 0o600) == 0 && mkfifo(files.file("b"), 0o600) == 0)
        let source = try flow.add(ReadLines.self, name: "source") { $0.path = files.file("a") }
        try flow.connect(source.out, to: flow.add(Discard<String>.self).inp)
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = files.file("b") }
        try flow.connect(flow.add(Lines.self) { $0.lines = ["x"] }.out, to: sink.inp)
        try flow.connect(flow.add(Counting.self) { $0.count = 5 }.out, to: flow.add(Ending.self).inp)
        let summary = try TestRun().execute(flow)
        #expect(summary.status == .completed)
        #expect(summary.word("source") == "stopped" && summary.word("sink") == "stopped")
    }
}

/// Writes a line into a pipe and waits for it to come back before the next one.
final class PipeTalker: Node {
    @Parameter(isPath: true) var there: String
    @Parameter var rounds = 2
    let inp = Input<String>()
    let out = Output<String>()
    override func run() throws {
        let pipe = Descriptor(owning: open(there, O_WRONLY | O_CLOEXEC))
        for round in 0..<rounds {
            try Array("round \(round)\n".utf8).withUnsafeBytes { try pipe.writeAll($0) }
            try out.send(inp.receive())
        }
    }
}

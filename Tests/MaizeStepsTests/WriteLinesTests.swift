import Glibc
import Maize
import MaizeSystem
import Testing

@Suite(.timeLimit(.minutes(10))) struct WriteLinesTests {
    let flow = Workflow("write")
    let files: TestRun

    init() throws { files = try TestRun() }

    private func mode(_ name: String) -> mode_t {
        var status = stat()
        return stat(files.file(name), &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    private func write(_ lines: [String], to name: String) throws -> RunSummary {
        let source = try flow.add(Lines.self) { $0.lines = lines }
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = files.file(name) }
        try flow.connect(source.out, to: sink.inp)
        return try TestRun.of(flow)
    }

    @Test(arguments: [([], ""), (["a"], "a\n"), (["", "b\r", "é"], "\nb\r\né\n"), (["two\nlines"], "two\nlines\n")])
    func `each item is a line`(lines: [String], text: String) throws {
        #expect(try write(lines, to: "out").status == .completed)
        #expect(files.text(of: "out") == text)
        #expect(try files.names(startingWith: ".").isEmpty)
    }

    @Test func `a file that is there is replaced, with its permissions, through a link`() throws {
        try files.write("old", to: "out")
        chmod(files.file("out"), 0o640)
        #expect(symlink("out", files.file("link")) == 0)
        #expect(try write(["new"], to: "link").status == .completed)
        #expect(files.text(of: "out") == "new\n" && mode("out") == 0o640)
        var status = stat()
        #expect(lstat(files.file("link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test func `a new file has the permissions that the umask leaves`() throws {
        #expect(try write(["new"], to: "out").status == .completed)
        let umask = try Shell.output("umask")
        #expect(mode("out") == 0o666 & ~(mode_t(umask.dropLast(), radix: 8) ?? 0))
    }

    @Test(arguments: [true, false])
    func `a broken stream leaves what was there, and nothing else`(wasThere: Bool) throws {
        if wasThere { try files.write("old", to: "out") }
        let source = try flow.add(BreakingLines.self, name: "source")
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = files.file("out") }
        try flow.connect(source.out, to: sink.inp)
        let run = try TestRun()
        #expect(try run.execute(flow).word("sink") == "stopped")
        #expect(files.text(of: "out") == (wasThere ? "old" : nil))
        #expect(try files.names(startingWith: ".").isEmpty)
    }

    @Test func `so does a shutdown`() throws {
        let source = try flow.add(EndlessLines.self)
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = files.file("out") }
        try flow.connect(source.out, to: sink.inp)
        try flow.connect(flow.add(Counting.self).out, to: flow.add(Ending.self).inp)
        let summary = try TestRun.of(flow)
        #expect(summary.word("sink") == "stopped")
        #expect(try files.names(startingWith: "").filter { $0 != "log" }.isEmpty)
    }

    @Test func `a tolerated failure makes a whole file`() throws {
        let source = try flow.add(BreakingLines.self, options: NodeOptions(failOK: true)) { $0.count = 3 }
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = files.file("out") }
        try flow.connect(source.out, to: sink.inp)
        #expect(try TestRun.of(flow).status == .completed)
        #expect(files.text(of: "out") == "line 0\nline 1\nline 2\n")
    }

    @Test func `a killed process leaves a file that is easy to tell, and not the one at the path`() throws {
        try files.write("old", to: "out")
        let source = try flow.add(EndlessLines.self)
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = files.file("out") }
        let killer = try flow.add(Killing.self) { $0.pattern = files.folder }
        try flow.connect(source.out, to: sink.inp)
        try flow.connect(killer.out, to: flow.add(Discard<Int>.self).inp)
        #expect(try TestRun().execute(flow).word("sink") == "killed")
        #expect(files.text(of: "out") == "old")
        #expect(try files.names(startingWith: ".out.maize-partial-").count == 1)
    }

    @Test(arguments: [String(repeating: "n", count: 255), String(repeating: "é", count: 127)])
    func `the longest names work`(name: String) throws {
        #expect(try write(["x"], to: name).status == .completed)
        #expect(files.text(of: name) == "x\n")
    }

    @Test func `a folder, or a folder that is missing, is an error with the path`() throws {
        let run = try TestRun()
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = files.folder }
        try flow.connect(flow.add(Lines.self) { $0.lines = [] }.out, to: sink.inp)
        try run.execute(flow)
        #expect(run.error?.message.contains("file '\(files.folder)': is a folder") == true)
        sink.path = files.file("none/out")
        try run.execute(flow)
        #expect(run.error?.message.contains("file '\(files.file("none/out"))': No such file or directory") == true)
    }

    @Test func `a pipe that nobody reads any more is an error with its path`() throws {
        #expect(mkfifo(files.file("pipe"), 0o600) == 0)
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = files.file("pipe") }
        try flow.connect(flow.add(EndlessLines.self).out, to: sink.inp)
        try flow.add(Command.self) { $0.command = ["sh", "-c", "head -n 1 < \(files.file("pipe"))"] }
        let run = try TestRun()
        try run.execute(flow)
        #expect(run.error?.message.contains("file '\(files.file("pipe"))': nobody reads it any more") == true)
        #expect(run.log.contains("| a line"))
    }

    @Test func `the node's output is a target too`() throws {
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = "/dev/stdout" }
        try flow.connect(flow.add(Lines.self) { $0.lines = ["a word to the log"] }.out, to: sink.inp)
        let run = try TestRun()
        #expect(try run.execute(flow).status == .completed)
        #expect(run.log.contains("a word to the log"))
    }
}

/// Sends lines until nobody wants more.
final class EndlessLines: Node {
    let out = Output<String>()
    override func run() throws { while true { try out.send("a line") } }
}

/// Kills the process that holds a partial file below a folder open.
final class Killing: Node {
    @Parameter var pattern: String
    let out = Output<Int>()
    override func run() throws {
        while true {
            for process in try Directory.entries(of: "/proc").compactMap({ pid_t($0) }) {
                let numbers = (try? Directory.entries(of: "/proc/\(process)/fd")) ?? []  // not ours, or gone
                for number in numbers {
                    let path = Killing.target(of: "/proc/\(process)/fd/\(number)")
                    if path.hasPrefix(pattern), path.contains(".maize-partial-") {
                        kill(process, SIGKILL)
                        return
                    }
                }
            }
            try pause(seconds: 0.01)
        }
    }

    /// Where a link leads to.
    static func target(of link: String) -> String {
        var room = [CChar](repeating: 0, count: 4096)
        let count = readlink(link, &room, room.count)
        return String(decoding: room.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func executable(of process: pid_t) -> String { target(of: "/proc/\(process)/exe") }
}

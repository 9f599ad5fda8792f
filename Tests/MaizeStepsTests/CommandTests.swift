import Glibc
import Maize
import MaizeSystem
import Testing

/// Commands with real processes: what goes in, what comes out, how they end.
@Suite(.timeLimit(.minutes(10))) struct CommandTests {
    let flow = Workflow("command")
    let run: TestRun

    init() throws { run = try TestRun() }

    /// Runs a command, with lines for its input if there are any, and gives the lines of its output.
    private func output(
        of words: [String],
        fed lines: [String]? = nil,
        _ configure: (Command) -> Void = { _ in }
    ) throws -> [String] {
        let command = try flow.add(Command.self) {
            $0.command = words
            configure($0)
        }
        if let lines { try flow.connect(flow.add(Lines.self) { $0.lines = lines }.out, to: command.inp) }
        let result = try flow.add(Return<String>.self)
        try flow.connect(command.out, to: result.inp)
        try run.execute(flow)
        return result.values
    }

    private var message: String { run.error?.message ?? "no error" }

    // MARK: What goes in and comes out

    @Test func `words reach the program as they are`() throws {
        let nasty = [
            "; $(false) `id`", "\"double\" 'single'", "a\nb", "-n", "--", "*", "$HOME", "", " ", "\\", "é", "-",
        ]
        let found = try output(of: ["/usr/bin/env", "printf", "<%s>\\0"] + nasty)
        #expect(found.joined(separator: "\n") == nasty.map { "<\($0)>\0" }.joined())
    }

    @Test(arguments: [
        ([], []), ([""], [""]), (["b", "a", "é"], ["a", "b", "é"]), (["two\nlines"], ["lines", "two"]),
    ])
    func `items are lines of its input, and its lines are items`(lines: [String], sorted: [String]) throws {
        #expect(try output(of: ["env", "LC_ALL=C", "sort"], fed: lines) == sorted)
        #expect(run.error == nil)
    }

    @Test func `a last line without a newline is an item, and carriage returns stay`() throws {
        #expect(try output(of: ["printf", "a\\r\\n\\nb"]) == ["a\r", "", "b"])
    }

    @Test func `both directions are full at once, and all comes back`() throws {
        let source = try flow.add(NumberedLines.self) { $0.count = 100_000 }
        let command = try flow.add(Command.self) { $0.command = ["cat"] }
        let result = try flow.add(LineChecking.self)
        try flow.chained(source.out, command.inp, command.out, result.inp)
        let count = try flow.add(Return<Int>.self)
        try flow.connect(result.out, to: count.inp)
        #expect(try run.execute(flow).status == .completed, "\(message)")
        #expect(count.value == 100_000)
    }

    @Test func `a program that prints more than it reads, before it reads, is no deadlock`() throws {
        let script =
            "i=0; while [ $i -lt 3000 ]; do echo 'a line that fills the pipe with some more words'; i=$((i+1));"
            + " done; cat"
        let found = try output(of: ["sh", "-c", script], fed: (0..<20_000).map { "item \($0)" })
        #expect(run.error == nil, "\(message)")
        #expect(found.count == 23_000 && found.last == "item 19999")
    }

    @Test func `a program can be asked and answers, one line after the other`() throws {
        let asking = try flow.add(AskingLines.self)
        let command = try flow.add(Command.self) { $0.command = ["cat"] }
        try flow.chained(asking.out, command.inp, command.out, asking.inp)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(asking.count, to: result.inp)
        #expect(try run.execute(flow).status == .completed, "\(message)")
        #expect(result.values == [50])
    }

    @Test func `without a channel its input is empty, and its output goes to the log`() throws {
        try flow.add(Command.self) { $0.command = ["sh", "-c", "readlink /proc/self/fd/0; echo to the log"] }
        #expect(try run.execute(flow).status == .completed, "\(message)")
        #expect(run.log.contains("INFO     command          | /dev/null"))
        #expect(run.log.contains("INFO     command          | to the log"))
    }

    @Test func `a value at its input is one line`() throws {
        let command = try flow.add(Command.self) {
            $0.command = ["cat"]
            try $0.inp.set("one")
        }
        let result = try flow.add(Return<String>.self)
        try flow.connect(command.out, to: result.inp)
        try run.execute(flow)
        #expect(result.values == ["one"])
    }

    @Test func `its errors go to the log`() throws {
        let found = try output(of: ["sh", "-c", "echo out; echo careful >&2; printf 'no end' >&2"])
        #expect(found == ["out"] && run.error == nil)
        #expect(run.log.contains("WARNING  command          | careful"))
        #expect(run.log.contains("WARNING  command          | no end"))
    }

    @Test func `it holds the three standard descriptors only, and default signals`() throws {
        // The last one is that of `ls`.
        #expect(try output(of: ["ls", "/proc/self/fd"], fed: ["x"]) == ["0", "1", "2", "3"])
    }

    @Test func `no signal is blocked or ignored in it`() throws {
        let lines = try output(of: ["grep", "-E", "Sig(Blk|Ign)", "/proc/self/status"], fed: ["x"])
        let masks = lines.compactMap { UInt64($0.split(separator: "\t").last ?? "", radix: 16) }
        // 32 and 33 are the C library's own.
        #expect(masks.count == 2 && masks.allSatisfy { $0 & ~(3 << 31) == 0 })
    }

    @Test func `its folder is the node's, and its environment the run's without our role`() throws {
        let found = try output(of: ["sh", "-c", "pwd; env | grep -E '^MAIZE_(NODE|ROLE|RUN)=' | sort"])
        #expect(found.count == 3 && found[0].hasPrefix(run.folder) && found[0].hasSuffix("/command"))
        #expect(found[1].hasPrefix("MAIZE_NODE=") && found[2].hasPrefix("MAIZE_RUN="))
    }

    @Test func `bytes that are not UTF-8 are an error with their place, and Latin 1 takes them`() throws {
        let words = ["printf", "ok\\nn\\351t"]
        _ = try output(of: words)
        #expect(message.contains("byte 4 (counted from 0) is not UTF-8; set encoding to latin1"), "\(message)")
        #expect(message.contains("program 'printf' with \"ok"))
    }

    @Test func `Latin 1 takes every byte`() throws {
        #expect(try output(of: ["printf", "ok\\nn\\351t"]) { $0.encoding = .latin1 } == ["ok", "nét"])
    }

    // MARK: How it ends

    @Test func `a status that is not accepted fails the node, with what the program said last`() throws {
        _ = try output(of: ["sh", "-c", "echo first >&2; echo 'it is broken' >&2; exit 3"])
        #expect(message.contains("node 'command' failed"))
        #expect(message.contains("program 'sh' with \"-c\""))
        #expect(message.contains("ended with status 3; it said last: first | it is broken"), "\(message)")
    }

    @Test func `a status that is accepted is success`() throws {
        #expect(try output(of: ["sh", "-c", "echo x; exit 1"]) { $0.statuses = [0, 1] } == ["x"])
        #expect(run.error == nil)
    }

    @Test func `where others are accepted, 0 may be a failure`() throws {
        _ = try output(of: ["true"]) { $0.statuses = [1, 2] }
        #expect(message.contains("ended with status 0, accepted are 1, 2"), "\(message)")
    }

    @Test func `a signal fails the node, and its name is said`() throws {
        _ = try output(of: ["sh", "-c", "kill -9 $$"])
        #expect(message.contains("was ended by SIGKILL"), "\(message)")
    }

    @Test func `a failure breaks its stream`() throws {
        let command = try flow.add(Command.self) { $0.command = ["sh", "-c", "echo part; exit 1"] }
        let sink = try flow.add(WriteLines.self, name: "sink") { $0.path = run.file("out") }
        try flow.connect(command.out, to: sink.inp)
        #expect(try run.execute(flow).word("sink") == "stopped")
        #expect(run.text(of: "out") == nil)
    }

    @Test func `a program that reads no more stops its senders, and its status decides`() throws {
        let source = try flow.add(EndlessLines.self, name: "source")
        let command = try flow.add(Command.self) { $0.command = ["head", "-n", "1"] }
        let result = try flow.add(Return<String>.self)
        try flow.chained(source.out, command.inp, command.out, result.inp)
        let summary = try run.execute(flow)
        #expect(summary.status == .completed, "\(message)")
        #expect(summary.word("source") == "stopped" && summary.word("command") == "completed")
        #expect(result.values == ["a line"])
    }

    @Test func `a sender that waits is stopped too when the program closes its input and lives on`() throws {
        let source = try flow.add(EndlessLines.self, name: "source")
        let script = "exec </dev/null; echo closed; sleep 0.1"
        let command = try flow.add(Command.self) { $0.command = ["sh", "-c", script] }
        let result = try flow.add(Return<String>.self)
        try flow.chained(source.out, command.inp, command.out, result.inp)
        let summary = try run.execute(flow)
        #expect(summary.status == .completed, "\(message)")
        #expect(summary.word("source") == "stopped")
        #expect(result.values == ["closed"])
    }

    @Test func `a program that closes its output is waited for`() throws {
        let script = "echo early; exec >&-; read line; echo \"got $line\" >&2; exit 0"
        #expect(try output(of: ["sh", "-c", script], fed: ["late"]) == ["early"])
        #expect(run.error == nil && run.log.contains("got late"))
    }

    @Test func `a receiver that wants no more ends the program`() throws {
        let command = try flow.add(Command.self) { $0.command = ["yes"] }
        let sink = try flow.add(FirstLine.self)
        try flow.connect(command.out, to: sink.inp)
        let summary = try run.execute(flow)
        #expect(summary.status == .completed && summary.word("command") == "stopped")
    }

    // MARK: What cannot be started

    @Test func `a missing program is an error before the run, with the folders that were searched`() throws {
        #expect(throws: RunError.self) { try output(of: ["no-such-program-here", "x"]) }
        let program = "no-such-program-here"
        #expect(
            message.hasPrefix(
                """
                error: command: this node needs the program '\(program)', which was not found; install it, or add to maize.toml:
                    [Command]
                    commands.\(program) = "/path/to/\(program)"
                    (looked in PATH: /
                """
            ),
            "\(message)"
        )
    }

    @Test func `a path is from where the run starts, and a missing one is an error`() throws {
        _ = try output(of: ["./no-such-program"])
        #expect(
            message.contains("'\(Directory.current)/no-such-program' cannot be started: No such file"),
            "\(message)"
        )
    }

    @Test func `a file that is no program is an error with the reason`() throws {
        _ = try output(of: [run.write("text", to: "data")])
        #expect(message.contains("Permission denied to execute it"), "\(message)")
    }

    @Test func `a script whose interpreter is missing is an error that says so`() throws {
        let path = try run.write("#!/no/such/interpreter\n", to: "script")
        chmod(path, 0o755)
        _ = try output(of: [path])
        #expect(message.contains("the interpreter that its first line names is missing"), "\(message)")
    }

    @Test(arguments: [[], [""], ["a\0b"]])
    func `words that are none are refused before the run`(words: [String]) throws {
        let flow = Workflow("wrong")
        try flow.add(Command.self) { $0.command = words }
        let findings = flow.check().map(\.description)
        #expect(findings.count == 1 && findings[0].hasPrefix("error: command"), "\(findings)")
    }
}

/// Sends `line 0`, `line 1` and so on.
final class NumberedLines: Node {
    @Parameter var count = 10
    let out = Output<String>()
    override func run() throws {
        for start in stride(from: 0, to: count, by: 1000) {
            try out.send(contentsOf: (start..<min(count, start + 1000)).map { "line \($0)" })
        }
    }
}

/// Counts lines that are numbered from 0 without a gap.
final class LineChecking: Node {
    let inp = Input<String>()
    let out = Output<Int>()
    override func run() throws {
        var count = 0
        while let line = try inp.next() {
            guard line == "line \(count)" else { throw Broke() }
            count += 1
        }
        try out.send(count)
    }
}

/// Sends a line and waits for it to come back, again and again.
final class AskingLines: Node {
    let out = Output<String>()
    let inp = Input<String>()
    let count = Output<Int>()
    override func run() throws {
        for round in 0..<50 {
            try out.send("round \(round)")
            guard try inp.receive() == "round \(round)" else { throw Broke() }
        }
        out.close()
        guard try inp.next() == nil else { throw Broke() }
        try count.send(50)
    }
}

/// Takes one line.
final class FirstLine: Node {
    let inp = Input<String>()
    override func run() throws { _ = try inp.receive() }
}

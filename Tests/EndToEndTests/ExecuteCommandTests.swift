import Foundation
import MaizeSystem
import TemporaryFiles
import Testing

/// `maize-swift execute FLOW`.
@Suite(.timeLimit(.minutes(10)))
struct ExecuteCommandTests {
    private let folder: TemporaryFolder
    private let flow: String

    init() throws {
        folder = try TemporaryFolder()
        flow = try folder.write(
            """
            name: numbers
            description: Sends numbers in lists.
            nodes:
            - {name: load, type: LoadData, parameters: {data: [1, 2, 3]}}
            - {type: Scatter}
            - {type: Accumulate, parameters: {n_packets: 2}}
            - {type: Return}
            - {name: flag, type: LoadData<Bool>, parameters: {data: true}}
            - {name: flags, type: Return}
            channels:
            - {sending: {load: out}, receiving: {scatter: inp}}
            - {sending: {scatter: out}, receiving: {accumulate: inp}}
            - {sending: {accumulate: out}, receiving: {return: inp}}
            - {sending: {flag: out}, receiving: {flags: inp}}
            parameters:
            - {name: n_packets, map: [{accumulate: n_packets}]}
            - {name: up, map: [{flag: data}]}
            """
        )
    }

    private func execute(_ words: [String]) throws -> Program.Finished {
        try Program("maize-swift", ["execute"] + words).wait()
    }

    private let results = "return: [1, 2]\nreturn: [3]\nflags: true\n"

    @Test func `a workflow file runs, and its results are the output`() throws {
        let finished = try execute([flow])
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output == results)
        #expect(finished.errors.contains("numbers completed after"))
    }

    private func execute(_ words: [String], redirected: String) throws -> Program.Finished {
        let shell = ["/bin/sh", "-c", "exec \"$0\" \"$@\" \(redirected)"]
        return try Program("maize-swift", ["execute"] + words, through: shell).wait()
    }

    @Test(arguments: [[], ["--json"]], [">/dev/full", ">&-"])
    func `results that cannot be written are an error`(words: [String], redirected: String) throws {
        let finished = try execute([flow] + words, redirected: redirected)
        #expect(finished.end == .exited(status: 4))
        #expect(finished.errors.contains("error: standard output cannot be written"))
    }

    @Test(arguments: ["<&-", "2>&-", "<&- 2>&-"])
    func `descriptors that are closed from the start are given to nothing else`(redirected: String) throws {
        let finished = try execute([flow], redirected: redirected)
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output == results)
    }

    @Test func `a log that is a pipe without a reader is refused, not waited for`() throws {
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let finished = try execute([flow, "--log", pipe])
        #expect(finished.end == .exited(status: 4))
        #expect(finished.errors.contains("the pipe \(pipe), which nobody reads; start its reader first"))
    }

    @Test(arguments: [
        ["FLOW", "--n-packets", "3"], ["FLOW", "--n_packets=3"], ["--n-packets", "3", "FLOW"],
        ["--n-packets=3", "FLOW"],
        ["--quiet", "--n-packets", "3", "FLOW"], ["--grace", "2", "FLOW", "--n_packets", "3", "-q"],
        ["--n-packets", "3", "--grace", "2", "FLOW"],
    ])
    func `options stand before the file or behind it`(words: [String]) throws {
        let finished = try execute(words.map { $0 == "FLOW" ? flow : $0 })
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == "return: [1, 2, 3]\nflags: true\n")
    }

    @Test(arguments: [(["--up"], "true"), (["--no-up"], "false"), ([], "true")])
    func `a truth value is an option of two words`(words: [String], value: String) throws {
        #expect(try execute([flow] + words).output == "return: [1, 2]\nreturn: [3]\nflags: \(value)\n")
        #expect(try execute(words + [flow]).output == "return: [1, 2]\nreturn: [3]\nflags: \(value)\n")
    }

    @Test func `help shows the workflow's options among the command's`() throws {
        let help = try execute([flow, "--help"])
        #expect(help.end == .exited(status: 0))
        #expect(help.output.contains("Sends numbers in lists."))
        #expect(help.output.contains("USAGE: maize-swift execute \(flow)"))
        #expect(help.output.contains("--n-packets <number>"))
        #expect(help.output.contains("items in a list (is at least 1; now: 2)"))
        #expect(help.output.contains("--up/--no-up") || help.output.contains("--up, --no-up"))
        #expect(help.output.contains("--grace <seconds>"))
        let alone = try execute(["--help"])
        #expect(alone.end == .exited(status: 0))
        #expect(alone.output.contains("maize-swift execute FLOW"))
    }

    @Test func `choices of an option stand in the help, and another word is refused at once`() throws {
        let flow = try folder.write(
            """
            nodes:
            - {name: lines, type: ReadLines, parameters: {path: /dev/null}}
            - {type: Void}
            channels:
            - {sending: {lines: out}, receiving: {void: inp}}
            parameters:
            - {name: encoding, map: [{lines: encoding}]}
            """,
            to: "choices.yaml"
        )
        let help = try execute([flow, "--help"]).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(help.contains("(one of utf8, latin1; now: utf8)"))
        #expect(try execute([flow, "--options"]).output.contains("--encoding = utf8  (one of utf8, latin1)\n"))
        let wrong = try execute([flow, "--encoding", "latin"])
        #expect(wrong.end == .exited(status: 2))
        #expect(wrong.errors.contains("one of utf8, latin1 is expected, not \"latin\"; did you mean 'latin1'?"))
    }

    @Test func `options, check and types are told without a run`() throws {
        #expect(
            try execute([flow, "--options", "--n-packets", "7"]).output
                == "--n-packets = 7  (is at least 1)\n--up = true\n"
        )
        #expect(try execute([flow, "--check"]).errors == "numbers: 6 nodes and 4 channels, no errors\n")
        let types = try execute(["--list"]).output
        let names = types.split(separator: "\n").map { String($0.prefix { $0 != " " && $0 != "<" }) }
        #expect(names == names.sorted() && Set(["Command", "LoadData", "Return", "Void"]).isSubset(of: names))
        #expect(try execute([flow, "--list"]).output == types)
    }

    @Test(arguments: [
        ([], "error: a workflow is missing; write maize-swift execute FLOW, where FLOW is a workflow file (.yaml,"),
        (["FLOW", "--n-packet", "3"], "--n-packets"), (["FLOW", "another.yaml"], "another.yaml"),
        (["FLOW", "--n-packets"], "--n-packets"), (["FLOW", "--grace", "-1"], "--grace"),
    ])
    func `a wrong command line has status 64`(words: [String], message: String) throws {
        let finished = try execute(words.map { $0 == "FLOW" ? flow : $0 })
        #expect(finished.end == .exited(status: 64))
        #expect(finished.errors.contains(message), "\(finished.errors)")
        #expect(finished.output.isEmpty)
    }

    @Test func `a value of another type has status 2 and names the option`() throws {
        let finished = try execute([flow, "--n-packets", "x"])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors == "error: option --n-packets: a whole number is expected, not \"x\"\n")
    }

    @Test func `a node that fails has status 1`() throws {
        let file = try folder.write(
            """
            nodes:
            - {name: load, type: LoadData, parameters: {data: [1, 2]}}
            - {type: Scatter}
            - {name: stages, type: TimeDistribute, parameters: {pattern: [1]}}
            - {type: Void}
            channels:
            - {sending: {load: out}, receiving: {scatter: inp}}
            - {sending: {scatter: out}, receiving: {stages: inp}}
            - {sending: {stages: out}, receiving: {void: inp}}
            """,
            to: "failing.yaml"
        )
        let finished = try execute([file])
        #expect(finished.end == .exited(status: 1))
        #expect(finished.errors.contains("node 'stages' failed: the pattern [1] was at its end"), "it is named once")
    }

    @Test func `a value that breaks a rule has status 2, and names the option and the rule`() throws {
        let finished = try execute([flow, "--n-packets", "0"])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors == "error: option --n-packets: the value 0 breaks the rule 'is at least 1'\n")
    }

    @Test(arguments: [["--check"], []])
    func `a workflow that is not complete has status 2 and places`(words: [String]) throws {
        let file = try folder.write(
            "nodes:\n- {name: a, type: LoadData}\n- {name: b, type: Log<Int>}\n",
            to: "open.yaml"
        )
        let finished = try execute([file] + words)
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors.contains("\(file):2:3: error: a.data: this parameter has no value"))
        #expect(finished.errors.contains("\(file):3:3: error: b.inp: this input is not connected"))
    }

    @Test func `an option of open type is what its text says`() throws {
        let file = try folder.write(
            """
            nodes:
            - {name: a, type: LoadData}
            - {name: b, type: Return}
            channels: [{sending: {a: out}, receiving: {b: inp}}]
            parameters: [{name: x, map: [{a: data}]}]
            """
        )
        for (text, value) in [
            ("1", "1"), ("0", "0"), ("2.5", "2.5"), ("true", "true"), ("yes", "\"yes\""), ("on", "\"on\""),
        ] {
            #expect(try execute([file, "--quiet", "--x", text]).output == value + "\n")
        }
        #expect(try execute([file]).errors.contains("a.data: this parameter has no value; give the option"))
    }

    @Test func `what cannot be read has status 2 and a reason`() throws {
        let odd = try folder.write("nodes: []", to: "flow.txt")
        for (path, reason) in [
            (folder.path + "/missing.yaml", "the file cannot be read: No such file or directory"),
            (folder.path + "/missing", "the file cannot be read: No such file or directory"),
            (
                folder.path,
                "the folder has no Package.swift, so it is no package; 'maize-swift init NAME' writes a new one"
            ),
            (odd, "the file's name must end in .yaml, .yml, .toml or .json, which tells its format"),
        ] {
            let finished = try execute([path])
            #expect(finished.end == .exited(status: 2))
            #expect(finished.errors == "\(path): error: \(reason)\n")
        }
    }

    @Test func `a pipe is read as a file is`() throws {
        let pipe = folder.path + "/pipe.yaml"
        try #require(mkfifo(pipe, 0o600) == 0)
        let writer = try Program("/bin/bash", ["-c", "cat \"$0\" > \"$1\"", flow, pipe])
        let finished = try execute([pipe])
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == results)
        #expect(try writer.wait().end == .exited(status: 0))
    }

    @Test func `a compiled program gets the options, and its status is the command's`() throws {
        let hello = Program.folder + "/Hello"
        let finished = try execute([hello, "--greeting", "you"])
        #expect(finished.end == .exited(status: 0))
        #expect(finished.errors.contains("you"))
        #expect(try execute(["--greeting=you", hello]).errors.contains("you"))
        let wrong = try execute([hello, "--greting", "you"])
        #expect(wrong.end == .exited(status: 64))
        #expect(wrong.errors.contains("--greeting"))
        #expect(try execute([hello, "--help"]).output.contains("--greeting <text>"))
    }
}

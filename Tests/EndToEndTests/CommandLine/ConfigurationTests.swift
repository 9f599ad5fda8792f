import Foundation
import MaizeSystem
import TemporaryFiles
import Testing

/// What `maize.toml` does to runs, and the verbs that tell of it.
@Suite(.timeLimit(.minutes(10)))
struct ConfigurationTests {
    private let folder: TemporaryFolder
    private let flow: String
    private let configuration: String

    init() throws {
        folder = try TemporaryFolder()
        flow = try folder.write(
            """
            name: greeting
            nodes:
            - {name: greet, type: Command, parameters: {command: [greet, you]}}
            - {type: Accumulate}
            - {type: Return}
            channels:
            - {sending: {greet: out}, receiving: {accumulate: inp}}
            - {sending: {accumulate: out}, receiving: {return: inp}}
            parameters:
            - {name: size, map: [{accumulate: n_packets}]}
            """
        )
        configuration = try folder.write(
            """
            scratch = "runs"
            [environment]
            NAME = "world"
            [Command]
            commands.greet = ["sh", "-c", "echo hello $0; echo from $NAME"]
            [Accumulate.parameters]
            n_packets = 2
            [profile.home]
            environment.NAME = "home"
            """,
            to: "maize.toml"
        )
    }

    private func run(_ words: [String], _ environment: [String: String]? = nil) throws -> Program.Finished {
        try Program("maize-swift", words, environment: environment ?? ["MAIZE_CONFIG": configuration]).wait()
    }

    @Test func `programs, variables and defaults of parameters come from the file`() throws {
        let finished = try run(["execute", flow, "--debug"])
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == "[hello you, from world]\n" || finished.output.contains("from world"))
        #expect(finished.errors.contains("accumulate: n_packets = 2"))
        // A folder of a run that is kept lies where the file says.
        let runs = try Directory.entries(of: folder.path + "/runs")
        #expect(runs.contains { $0.hasPrefix("maize-") })
    }

    @Test func `a profile, another file and an option come over it`() throws {
        let other = try folder.write("[environment]\nNAME = \"there\"\n", to: "other.toml")
        #expect(try run(["execute", flow, "-q", "--profile", "home"]).output.contains("from home"))
        #expect(try run(["execute", flow, "-q", "--config", other]).output.contains("from there"))
        let split = try run(["execute", flow, "--size", "1", "-q"])
        #expect(split.output.split(separator: "\n").count == 2, "\(split.output)")
        #expect(try run(["execute", flow, "--options"]).output.contains("--size = 2"))
    }

    @Test func `without the file the missing program is told with the lines to add`() throws {
        for words in [
            ["check", flow], ["execute", "--check", flow], ["execute", flow], ["execute", "--dry-run", flow],
        ] {
            let finished = try run(words, ["MAIZE_CONFIG": "/dev/null"])
            #expect(finished.end == .exited(status: 2))
            #expect(
                finished.errors.hasPrefix(
                    """
                    \(flow):3:3: error: greet: this node needs the program 'greet', which was not found; install it, or add to /dev/null:
                        [Command]
                        commands.greet = "/path/to/greet"
                        (looked in PATH: /
                    """
                ),
                "\(words): \(finished.errors)"
            )
        }
    }

    @Test(arguments: [["check"], ["execute"], ["execute", "--check"]])
    func `a configuration that is wrong ends with status 2, all of it told`(verb: [String]) throws {
        let wrong = try folder.write("scrath = 1\n[Accumulate.parameters]\nn_packets = \"x\"\n", to: "wrong.toml")
        let finished = try run(verb + [flow, "--config", wrong])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors.hasPrefix("\(wrong):1:1: error: unknown key 'scrath'; did you mean 'scratch'?"))
        let value = try folder.write("[Accumulate.parameters]\nn_packets = \"x\"\n", to: "value.toml")
        let refused = try run(verb + [flow, "--config", value])
        #expect(refused.end == .exited(status: 2))
        #expect(
            refused.errors == """
                \(value):2:13: error: 'n_packets' of type Accumulate: a whole number is expected, not the text "x"

                """
        )
    }

    @Test func `a program has the same options`() throws {
        let file = try folder.write("[Exmple]\n[ConcatAndPrint]\nmodules = []\n", to: "hello.toml")
        let finished = try run(["execute", Program.folder + "/Hello", "--config", file])
        #expect(finished.end == .exited(status: 0))
        #expect(
            finished.errors.contains(
                "\(file):1:2: warning: there is no type of nodes 'Exmple' here; did you mean 'Example'?"
            )
        )
    }

    @Test func `every value is shown with where it comes from`() throws {
        let finished = try run(["config", "show", "--profile", "home"])
        #expect(finished.end == .exited(status: 0))
        #expect(finished.errors == "read from \(configuration), profile home\n")
        let lines = finished.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines[0] == ["scratch", "\(folder.path)/runs", "\(configuration):1"])
        #expect(lines[1] == ["check_limit", "10.0", "default"])
        #expect(lines[2] == ["environment.NAME", "home", "\(configuration):9"])
        #expect(lines[3] == ["Accumulate.parameters.n_packets", "2", "\(configuration):7"])
        #expect(finished.output.contains("batch.walltime") && finished.output.contains("24:00:00"))
    }

    @Test func `values can be had as JSON`() throws {
        let finished = try run(["config", "show", "--json"])
        let lines = finished.output.split(separator: "\n")
        #expect(
            lines.first == """
                {"file":"\(configuration)","key":"scratch","line":1,"origin":"file","value":"\(folder.path)/runs"}
                """
        )
        #expect(lines.contains(#"{"key":"check_limit","origin":"default","value":"10.0"}"#))
    }

    @Test func `a template for a workflow is read without findings, and holds its programs`() throws {
        let finished = try run(["config", "template", flow])
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output.contains("[Command]\ncommands.greet = \"/path/to/greet\"  # it is not in PATH\n"))
        #expect(finished.output.contains("[Accumulate.parameters]\n# n_packets = 1  # "), "\(finished.output)")
        let template = try folder.write(finished.output, to: "template.toml")
        let shown = try run(["config", "show"], ["MAIZE_CONFIG": template])
        #expect(shown.end == .exited(status: 0) && shown.errors == "read from \(template)\n")
        #expect(shown.output.contains("Command.commands.greet"))
    }

    @Test func `a program makes its template itself`() throws {
        let finished = try run(["config", "template", Program.folder + "/Hello"])
        #expect(
            finished.end == .exited(status: 0) && finished.output.contains("[Example.parameters]\n# data = \"Hello\"")
        )
    }
}

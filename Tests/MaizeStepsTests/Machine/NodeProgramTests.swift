import Maize
import MaizeTesting
import TemporaryFiles
import Testing

/// Programs that node types require, found by the settings of the machine and by `PATH`.
@Suite(.timeLimit(.minutes(10))) struct NodeProgramTests {
    let machine: Machine
    let docking: Docking

    init() throws {
        machine = try Machine()
        docking = try machine.flow.add(Docking.self, name: "dock")
        try machine.flow.connect(docking.out, to: machine.result.inp)
    }

    @Test func `a command of the settings is the one that is run`() throws {
        let path = try machine.program("tools/vina")
        machine.flow.settings.types["docking", default: NodeSettings()].commands["vina"] = [path, "--quiet"]
        #expect(try machine.run() == ["\(path) --quiet"])
    }

    @Test func `a script comes before a command, and what is set for the type before what is set for all`() throws {
        let path = try machine.program("vina.sh")
        machine.flow.settings.general.commands["vina"] = ["no-such-program"]
        machine.flow.settings.types["Docking", default: NodeSettings()].commands["vina"] = ["no-such-program"]
        machine.flow.settings.types["Docking"]?.scripts["vina"] = .init(interpreter: ["/bin/sh", "-e"], location: path)
        #expect(try machine.run() == ["/bin/sh -e \(path)"])
    }

    @Test func `a command for the type hides a script for all`() throws {
        machine.flow.settings.general.scripts["vina"] = .init(interpreter: ["/bin/sh"], location: "/nowhere")
        machine.flow.settings.types["Docking", default: NodeSettings()].commands["vina"] = ["/bin/true"]
        #expect(try machine.run() == ["/bin/true"])
    }

    @Test func `else it is looked up in the node's own path`() throws {
        let path = try machine.program("env/bin/vina")
        machine.flow.settings.types["Docking", default: NodeSettings()].python = "\(machine.folder.path)/env"
        #expect(try machine.run() == [path])
    }

    @Test func `what is missing is told once for a type, with the lines to add`() throws {
        let other = try machine.flow.add(Docking.self, name: "dock2")
        try machine.flow.connect(other.out, to: machine.flow.add(Discard<String>.self).inp)
        machine.flow.settings.general.environment["PATH"] = "/nowhere:/nothing"
        #expect(
            try machine.refusal() == [
                "error: dock: type Docking (also of dock2) needs the program 'vina', which was not found; install it, or add"
                    + " to maize.toml:",
                "    [Docking]",
                "    commands.vina = \"/path/to/vina\"",
                "    (looked in PATH: /nowhere:/nothing)",
            ]
        )
    }

    @Test func `where the type has settings, its table is told`() throws {
        machine.flow.settings.general.environment["PATH"] = "/nowhere"
        machine.flow.settings.types["docking", default: NodeSettings()].environment["A"] = "b"
        let lines = try machine.refusal()
        #expect(lines[0].hasSuffix("install it, or add to maize.toml, where it says [Docking]:"), "\(lines)")
        #expect(lines.dropFirst() == ["    commands.vina = \"/path/to/vina\"", "    (looked in PATH: /nowhere)"])
    }

    @Test func `what is set and is no program is told with its reason`() throws {
        let text = try machine.folder.write("text", to: "vina")
        machine.flow.settings.general.commands["vina"] = [text]
        #expect(
            try machine.refusal() == [
                "error: dock: type Docking needs the program 'vina', which is set in the workflow's settings: program"
                    + " '\(text)' cannot be started: Permission denied to execute it"
            ]
        )
    }

    @Test func `a script that is not there is told`() throws {
        machine.flow.settings.general.scripts["vina"] = .init(interpreter: ["sh"], location: "/nowhere/vina.py")
        #expect(try machine.refusal()[0].hasSuffix("there is no script '/nowhere/vina.py'"))
    }

    @Test func `where the failure of the node is tolerated, it is a warning`() throws {
        let flow = Workflow("tolerant")
        let dock = try flow.add(Docking.self, options: NodeOptions(failOK: true))
        let result = try flow.add(Return<String>.self)
        try flow.connect(dock.out, to: result.inp)
        flow.settings.general.environment["PATH"] = "/nowhere"
        guard case .tolerated(let error)? = try flow.execute()["docking"]?.outcome else {
            Issue.record("it did not fail")
            return
        }
        #expect(error.message.contains("program 'vina' was not found; looked in PATH: /nowhere"), "\(error)")
    }

    @Test func `a node that is not active needs nothing`() throws {
        let flow = Workflow("inactive")
        let dock = try flow.add(Docking.self, options: NodeOptions(active: false))
        let result = try flow.add(Return<String>.self)
        try flow.connect(dock.out, to: result.inp)
        try flow.execute()
        #expect(result.values == [])
    }

    @Test func `a program that is not declared is found while the node runs`() throws {
        machine.flow.settings.general.commands = ["vina": ["/bin/true"], "obabel": ["/bin/sh"]]
        docking.program = "obabel"
        #expect(try machine.run() == ["/bin/sh"])
    }

    @Test func `a command finds its program the same way`() throws {
        let flow = Workflow("command")
        let command = try flow.add(Command.self) { $0.command = ["greet", "you"] }
        let result = try flow.add(Return<String>.self)
        try flow.connect(command.out, to: result.inp)
        flow.settings.types["command", default: NodeSettings()].scripts["greet"] = .init(
            interpreter: ["/bin/sh"],
            location: try machine.program("greet.sh", "echo hello $1 from $0")
        )
        try flow.execute()
        #expect(result.values == ["hello you from \(machine.folder.path)/greet.sh"])
    }

    @Test func `in memory the same words start it`() throws {
        machine.flow.settings.general.commands["vina"] = ["/bin/true", "-x"]
        let result = try InMemoryRun(machine.flow).execute()
        #expect(result["dock"]?.outcome == .completed && machine.result.values == ["/bin/true -x"])
    }
}

import Maize
import TemporaryFiles
import Testing

/// The environment of a node's process, set by the machine's settings and by modules.
@Suite(.timeLimit(.minutes(10))) struct NodeEnvironmentRunTests {
    let machine: Machine
    let variables: Variables

    init() throws {
        machine = try Machine()
        variables = try machine.flow.add(Variables.self)
        try machine.flow.connect(variables.out, to: machine.result.inp)
        variables.names = ["MY_SETTING", "OTHER"]
    }

    @Test func `variables reach the process, and those of the type come over those of all`() throws {
        machine.flow.settings.general.environment = ["MY_SETTING": "all", "OTHER": "é = x"]
        machine.flow.settings.types["VARIABLES", default: NodeSettings()].environment["MY_SETTING"] = "own"
        #expect(try machine.run() == ["MY_SETTING=own", "OTHER=é = x"])
    }

    @Test func `what the loader reads does not touch the node, and reaches what it starts`() throws {
        machine.flow.settings.general.environment["LD_LIBRARY_PATH"] = "/nowhere"
        variables.names = ["LD_LIBRARY_PATH"]
        #expect(try machine.run() == ["LD_LIBRARY_PATH=/nowhere"])
    }

    @Test func `a variable that no process can have is refused`() throws {
        machine.flow.settings.general.environment = ["A=B": "x", "MAIZE_RUN": "y"]
        let lines = try machine.refusal()
        #expect(
            lines == [
                "error: return: \"A=B\" is no name of a variable", "error: return: MAIZE_RUN is set by the run itself",
            ],
            "\(lines)"
        )
    }

    @Test func `the folder of a Python environment must be there`() throws {
        machine.flow.settings.types["Variables", default: NodeSettings()].python = "/nowhere/env"
        #expect(try machine.refusal()[0].contains("variables: there is no folder '/nowhere/env/bin'"))
    }

    // MARK: Modules

    /// A stand-in for Lmod: it knows two modules, counts its calls, and prints for a shell what they change.
    private func makeLmod(_ extra: String = "") throws {
        try machine.program(
            "libexec/lmod",
            """
            echo call >>"\(machine.folder.path)/calls"
            \(extra)
            shift 2
            for module in "$@"; do
                case $module in
                    one/1) echo 'export MY_SETTING="of module one";' ;;
                    two) echo 'OTHER="${MY_SETTING}+two"; export OTHER; unset PRIOR; echo noise;' ;;
                    *) echo "Lmod has detected the following error: unknown module $module" >&2; echo false; exit 1 ;;
                esac
            done
            """
        )
        machine.flow.settings.general.environment["LMOD_DIR"] = machine.folder.path + "/libexec"
    }

    @Test func `modules are loaded before the run, in their order`() throws {
        try makeLmod()
        machine.flow.settings.general.environment["PRIOR"] = "there"
        machine.flow.settings.types["Variables", default: NodeSettings()].modules = ["one/1", "two"]
        variables.names.append("PRIOR")
        #expect(try machine.run() == ["MY_SETTING=of module one", "OTHER=of module one+two", "PRIOR=none"])
    }

    @Test func `the same modules are loaded once`() throws {
        try makeLmod()
        machine.flow.settings.general.modules = ["one/1"]
        #expect(try machine.run() == ["MY_SETTING=of module one", "OTHER=none"])
        #expect(machine.folder.text(of: "calls") == "call\n")
    }

    @Test func `a module that cannot be loaded is an error with what was said, once`() throws {
        try makeLmod()
        machine.flow.settings.general.modules = ["one/1", "three"]
        let lines = try machine.refusal()
        #expect(
            lines == [
                "error: return: modules one/1 three cannot be loaded: Lmod has detected the following error: unknown"
                    + " module three"
            ],
            "\(lines)"
        )
    }

    @Test func `loading that takes too long is an error, never a silent pass`() throws {
        try makeLmod("sleep 1000")
        machine.flow.settings.checkLimit = 0.3
        machine.flow.settings.types["Variables", default: NodeSettings()].modules = ["one/1"]
        let lines = try machine.refusal()
        #expect(
            lines[0].hasPrefix("error: variables: loading the modules one/1 took longer than 0.3 s; find out why"),
            "\(lines)"
        )
    }

    @Test func `where there are no modules, a warning says so`() throws {
        machine.flow.settings.general.environment = ["LMOD_DIR": "", "MODULES_CMD": ""]
        machine.flow.settings.types["Variables", default: NodeSettings()].modules = ["one/1"]
        #expect(try machine.run() == ["MY_SETTING=none", "OTHER=none"])
    }
}

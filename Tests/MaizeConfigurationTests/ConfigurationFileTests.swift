import MaizeConfiguration
import MaizeDocuments
import MaizeCore
import TemporaryFiles
import Testing

@Suite struct ConfigurationFileTests {
    let files: ConfigurationFolder

    init() throws { files = try ConfigurationFolder() }

    private static let whole = """
        scratch = "runs"
        check_limit = 2.5
        packages = ["mine", "/opt/nodes"]

        [environment]
        OMP_NUM_THREADS = 1
        MODE = "a b"
        FAST = true

        [commands]
        obabel = "/opt/open babel/obabel"

        [scripts.prepare]
        interpreter = "python3 -u"
        location = "tools/prepare.py"

        [Vina]
        python = "~/envs/dock"
        modules = ["cuda/12", "vina"]
        commands.vina = ["srun", "-n", "4", "bin/vina"]
        parameters = { exhaustiveness = 8 }

        [batch]
        system = "Slurm"
        max_jobs = 10
        walltime = "2:00:00"
        polling_interval = 30

        [storage]
        location = "s3://bucket/runs"
        """

    @Test func `a whole file is read`() throws {
        let section = try files.read(ConfigurationFileTests.whole.replacing("/opt/open babel", with: "/opt/babel"))
            .section
        #expect(section.scratch?.value == files.path("runs") && section.checkLimit?.value == 2.5)
        #expect(section.packages.map(\.value) == [files.path("mine"), "/opt/nodes"])
        let settings = section.nodes.settings
        #expect(settings.environment == ["OMP_NUM_THREADS": "1", "MODE": "a b", "FAST": "true"])
        #expect(settings.words(for: "obabel") == ["/opt/babel/obabel"])
        #expect(settings.words(for: "prepare") == ["python3", "-u", files.path("tools/prepare.py")])
        let vina = try #require(section.types.first)
        #expect(vina.name == "Vina" && vina.nodes.modules?.value == ["cuda/12", "vina"])
        #expect(vina.nodes.python?.value.hasSuffix("/envs/dock") == true)
        #expect(vina.nodes.python?.value.hasPrefix("/") == true)
        // Only the program's own word is a path.
        #expect(vina.nodes.settings.words(for: "vina") == ["srun", "-n", "4", "bin/vina"])
        #expect(vina.nodes.parameters.keys.sorted() == ["exhaustiveness"])
        #expect(section.batch.system?.value == "slurm" && section.batch.maxJobs?.value == 10)
        #expect(section.batch.walltime?.value == 7200 && section.batch.pollingInterval?.value == 30)
        #expect(section.storage.location?.value == "s3://bucket/runs")
    }

    @Test func `each value knows its line`() throws {
        let settings = try files.read(ConfigurationFileTests.whole).settings
        #expect(settings.general.origin(ofProgram: "obabel") == files.path("maize.toml") + ":11")
        #expect(settings.settings(for: "vina").origin(ofProgram: "vina") == files.path("maize.toml") + ":20")
        #expect(settings.settings(for: "VINA").words(for: "obabel") != nil)
    }

    @Test func `an empty file sets nothing`() throws {
        let configuration = try files.read("# nothing\n")
        #expect(configuration.settings.general == NodeSettings() && configuration.settings.types.isEmpty)
    }

    @Test func `JSON says the same`() throws {
        let path = try files.folder.write(#"{"scratch": "/s", "Vina": {"commands": {"vina": "x -y"}}}"#, to: "c.json")
        let configuration = try MachineConfiguration(contentsOf: path)
        #expect(configuration.section.scratch?.value == "/s")
        #expect(configuration.settings.settings(for: "vina").words(for: "vina") == ["x", "-y"])
    }

    @Test func `everything that is wrong is told at once, with its place`() throws {
        let text = """
            scrach = "runs"
            check_limit = 0
            packages = "mine"
            environment = { A = ["x"] }
            commands = { a = "", b = "x 'y", c = 3 }

            [scripts]
            p = { interpreter = "python3" }

            [Vina]
            comands.vina = "x"
            modules = ["-f"]
            parameters = 3

            [batch]
            system = "slum"
            max_jobs = 0
            walltime = "2 hours"

            [storage]
            place = "x"
            """
        #expect(
            try files.problems(of: text) == [
                "1:1: unknown key 'scrach'; did you mean 'scratch'?; what is set for a type of nodes is a table",
                "2:15: 'check_limit' is 0.0; seconds above 0 are needed",
                "3:12: 'packages' is a list of folders, not the text \"mine\"",
                "4:21: variable 'A': a text is expected, not a list",
                "5:18: 'a' is empty",
                "5:26: 'b': a quote does not end; write a list of words",
                "5:38: 'c': a text is expected, not 3",
                "8:5: script 'p' needs the key 'location'",
                "11:1: unknown key 'comands' in the settings of type Vina; did you mean 'commands'?",
                "12:11: 'modules': \"-f\" is no name of a module",
                "13:14: 'parameters' is a table, not 3",
                "16:10: 'system': there is no \"slum\"; did you mean 'slurm'?",
                "17:12: 'max_jobs' is 0; at least 1 is needed",
                "18:12: 'walltime': HH:MM:SS, or D-HH:MM:SS for days, is expected, not the text \"2 hours\"",
                "21:1: unknown key 'place' in [storage]; there are: endpoint, location, region",
            ]
        )
    }

    @Test func `a table whose name is misspelt is not taken for a type of nodes`() throws {
        let text = "[comands]\na = \"x\"\n[scipts.p]\nlocation = \"y\"\n[profile.night.enviroment]\nA = 1\n"
        #expect(
            try files.problems(of: text) == [
                "1:2: there is no table 'comands'; did you mean 'commands'?",
                "3:2: there is no table 'scipts'; did you mean 'scripts'?",
                "5:16: there is no table 'enviroment'; did you mean 'environment'?",
            ]
        )
        let types = try files.read("[Command]\ncommands.a = \"x\"\n[script]\nparameters.size = 1\n").section.types
        #expect(types.map(\.name) == ["Command", "script"])
    }

    @Test func `a file that is no TOML is told with its place`() throws {
        let problems = try files.problems(of: "[Vina\n")
        #expect(problems.count == 1 && problems[0].hasPrefix("1:6: "), "\(problems)")
    }

    @Test func `a type of nodes with the name of a table is written out`() throws {
        let configuration = try files.read("[types.Batch]\nparameters.size = 3\n[batch]\nqueue = \"long\"\n")
        #expect(
            configuration.section.types.map(\.name) == ["Batch"] && configuration.section.batch.queue?.value == "long"
        )
        #expect(
            try files.problems(of: "[batch]\nparameters.size = 3\n") == [
                "2:1: [batch] is about the batch system; what is set for the type of nodes Batch stands in [types.Batch]"
            ]
        )
    }
}

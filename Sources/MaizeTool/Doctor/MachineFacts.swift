internal import MaizeCommands
internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSteps
internal import MaizeSystem

/// What `doctor` looks at.
struct MachineFacts {
    /// The scratch folder, or why nothing can be made there.
    enum Scratch {
        case usable(FileSystemFacts)
        case unusable(String)
    }

    /// A run of two nodes: how long it took, or why it failed.
    enum Trial {
        case completed(seconds: Double)
        case failed(String)
    }

    var system = ""
    var processors = 1
    /// The file of Swift's library; nil where it is inside the program.
    var swiftLibrary: String?
    var limits = MachineLimits(descriptors: 0)
    var softDescriptors = 0
    var pipes = PipeQuota(softPages: nil, hardPages: nil, largest: nil)
    var memory: MemoryInfo?
    var group = ControlGroup()
    var tellsOfCrashes = false
    var scratchFolder = ""
    var scratch = Scratch.unusable("")
    /// Paths of programs, by name.
    var programs: [String: String] = [:]
    /// The version of the toolchain `swift` among them.
    var toolchain: ToolchainVersion?
    var trial = Trial.failed("")
}

extension MachineFacts {
    /// Looks at this machine; a run is tried in `scratch`.
    static func current(scratch: String) -> MachineFacts {
        var facts = MachineFacts()
        facts.system = Machine.description
        facts.processors = ProcessLimits.processors
        facts.swiftLibrary = OwnProcess.libraries.first { $0.contains("/libswiftCore.so") }
        facts.limits = .current
        facts.softDescriptors = Int(clamping: DescriptorLimit.current.soft)
        facts.pipes = .current
        facts.memory = .current
        facts.group = .current
        facts.tellsOfCrashes = BacktraceSettings.isAvailable
        facts.scratchFolder = scratch
        do {
            try Directory.make(scratch)
            facts.scratch = .usable(try FileSystemFacts(of: scratch))
        } catch {
            facts.scratch = .unusable((error as? SystemError)?.reason ?? "\(error)")
        }
        let environment = OwnProcess.environment()
        for program in OptionalProgram.all {
            // One that is not there is what is to be found out.
            facts.programs[program.name] = try? ProgramSearch.path(of: program.name, environment: environment)
        }
        facts.toolchain = facts.programs[OptionalProgram.swift.name].flatMap(ToolchainVersion.init(ofProgram:))
        facts.trial = trial(in: scratch)
        return facts
    }

    private static func trial(in scratch: String) -> Trial {
        var options = RunOptions()
        options.scratch = scratch
        options.logFile = "/dev/null"
        do {
            let flow = Workflow("doctor")
            let load = try flow.add(LoadData<Int>.self) { $0.data = 42 }
            let result = try flow.add(Return<Int>.self)
            try flow.connect(load.out, to: result.inp)
            let summary = try flow.execute(options)
            guard result.values == [42] else { return .failed("the item that was sent did not arrive") }
            return .completed(seconds: summary.duration)
        } catch {
            return .failed("\(error)")
        }
    }
}

/// A program that some nodes or backends use.
struct OptionalProgram: Equatable {
    let name: String
    let use: String
    /// What to install, where that is not told by the name.
    var source: String?

    static let swift = OptionalProgram(
        name: "swift",
        use: "builds packages with nodes of your own",
        source: "Swift from https://www.swift.org/install/linux/"
    )

    static let all = [
        swift,
        OptionalProgram(name: "python3", use: "runs scripts of nodes that use Python"),
        OptionalProgram(name: "dot", use: "turns drawings for Graphviz into pictures", source: "Graphviz"),
        OptionalProgram(name: "sbatch", use: "submits jobs to Slurm", source: "Slurm's commands"),
        OptionalProgram(name: "squeue", use: "follows jobs of Slurm", source: "Slurm's commands"),
        OptionalProgram(name: "docker", use: "runs programs in containers"),
        OptionalProgram(name: "podman", use: "runs programs in containers"),
        OptionalProgram(name: "apptainer", use: "runs programs in containers"),
    ]
}

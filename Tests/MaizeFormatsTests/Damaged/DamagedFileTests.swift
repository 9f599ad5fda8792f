import Maize
import MaizeDocuments
import MaizeSystem
import TemporaryFiles
import Testing

@testable import MaizeCommands
@testable import MaizeConfiguration
@testable import MaizeFormats

/// Good files that something has damaged, read for what they are: never a crash, never a wait.
@Suite struct DamagedFileTests {
    private static let yaml = """
        name: flow
        description: Everything that a file may say.
        level: 20
        nodes:
        - {name: load, type: "LoadData<[Int]>", parameters: {data: [1, 2, 3]}, n_attempts: 2, fail_ok: true}
        - &s {name: scatter, type: Scatter, loop: true, max_loops: -1, status: READY}
        - name: pairs
          type: Accumulate
          parameters: {n_packets: 2}
        - {name: table, type: "LoadData<[String: Double]>", parameters: {data: {low: 0.5, high: 2}}}
        - {name: show, type: LogResult, level: debug, active: true}
        - {name: shared, type: Parallel<Delay>, parameters: {branches: 2}}
        - name: wide
          type: "Multiplex<String, JSON?>"
          description: |
            Two lines
            of text.
        channels:
        - {sending: {load: out}, receiving: {scatter: inp}, size: 10, mode: copy}
        - {sending: {scatter: out}, receiving: {pairs: inp}}
        - {sending: {pairs: out}, receiving: {show: inp}}
        parameters:
        - name: size
          map: [{pairs: n_packets}]
          value: 3
          optional: true
        - {name: delay, map: [{shared: delay}]}
        """

    /// The short forms, with graphs of the file and of others.
    private static let graphs = """
        name: graphs
        include: [other.yaml]
        graphs:
          Pair:
            description: Copies and merges.
            nodes: {copy: Copy, merge: Merge, wait: {type: Delay, parameters: {delay: 0.5}}}
            channels: [copy -> merge, {from: copy.out, to: wait, size: 2}, wait.out -> merge.inp]
            ports: {inp: copy.inp, out: merge.out}
            parameters: {delay: wait.delay}
          Twice: {nodes: {a: Pair, b: Pair}, channels: [a -> b], ports: {inp: a.inp, out: b.out}}
          Whole: whole.yaml
        nodes:
          load: {type: LoadData, parameters: {data: [a, b]}}
          twice: Twice
          kept: Keep
          whole: {type: Whole, parameters: {start: 3}}
          end: Return
          other: Void
        channels: [load -> twice -> kept -> end, whole -> other]
        parameters: {delay: [twice/a.delay, "twice/b.delay"], size: {map: kept.n_packets, value: 7}}
        """

    private static let other = """
        graphs:
          Keep:
            nodes: {gather: Accumulate, first: Take}
            channels: [gather -> first]
            ports: {inp: gather.inp, out: first.out}
            parameters: {n_packets: gather.n_packets}
        """

    private static let whole = """
        name: whole
        nodes: {load: LoadData, wait: Delay}
        channels: [load -> wait]
        ports: {out: wait.out}
        parameters: {start: {map: load.data, value: 3}, delay: wait.delay}
        """

    /// Reads a workflow and writes it again: what came from a file can be told in one, or was refused.
    private func look(_ path: String, _ format: DocumentFormat, seed: UInt64) throws -> Bool {
        do {
            let flow = try Workflow(contentsOf: path)
            _ = flow.check()
            do {
                _ = try flow.text(as: format)
                _ = try flow.flatText(as: format, nodes: [], folder: nil)
            } catch let error as WorkflowSavingError {
                #expect(!error.problems.contains { $0.contains(" in the file, and is ") }, "seed \(seed): \(error)")
            }
            return true
        } catch let error as WorkflowFileError {
            #expect(!error.diagnostics.isEmpty, "seed \(seed)")
            #expect(error.description.hasPrefix(Path.parent(of: path) ?? "/"), "seed \(seed)")
            return false
        }
    }

    @Test(arguments: DocumentFormat.allCases)
    func `a damaged file is read, or refused with its places`(format: DocumentFormat) throws {
        let folder = try TemporaryFolder()
        let value = try DocumentValue.read(SourceText(bytes: Array(DamagedFileTests.yaml.utf8)), as: .yaml)
        let text = format == .yaml ? DamagedFileTests.yaml : try format.text(of: value)
        let path = try folder.write(text, to: "flow.\(format)")
        #expect(throws: Never.self) { try Workflow(contentsOf: path) }
        try FileDamage.each("\(format)", ["flow": Array(text.utf8)]) { files, seed in
            _ = try folder.write(try #require(files["flow"]), to: "flow.\(format)")
            return try look(path, format, seed: seed)
        }
    }

    @Test func `so is one of several files, with graphs that they take from each other`() throws {
        let folder = try TemporaryFolder()
        let texts = [
            "flow.yaml": DamagedFileTests.graphs, "other.yaml": DamagedFileTests.other,
            "whole.yaml": DamagedFileTests.whole,
        ]
        for (name, text) in texts { _ = try folder.write(text, to: name) }
        let path = folder.path + "/flow.yaml"
        #expect(throws: Never.self) { try Workflow(contentsOf: path) }
        try FileDamage.each("graphs", texts.mapValues { Array($0.utf8) }) { files, seed in
            for (name, bytes) in files { _ = try folder.write(bytes, to: name) }
            return try look(path, .yaml, seed: seed)
        }
    }

    @Test(arguments: DocumentFormat.allCases)
    func `so is a file of parameters`(format: DocumentFormat) throws {
        let folder = try TemporaryFolder()
        for (name, text) in ["other.yaml": DamagedFileTests.other, "whole.yaml": DamagedFileTests.whole] {
            _ = try folder.write(text, to: name)
        }
        let flow = try Workflow(contentsOf: folder.write(DamagedFileTests.graphs))
        let yaml = """
            delay: 2
            size: 3
            load: {data: [a, "1"]}
            whole: {start: 5, delay: 1e-3}
            load.data: [x]
            """
        let value = try DocumentValue.read(SourceText(bytes: Array(yaml.utf8)), as: .yaml)
        let text = try format.text(of: value)
        #expect(try ParametersFile(folder.write(text, to: "parameters.\(format)")).apply(to: flow).isEmpty)
        try FileDamage.each("parameters in \(format)", ["flow": Array(text.utf8)]) { files, _ in
            let path = try folder.write(try #require(files["flow"]), to: "parameters.\(format)")
            return ParametersFile(path).apply(to: flow).isEmpty
        }
    }

    @Test func `so is a configuration`() throws {
        let folder = try TemporaryFolder()
        let flow = Workflow("none")
        try flow.add(Command.self)
        let toml = """
            scratch = "runs"
            check_limit = 2.5
            packages = ["mine", "/opt/nodes"]
            [environment]
            OMP_NUM_THREADS = 1
            [commands]
            obabel = "/opt/open babel/obabel"
            [scripts.prepare]
            interpreter = "python3 -u"
            location = "tools/prepare.py"
            [Command]
            modules = ["cuda/12", "vina"]
            commands.vina = ["srun", "-n", "4", "bin/vina"]
            parameters = { statuses = [0, 1] }
            [batch]
            system = "Slurm"
            walltime = "2:00:00"
            [storage]
            location = "s3://bucket/runs"
            [profile.large]
            scratch = "/large"
            [profile.large.Command]
            parameters.statuses = [3]
            """
        try FileDamage.each("configuration", ["maize": Array(toml.utf8)]) { files, seed in
            let path = try folder.write(try #require(files["maize"]), to: "maize.toml")
            do {
                _ = try MachineConfiguration(contentsOf: path, profile: "large").apply(to: flow, knownTypes: { [] })
                return true
            } catch let error as ConfigurationError {
                #expect(!error.diagnostics.isEmpty, "seed \(seed)")
                return false
            }
        }
    }
}

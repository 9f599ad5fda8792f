import MaizeSystem
import TemporaryFiles
import Testing

/// Packages that `maize.toml` names: their nodes are found by the names of their types.
@Suite(.timeLimit(.minutes(10)))
struct ConfiguredPackageTests {
    private let folder: TemporaryFolder
    /// A package without the nodes that are wanted, and one with them.
    private let other: FakePackage
    private let package: FakePackage
    private let flow: String

    init() throws {
        folder = try TemporaryFolder()
        other = try FakePackage(program: "OptionNodes")
        package = try FakePackage()
        flow = try folder.write(
            """
            nodes: {countdown: Countdown, reversed: 'Reversed<Int>', return: Return}
            channels: [countdown.out -> reversed.inp, reversed.out -> return.inp]
            """
        )
    }

    private func run(_ words: [String], packages: [String]? = nil) throws -> Program.Finished {
        let packages = packages ?? [other.folder.path, package.folder.path]
        let file = try folder.write("packages = \(packages)\n", to: "maize.toml")
        return try package.run(words + ["--config", file])
    }

    @Test func `a type that nobody else knows is looked for in them, in their order`() throws {
        let finished = try run(["execute", flow, "-q"])
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == "1\n2\n3\n")
        let built = try package.calls().filter { $0.hasPrefix("build") && !$0.contains("--show-bin-path") }
        #expect(built.map { $0.contains(package.folder.path) } == [false, true])
        #expect(try run(["check", flow]).end == .exited(status: 0))
    }

    @Test func `they are left alone where nothing is missing, or another package is named`() throws {
        let plain = try folder.write(
            "nodes: {load: {type: LoadData, parameters: {data: 1}}, return: Return}\n"
                + "channels: [load.out -> return.inp]\n",
            to: "plain.yaml"
        )
        #expect(try run(["execute", plain, "-q"]).output == "1\n")
        #expect(throws: (any Error).self) { try package.calls() }
        #expect(try run(["check", flow, "--package-path", package.folder.path]).end == .exited(status: 0))
        #expect(!(try package.calls().contains { $0.contains(other.folder.path) }))
    }

    @Test func `a type that none of them has is refused; one that is not there is told of`() throws {
        let wrong = try folder.write("nodes: {a: Cuntdown}\n", to: "wrong.yaml")
        let none = try run(["check", wrong])
        #expect(none.end == .exited(status: 2))
        #expect(none.errors.contains("there is no type of nodes 'Cuntdown'"))
        let alone = try run(["check", wrong], packages: ["/nowhere", package.folder.path])
        #expect(alone.errors.contains("maize.toml:1: warning: there is no package in /nowhere"))
        #expect(alone.errors.contains("did you mean 'Countdown'?"))
    }

    @Test func `a node alone is run by them, too`() throws {
        let file = try folder.write("packages = [\"\(package.folder.path)\"]\n", to: "own.toml")
        let environment = package.environment.merging(["MAIZE_CONFIG": file]) { _, new in new }
        func run(_ words: String...) throws -> Program.Finished {
            try Program(Program.released("maize-swift"), words, environment: environment).wait()
        }
        #expect(try run("run-node", "Countdown", "-q", "--param", "start=2").output == "2\n1\n")
        #expect(try run("describe", "Countdown").output.hasPrefix("Countdown"))
        #expect(try run("list").errors.contains("add --package-path \(package.folder.path)"))
    }
}

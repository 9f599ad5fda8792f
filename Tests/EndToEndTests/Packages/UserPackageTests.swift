import Foundation
import MaizeSystem
import TemporaryFiles
import Testing

/// Workflows whose nodes are in a package of the user, from the command.
@Suite(.timeLimit(.minutes(10)))
struct UserPackageTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let halves = """
        nodes:
        - {type: Countdown, parameters: {start: 8}}
        - {type: HalvedTwice}
        - {type: Reversed}
        - {type: Return}
        channels:
        - {sending: {countdown: out}, receiving: {halvedtwice: inp}}
        - {sending: {halvedtwice: out}, receiving: {reversed: inp}}
        - {sending: {reversed: out}, receiving: {return: inp}}
        parameters:
        - {name: start, map: [{countdown: start}]}

        """

    private func flow(package: String? = nil) throws -> String {
        try folder.write((package.map { "package: \($0)\n" } ?? "") + UserPackageTests.halves)
    }

    @Test func `a flow runs with the nodes of the package that the command line names`() throws {
        let package = try FakePackage()
        let finished = try package.run(
            ["execute", try flow(), "--package-path", package.folder.path, "-q", "--start", "5"]
        )
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == "0\n0\n0\n1\n1\n")
        let path = package.folder.path
        #expect(
            try package.calls() == [
                "package --package-path \(path) dump-package",
                "build --package-path \(path) --configuration debug --product PackagedNodes --quiet",
                "build --package-path \(path) --configuration debug --show-bin-path",
            ]
        )
    }

    @Test func `a flat file names the package that the flow names, and runs`() throws {
        let package = try FakePackage()
        let flat = folder.path + "/flat.toml"
        let expanded = try package.run(["expand", try flow(package: package.folder.path), "-o", flat])
        #expect(expanded.end == .exited(status: 0), "\(expanded.errors)")
        let text = try String(contentsOfFile: flat, encoding: .utf8)
        #expect(text.contains("package = \"\(package.folder.path)\"\n"), "\(text)")
        let finished = try package.run(["execute", flat, "-q", "--start", "5"])
        #expect(finished.output == "0\n0\n0\n1\n1\n", "\(finished.errors)")
    }

    @Test func `functions of the package are nodes of its files`() throws {
        let package = try FakePackage()
        let file = try package.folder.write(
            """
            nodes:
              numbers: {type: Countdown}
              cube: {type: Cube, parameters: {offset: 1}}
              area: {type: Area, parameters: {height: 10}}
              result: Return
            channels: [numbers -> cube, cube.out -> area.width, area -> result]
            parameters: {offset: cube.offset}
            """,
            to: "flow.yaml"
        )
        let finished = try package.run(["execute", file, "--package-path", package.folder.path, "-q", "--offset", "2"])
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == "290\n100\n30\n")
    }

    @Test func `a file names its package, seen from its own folder`() throws {
        let package = try FakePackage()
        let file = try flow(package: "../" + package.folder.path.split(separator: "/").last.map(String.init)!)
        let finished = try package.run(["execute", file, "--package-configuration=release"])
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == "0\n0\n0\n1\n1\n1\n1\n2\n")
        // The build is told of, but not as data.
        #expect(finished.errors.hasPrefix("compiling\n"))
        #expect(try package.calls()[1].contains("--configuration release"))
    }

    @Test func `every verb knows the nodes of the package`() throws {
        let package = try FakePackage()
        let checked = try package.run(["check", try flow(package: package.folder.path)])
        #expect(checked.end == .exited(status: 0), "\(checked.errors)")
        for words in [["list"], ["execute", "--list"]] {
            let listed = try package.run(words + ["--package-path", package.folder.path])
            #expect(listed.end == .exited(status: 0))
            let types = Set(listed.output.split(separator: "\n").map { $0.prefix { $0 != " " } })
            #expect(types.isSuperset(of: ["Command", "Merge<T>", "Countdown", "Halved", "HalvedTwice", "Reversed<T>"]))
            #expect(types.isDisjoint(with: ["Tracing", "Secret", "InnerWorkflow"]))
        }
        let described = try package.run(["describe", "TracedSum", "--package-path", package.folder.path])
        #expect(described.end == .exited(status: 0))
        #expect(described.output.contains("inp"))
    }

    @Test func `a folder is built, and its program runs its own workflow`() throws {
        let package = try FakePackage()
        let finished = try package.run(["execute", package.folder.path, "--start", "2", "-q"])
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == "2\n1\n")
    }

    @Test func `the status of the run is that of the command`() throws {
        let package = try FakePackage()
        let wrong = try folder.write("package: \(package.folder.path)\nnodes: [{type: Countdwn}]\n")
        let finished = try package.run(["execute", wrong])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors.contains("did you mean 'Countdown'?"), "\(finished.errors)")
    }

    @Test func `a build that fails ends with what the compiler said, and nothing runs`() throws {
        let package = try FakePackage(build: "echo 'Nodes.swift:1:1: error: no such thing'; exit 1")
        let finished = try package.run(["execute", try flow(package: package.folder.path)])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.output.isEmpty)
        #expect(finished.errors.contains("Nodes.swift:1:1: error: no such thing\n"))
        #expect(finished.errors.hasSuffix(": error: the package does not build; the compiler's messages are above\n"))
    }

    @Test func `a program without the command inside is refused with what to add`() throws {
        let package = try FakePackage(program: "Squares", products: ["MaizeCommands"])
        let finished = try package.run(["execute", try flow(), "--package-path", package.folder.path])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors.contains(".product(name: \"MaizeTool\", package: \"maize-swift\"),"))
        // It has a workflow of its own all the same.
        let own = try package.run(["execute", package.folder.path, "-q", "--last", "2"])
        #expect(own.output == "1\n4\n", "\(own.errors)")
    }

    @Test func `without a compiler the machine lacks something`() throws {
        let package = try FakePackage()
        let words = ["execute", package.folder.path]
        let finished = try Program("maize-swift", words, environment: ["PATH": "/nowhere"]).wait()
        #expect(finished.end == .exited(status: 4))
        let start = "error: packages are built by 'swift', which is in no folder of PATH (/nowhere); install Swift"
        #expect(finished.errors.hasPrefix(start), "\(finished.errors)")
    }

    @Test func `a folder that is no package, and words that make no sense, are refused`() throws {
        let package = try FakePackage()
        let folder = try package.run(["execute", self.folder.path])
        #expect(folder.end == .exited(status: 2))
        #expect(folder.errors.contains("the folder has no Package.swift, so it is no package; 'maize-swift init NAME'"))
        let words = try package.run(["execute", try flow(), "--package-path"])
        #expect(words.end == .exited(status: 64))
        #expect(words.errors == "error: --package-path takes the folder of a Swift package.\n")
    }

    @Test func `a signal ends the build, and the command with it`() throws {
        let package = try FakePackage(build: "kill -TERM $PPID; exec sleep 100")
        let program = try Program(
            "maize-swift",
            ["execute", package.folder.path],
            environment: package.environment
        )
        #expect(try program.wait().end == .exited(status: 143))
        #expect(program.leftovers(after: 5).isEmpty)
    }

    @Test func `workflows of several packages are not mixed up`() throws {
        let first = try FakePackage()
        let second = try FakePackage()
        let flows = try [first, second].enumerated().map { number, package in
            try folder.write("package: \(package.folder.path)\n" + UserPackageTests.halves, to: "flow\(number).yaml")
        }
        let finished = try first.run(["check"] + flows)
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors.contains("\(flows[1]): error: its package \(second.folder.path) is not"))
        let chosen = try first.run(["check", "--package-path", first.folder.path] + flows)
        #expect(chosen.end == .exited(status: 0), "\(chosen.errors)")
    }

    @Test func `a package's program may be nothing but the command`() throws {
        let package = try FakePackage(program: "maize-swift")
        let flow = try folder.write(
            "package: \(package.folder.path)\nnodes: {load: {type: LoadData, parameters: {data: 1}}, return: Return}\n"
                + "channels: [load.out -> return.inp]\n"
        )
        #expect(try package.run(["execute", flow, "-q"]).output == "1\n")
        #expect(try package.calls().filter { $0.contains("--product") }.count == 1)
    }

    @Test func `who inherits the mark of the command is not taken for it`() throws {
        let finished = try Program("PackagedNodes", ["-q"], environment: ["MAIZE_HANDOVER": "1:5"]).wait()
        #expect(finished.output == "3\n2\n1\n", "\(finished.errors)")
    }
}

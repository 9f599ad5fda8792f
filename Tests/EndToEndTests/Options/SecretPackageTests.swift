import MaizeSystem
import TemporaryFiles
import Testing

/// Secret values on their way through a package's build: a compiler takes minutes, and shows its words to everybody.
@Suite(.timeLimit(.minutes(10)))
struct SecretPackageTests {
    private static let canary = "canary-4711-hunter2"
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Who runs with the secret, and from where the package is known.
    enum Verb: CaseIterable, Sendable { case execute, executeNamedByFile, executeFolder, runNode }

    /// A package whose build writes down what it, and the command that waits for it, show to others.
    private func package(for verb: Verb) throws -> FakePackage {
        let look = "cat /proc/$$/cmdline /proc/$$/environ /proc/$PPID/cmdline /proc/$PPID/environ"
        let build = "\(look) >'\(folder.path)/seen'"
        return verb == .executeFolder
            ? try FakePackage(program: "OptionNodes", products: ["MaizeCommands"], build: build)
            : try FakePackage(build: build)
    }

    private func flow(_ lines: String = "") throws -> String {
        try folder.write(
            lines + """
                nodes: {keeper: Keeper, return: Return}
                channels: [keeper.out -> return.inp]
                parameters: {token: keeper.token, deed: keeper.deed}

                """
        )
    }

    private func words(_ verb: Verb, of package: FakePackage, deed: String) throws -> [String] {
        let path = package.folder.path
        return switch verb {
        case .execute: ["execute", try flow(), "--package-path", path, "--deed", deed]
        case .executeNamedByFile: ["execute", "--deed=\(deed)", try flow("package: \(path)\n")]
        case .executeFolder: ["execute", path, "--count", "1", "--deed", deed]
        case .runNode: ["run-node", "Keeper", "--package-path", path, "--param", "deed=\(deed)"]
        }
    }

    private func secret(_ verb: Verb, inVariable: Bool) -> [String] {
        let value = inVariable ? "env:MY_TOKEN" : SecretPackageTests.canary
        return verb == .runNode ? ["--param", "token=\(value)"] : ["--token", value]
    }

    @Test(arguments: Verb.allCases, [false, true])
    func `nobody sees it while a package builds, and the node has it`(verb: Verb, inVariable: Bool) throws {
        let package = try package(for: verb)
        var environment = package.environment
        if inVariable { environment["MY_TOKEN"] = SecretPackageTests.canary }
        // Of a whole workflow nobody takes the measure.
        let deed = verb == .executeFolder ? "tell" : "measure"
        let words = try words(verb, of: package, deed: deed) + secret(verb, inVariable: inVariable)
        let finished = try Program(Program.released("maize-swift"), words, environment: environment).wait()
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        let has = deed == "tell" ? "the token is (secret)" : "\(SecretPackageTests.canary.utf8.count)\n"
        #expect((deed == "tell" ? finished.errors : finished.output).contains(has))
        let seen = try #require(FileContents.text(of: folder.path + "/seen"))
        #expect(seen.contains("MAIZE_CONFIG=") && seen.contains(verb == .runNode ? "run-node" : "execute"))
        #expect(!seen.contains(SecretPackageTests.canary))
        #expect(!finished.errors.contains(SecretPackageTests.canary))
    }

    @Test(arguments: Verb.allCases, [false, true])
    func `no process of the run behind it shows it`(verb: Verb, inVariable: Bool) throws {
        let package = try package(for: verb)
        var environment = package.environment
        if inVariable { environment["MY_TOKEN"] = SecretPackageTests.canary }
        let words = try words(verb, of: package, deed: "wait") + secret(verb, inVariable: inVariable)
        let program = try Program(Program.released("maize-swift"), words, environment: environment)
        try program.waitForErrors("waiting")
        for process in program.processes {
            for file in ["cmdline", "environ"] {
                let text = FileContents.text(of: "/proc/\(process)/\(file)") ?? ""
                #expect(!text.contains(SecretPackageTests.canary), "\(file) of \(Program.name(of: process) ?? "")")
            }
        }
        program.signal(15)
        #expect(!(try program.wait().errors.contains(SecretPackageTests.canary)))
    }

    @Test func `words that hold no value stay visible`() throws {
        let package = try package(for: .execute)
        let words = try words(.execute, of: package, deed: "keep") + ["--quiet"]
        #expect(try package.run(words).end == .exited(status: 0))
        let seen = try #require(FileContents.text(of: folder.path + "/seen")).split(separator: "\0")
        #expect(seen.contains("\(folder.path)/flow.yaml") && seen.contains("--deed") && seen.contains("--quiet"))
        #expect(!seen.contains("keep"))
    }
}

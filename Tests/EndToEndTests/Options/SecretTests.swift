import Glibc
import MaizeSystem
import TemporaryFiles
import Testing

/// Secret values are nowhere to be found: not in what a run says, leaves behind, or shows of its processes.
@Suite(.timeLimit(.minutes(10)))
struct SecretTests {
    private static let canary = "canary-4711-hunter2"
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The ways in which a secret can be given.
    enum Way: CaseIterable, Sendable { case word, attached, nodeParameter, file, variable, parametersFile }

    private func words(_ way: Way) throws -> [String] {
        switch way {
        case .word: ["--token", SecretTests.canary]
        case .attached: ["--token=\(SecretTests.canary)"]
        case .nodeParameter: ["--param", "keeper.spare=\(SecretTests.canary)"]
        case .file: ["--token", "@" + (try folder.write(SecretTests.canary + "\n", to: "token"))]
        case .variable: ["--token", "env:MY_TOKEN", "--param", "keeper.spare=env:MY_TOKEN"]
        case .parametersFile:
            ["--parameters", try folder.write("token = \"\(SecretTests.canary)\"\n", to: "secret.toml")]
        }
    }

    private func program(_ way: Way, _ words: [String], throughCommand: Bool = false) throws -> Program {
        let environment = way == .variable ? ["MY_TOKEN": SecretTests.canary] : [:]
        let all = ["--count", "1"] + words + (try self.words(way))
        guard throughCommand else { return try Program("OptionNodes", all, environment: environment) }
        let program = Program.folder + "/OptionNodes"
        return try Program("maize-swift", ["execute", program] + all, environment: environment)
    }

    /// The files below a folder that hold the secret.
    private func leaks(in path: String) throws -> [String] {
        try Directory.entries(of: path).flatMap { name -> [String] in
            let place = path + "/" + name
            if FileContents.isRegular(place) {
                return FileContents.text(of: place)?.contains(SecretTests.canary) == true ? [place] : []
            }
            return try Directory.exists(place) ? leaks(in: place) : []
        }
    }

    /// An account of a crash takes a while, and does not depend on where a secret came from.
    private static let deeds: [(Way, String)] =
        [(.word, "crash")] + Way.allCases.flatMap { way in ["tell", "fail"].map { (way, $0) } }

    @Test(arguments: deeds)
    func `a run that tells its secret, or fails with it, does not show it`(way: Way, deed: String) throws {
        let log = folder.path + "/log"
        let program = try program(way, ["--deed", deed, "--debug", "--keep", "--json", "--log", log])
        let finished = try program.wait()
        #expect(finished.end == .exited(status: deed == "tell" ? 0 : 1))
        let said = try #require(FileContents.text(of: log))
        #expect(said.contains("(secret)"))
        for text in [finished.output, finished.errors, said] { #expect(!text.contains(SecretTests.canary)) }
        #expect(!program.folders.isEmpty)
        #expect(try leaks(in: program.scratch) == [])
    }

    @Test(arguments: Way.allCases, [false, true])
    func `no process of a run shows it`(way: Way, throughCommand: Bool) throws {
        let program = try program(way, ["--deed", "wait"], throughCommand: throughCommand)
        try program.waitForErrors("waiting")
        let processes = program.processes
        #expect(processes.count > 1)
        for process in processes {
            for file in ["cmdline", "environ"] {
                let text = FileContents.text(of: "/proc/\(process)/\(file)") ?? ""
                #expect(!text.contains(SecretTests.canary), "\(file) of \(Program.name(of: process) ?? "")")
            }
        }
        program.signal(SIGTERM)
        #expect(!(try program.wait().errors.contains(SecretTests.canary)))
    }

    @Test func `what is said without a run does not show it either`() throws {
        for words in [["--check"], ["--options"], ["--help"], ["--dry-run"], ["--dry-run", "--json"], ["--outline"]] {
            let finished = try program(.word, words).wait()
            #expect(!(finished.output + finished.errors).contains(SecretTests.canary), "\(words)")
        }
    }

    @Test func `a workflow whose shape depends on options keeps them, too`() throws {
        let shell = ["/bin/bash", "-c", "exec -a shaped \"$0\" \"$@\""]
        let words = ["--token", "env:MY_TOKEN", "--param", "keeper.spare=env:MY_TOKEN", "--deed", "wait"]
        let environment = ["MY_TOKEN": SecretTests.canary]
        let program = try Program("OptionNodes", words, environment: environment, through: shell)
        try program.waitForErrors("waiting")
        for process in program.processes {
            let text = FileContents.text(of: "/proc/\(process)/environ") ?? ""
            #expect(!text.contains(SecretTests.canary), "\(Program.name(of: process) ?? "")")
        }
        program.signal(SIGTERM)
        #expect(!(try program.wait().errors.contains(SecretTests.canary)))
    }

    @Test func `a secret that cannot be had is told by its source`() throws {
        let missing = try Program("OptionNodes", ["--token", "env:NO_SUCH", "--param", "keeper.spare=@/nowhere"]).wait()
        #expect(missing.end == .exited(status: 2))
        #expect(missing.errors.contains("option --token: there is no variable 'NO_SUCH' in the environment"))
        #expect(missing.errors.contains("--param keeper.spare: the file '/nowhere' of the secret cannot be read: "))
    }
}

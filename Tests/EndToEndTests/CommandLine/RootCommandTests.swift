import MaizeSystem
import TemporaryFiles
import Testing

/// `maize-swift` itself.
@Suite(.timeLimit(.minutes(10)))
struct RootCommandTests {
    private func run(_ words: [String]) throws -> Program.Finished { try Program("maize-swift", words).wait() }

    @Test func `a command that does not exist is told with the nearest one`() throws {
        let finished = try run(["chekc", "flow.yaml"])
        #expect(finished.end == .exited(status: 64))
        #expect(finished.errors == "error: there is no command 'chekc'; did you mean 'check'?\n")
    }

    @Test func `who names a workflow only is told the command`() throws {
        let folder = try TemporaryFolder()
        let flow = try folder.write("name: x", to: "a b.yaml")
        let finished = try run([flow])
        #expect(finished.end == .exited(status: 64))
        #expect(
            finished.errors
                == "error: '\(flow)' is no command; to run the workflow write maize-swift execute '\(flow)'\n"
        )
    }

    @Test(arguments: [
        (["check", "--jsn", "x"], "--json"), (["describe"], "TYPE"), (["list", "a", "b"], "b"), (["doctor", "x"], "x"),
        (["execute", "x.yaml", "--"], "x.yaml"),
    ])
    func `wrong usage of a command has status 64, or 2 where the file is wrong`(
        words: [String],
        message: String
    ) throws {
        let finished = try run(words)
        #expect(finished.end == .exited(status: words[0] == "execute" ? 2 : 64))
        #expect(finished.errors.contains(message), "\(finished.errors)")
    }

    @Test(arguments: [["--version"], ["execute", "--version"], ["check", "--version"]])
    func `every command tells the version`(words: [String]) throws {
        let finished = try run(words)
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output.contains(/^maize-swift \d+\.\d+\.\d+\n$/))
    }
}

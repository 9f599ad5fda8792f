import MaizeSystem
import TemporaryFiles
import Testing

/// Options on which the shape of a program's workflow depends.
@Suite(.timeLimit(.minutes(10)))
struct ShapeOptionTests {
    private func run(_ words: [String]) throws -> Program.Finished { try Program("LoadBalancing", words).wait() }

    @Test func `the command line decides how many nodes there are`() throws {
        let finished = try run(["--count", "4", "--workers", "2"])
        #expect(finished.output == "30\n")
        #expect(finished.errors.contains("running 6 nodes"))
        #expect(finished.errors.contains("  workers = 2\n"))
        #expect(finished.errors.contains("  dispatcher: count = 4\n"))
    }

    @Test(arguments: ["workers = 1\ncount = 2\n", #"{"count": 2, "workers": 1}"#])
    func `a file does, too, also through a pipe, and options win`(text: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(text, to: text.hasPrefix("{") ? "values.json" : "values.toml")
        let finished = try run(["--parameters", file, "--dry-run"])
        #expect(finished.output.hasPrefix("load-balancing: 5 nodes"), "\(finished.errors)")
        #expect(try run(["--parameters", file, "--dry-run", "--workers=4"]).output.contains("8 nodes"))
        let shell = ["/bin/sh", "-c", "printf '%s' '\(text)' | exec \"$0\" \"$@\""]
        let piped = try Program("LoadBalancing", ["-q", "--parameters", "-"], through: shell).wait()
        #expect(piped.output == "5\n", "\(piped.errors)")
    }

    @Test func `wrong values are told before it is built, and help is there all the same`() throws {
        let finished = try run(["--workers", "0", "--count", "2"])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors == "error: option --workers: the value 0 breaks the rule 'is in 1...100'\n")
        let help = try run(["--workers", "0", "--help"])
        #expect(help.end == .exited(status: 0))
        #expect(help.output.contains("how many workers there are"))
        #expect(try run(["--workers", "7", "--help"]).output.contains("(is in 1...100; now: 7)"))
        #expect(try run(["--options"]).output == "--workers = 3  (is in 1...100)\n--count = 30\n")
        #expect(try run(["--worker", "7"]).end == .exited(status: 64))
    }
}

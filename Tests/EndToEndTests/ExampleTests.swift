import MaizeSystem
import Testing

/// The programs in Examples/, run as a user runs them.
@Suite(.timeLimit(.minutes(10)))
struct ExampleTests {
    @Test func `hello greets through the logger`() throws {
        let finished = try Program("Hello", ["--greeting", "world"]).wait()
        #expect(finished.end == .exited(status: 0))
        #expect(finished.errors.contains("Received: Hello world"))
        #expect(finished.output.isEmpty)
    }

    @Test func `a quiet hello says nothing`() throws {
        let finished = try Program("Hello", ["-q"]).wait()
        #expect(finished.end == .exited(status: 0))
        #expect(finished.errors.isEmpty)
    }

    @Test func `the cyclic graph ends by itself with the first number above the limit`() throws {
        let finished = try Program("Cyclic").wait()
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output == "50\n")
    }

    @Test func `the cyclic graph takes its numbers from the command line`() throws {
        let finished = try Program("Cyclic", ["--value=1", "--limit", "-5", "--quiet"]).wait()
        #expect(finished.output == "1\n")
        #expect(finished.errors.isEmpty)
    }

    @Test func `work is balanced over three workers`() throws {
        let finished = try Program("LoadBalancing").wait()
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output == "9455\n")
        #expect(!finished.errors.contains("WARNING"))
    }

    @Test func `squares come in the order of the numbers`() throws {
        #expect(try Program("Squares", ["-q"]).wait().output == "1\n4\n9\n")
        #expect(try Program("Squares", ["--last", "5"]).wait().output == "1\n4\n9\n16\n25\n")
    }

    @Test func `words are counted line by line, and an empty line is a failure`() throws {
        #expect(try Program("Words", ["--lines", "to be", "or not", "--shortest", "3"]).wait().output == "0\n1\n")
        let finished = try Program("Words", ["--lines", "to be", "", "or not"]).wait()
        #expect(finished.end == .exited(status: 1))
        #expect(finished.errors.contains("error: node 'countwords' failed: EmptyLine()"))
    }
}

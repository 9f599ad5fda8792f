import MaizeSystem
import TemporaryFiles
import Testing

/// `maize-swift list` and `maize-swift describe`.
@Suite(.timeLimit(.minutes(10)))
struct TypeCommandTests {
    private func run(_ words: [String]) throws -> Program.Finished { try Program("maize-swift", words).wait() }

    @Test(arguments: [["list"], ["execute", "-l"], ["execute", "--list"]])
    func `types are listed with a line each, without any workflow`(words: [String]) throws {
        let finished = try run(words)
        #expect(finished.end == .exited(status: 0) && finished.errors == "")
        let lines = finished.output.split(separator: "\n").map(String.init)
        #expect(
            lines.contains(
                "Merge<T>            Sends on what comes on any of its inputs, as it comes; inputs that have items take turns."
            )
        )
        #expect(lines.contains { $0.hasPrefix("Multiplex<T, U>     Lets several clients") })
        let names = lines.map { $0.prefix { $0 != "<" && $0 != " " } }
        #expect(names == names.sorted())
    }

    @Test func `every standard type has a summary and a tag`() throws {
        for line in try run(["list", "--json"]).output.split(separator: "\n") {
            #expect(
                line.contains(#""kind":"node""#) && !line.contains(#""summary":"""#) && !line.contains(#""tags":[]"#)
            )
        }
    }

    @Test func `types are chosen by tag`() throws {
        let finished = try run(["list", "--tag", "Programs"])
        #expect(finished.output.hasPrefix("Command  Runs an external program"))
        let wrong = try run(["list", "--tag", "plumbin"])
        #expect(wrong.end == .exited(status: 2))
        #expect(wrong.errors == "error: no type has the tag 'plumbin'; did you mean 'plumbing'?\n")
    }

    @Test func `a program lists and describes its own types`() throws {
        let hello = Program.folder + "/Hello"
        #expect(
            try run(["list", hello]).output.split(separator: "\n").map { $0.prefix { $0 != " " } } == [
                "ConcatAndPrint", "Example",
            ]
        )
        #expect(try run(["list", hello, "--json", "--tag", "none"]).end == .exited(status: 2))
        let described = try run(["describe", "concatandprint", hello])
        #expect(described.output.hasPrefix("ConcatAndPrint: a node\n"))
        #expect(described.output.contains("  inp  String  (any number of channels)\n"))
        let wrong = try run(["describe", "Exampl", hello])
        #expect(wrong.end == .exited(status: 2))
        #expect(wrong.errors == "error: there is no type of nodes 'Exampl'; did you mean 'Example'?\n")
    }

    @Test func `a description has the ports and the parameters`() throws {
        let finished = try run(["describe", "Accumulate"])
        #expect(finished.end == .exited(status: 0) && finished.errors == "")
        #expect(
            finished.output == """
                Accumulate<T>: Gathers a number of items into one list.

                kind: node
                in files: type: Accumulate
                items: T can be any type; mostly it follows from channels
                tags: plumbing

                INPUTS
                  inp  T  The items.

                OUTPUTS
                  out  [T]  The lists.

                PARAMETERS
                  n_packets  Int  items in a list (is at least 1; 1 unless given)

                """
        )
    }

    @Test func `types of items can be given`() throws {
        let finished = try run(["describe", "Merge<[Int]>", "--json"])
        #expect(finished.output.contains(#""type":"Merge<[Int]>""#))
        #expect(finished.output.contains(#""multi":true,"name":"inp","optional":true,"rules":[],"type":"[Int]""#))
        let wrong = try run(["describe", "Merge<Int, Int>"])
        #expect(wrong.end == .exited(status: 2))
        #expect(wrong.errors == "error: 'Merge' takes one type of items, as in Merge<Int>\n")
    }

    @Test func `a graph shows what is inside`() throws {
        let output = try run(["describe", "Parallel<Words>"]).output
        #expect(output.contains("INSIDE\n  branch1      Words\n  branch2      Words\n"))
        #expect(output.contains("OUTSIDE\n  inp = dispatcher.inp\n"))
    }

    @Test func `a file that is not there is told`() throws {
        let finished = try run(["list", "/none.yaml"])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors == "/none.yaml: error: the file cannot be read: No such file or directory\n")
    }
}

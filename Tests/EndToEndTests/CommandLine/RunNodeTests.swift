import MaizeSystem
import TemporaryFiles
import Testing

/// `maize-swift run-node TYPE`.
@Suite(.timeLimit(.minutes(10)))
struct RunNodeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("3\n1\n2\n", to: "numbers.jsonl")
        try folder.write("to be\nor not\n", to: "lines.txt")
        try folder.write("3\n1\n2.5\n", to: "mixed.jsonl")
        try folder.write("[1, 2]\n\n[]\n[3]\n", to: "lists.jsonl")
        try folder.write(#"{"id": 1, "name": "a"}"#, to: "records.jsonl")
        try folder.write("1\n\"x\"\nnull\n1\n", to: "different.jsonl")
        try folder.write("", to: "none.jsonl")
    }

    /// Runs a node; `input` is what a shell prints into it.
    private func run(_ words: [String], input: String? = nil) throws -> Program.Finished {
        let words = words.map { $0.replacing("DIR", with: folder.path) }
        guard let input else { return try Program("maize-swift", ["run-node"] + words + ["-q"]).wait() }
        let shell = ["/bin/sh", "-c", "printf '%b' '\(input)' | \"$0\" \"$@\""]
        return try Program("maize-swift", ["run-node"] + words + ["-q"], through: shell).wait()
    }

    @Test(arguments: [
        (["Sort", "--in", "inp=DIR/numbers.jsonl"], "1\n2\n3\n"),
        (["Sort<Double>", "--in", "inp=DIR/numbers.jsonl"], "1.0\n2.0\n3.0\n"),
        (["Accumulate", "--in", "inp=DIR/numbers.jsonl", "--param", "n-packets=2"], "[3,1]\n[2]\n"),
        (["Words", "--in", "inp=DIR/lines.txt"], "\"to\"\n\"be\"\n\"or\"\n\"not\"\n"),
        (["Words", "--in", "inp=DIR/lines.txt", "--lines"], "to\nbe\nor\nnot\n"),
        (
            ["Merge", "--in", "inp=DIR/lines.txt", "--in", "inp=DIR/lines.txt", "--lines"],
            "to be\nto be\nor not\nor not\n"
        ),
        (["LoadData", "--param", #"data={"a": [1, 2.5, true]}"#], #"{"a":[1,2.5,true]}"# + "\n"),
        (["Sort", "--in", "inp=DIR/mixed.jsonl"], "1.0\n2.5\n3.0\n"),
        (["Scatter", "--in", "inp=DIR/lists.jsonl"], "1\n2\n3\n"),
        (["Scatter<Double>", "--in", "inp=DIR/lists.jsonl"], "1.0\n2.0\n3.0\n"),
        (["Copy", "--in", "inp=DIR/records.jsonl"], "{\"id\":1,\"name\":\"a\"}\n"),
        (["Unique", "--in", "inp=DIR/different.jsonl"], "1\n\"x\"\nnull\n"),
        (["Unique", "--in", "inp=DIR/none.jsonl"], ""),
        (["Merge<JSON>", "--in", "inp=DIR/mixed.jsonl"], "3\n1\n2.5\n"),
        (["LoadData<Double>", "--param", "data=3"], "3.0\n"),
        (["LoadData", "--param", "data=a text"], "\"a text\"\n"),
        (["Command", "--param", "command=echo", "--param", "command=a b"], "\"a b\"\n"),
        (["Parallel<Words>", "--in", "inp=DIR/lines.txt", "--param", "branches=1", "--lines"], "to\nbe\nor\nnot\n"),
    ])
    func `a node runs alone, its items from files, its results on standard output`(
        words: [String],
        output: String
    ) throws {
        let finished = try run(words)
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        let sorted = { (text: String) in words[0] == "Merge" ? text.split(separator: "\n").sorted() : [text[...]] }
        #expect(sorted(finished.output) == sorted(output))
    }

    @Test func `items come from standard input`() throws {
        #expect(try run(["Unique", "--in", "inp=-"], input: #"1\n1\n"x"\n1\n"#).output == "1\n\"x\"\n")
        #expect(try run(["Unique", "--in", "inp=-", "--lines"], input: #"a\na\nb"#).output == "a\nb\n")
    }

    @Test func `outputs go to files, each in its form`() throws {
        let finished = try run([
            "Copy", "--in", "inp=DIR/lines.txt", "--out", "out=DIR/copy.txt", "--out", "out=DIR/copy.jsonl",
        ])
        #expect(finished.end == .exited(status: 0) && finished.output == "")
        #expect(FileContents.text(of: folder.path + "/copy.txt") == "to be\nor not\n")
        #expect(FileContents.text(of: folder.path + "/copy.jsonl") == "\"to be\"\n\"or not\"\n")
    }

    @Test func `several outputs are told apart`() throws {
        let words = ["Multiplex", "--in", "inp=DIR/numbers.jsonl", "--in", "inp_single=DIR/lines.txt", "--loop", "2"]
        #expect(
            try run(words).output
                == #"{"out":"to be"}"# + "\n" + #"{"out":"or not"}"# + "\n" + #"{"out_single":3}"# + "\n"
                + #"{"out_single":1}"# + "\n"
        )
    }

    @Test func `a file is an item where the port takes files`() throws {
        let finished = try run(["SaveFile", "--in", "inp=DIR/lines.txt", "--param", "destination=DIR/saved"])
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(FileContents.text(of: folder.path + "/saved/lines.txt") == "to be\nor not\n")
    }

    @Test func `a node that fails has status 1, and shows what has come of it`() throws {
        let finished = try run(["Command", "--param", #"command=["sh", "-c", "echo sent; exit 3"]"#])
        #expect(finished.end == .exited(status: 1))
        // What is still on its way when it fails may be lost.
        #expect(["", "\"sent\"\n"].contains(finished.output))
        #expect(finished.errors.contains("error: node 'command' failed"))
    }

    @Test(arguments: [
        (["Sorts"], ["there is no type of nodes 'Sorts'; did you mean 'Sort'?"]),
        (
            ["Accumulate", "--in", "imp=-", "--out", "put=x", "--param", "n_packts=2", "--param", "inp=3"],
            [
                "'Accumulate' has no parameter 'n_packts'; did you mean 'n_packets'?",
                "'inp' is a port; write --in inp=FILE", "'Accumulate' has no input 'imp'; did you mean 'inp'?",
                "'Accumulate' has no output 'put'; did you mean 'out'?", "input 'inp' gets no items; add --in inp=FILE",
            ]
        ),
        (["Sort<Int", "--in", "inp=-"], ["type \"Sort<Int\": "]),
        (["Sort<Itn>", "--in", "inp=-"], ["type \"Sort<Itn>\": ", "did you mean 'Int'?"]),
        (["Sort<Int, Int>", "--in", "inp=-"], ["'Sort' takes one type of items, as in Sort<Int>"]),
        (["Words<Int>", "--in", "inp=-"], ["'Words' takes items of one type only; write it without <…>"]),
        (["Accumulate", "--in", "out=-"], ["'out' is an output; write --out out=FILE"]),
        (["ReadLines", "--in", "path=-"], ["'path' is a parameter; write --param path=VALUE"]),
        (["ReadLines"], ["parameter 'path' has no value; add --param path=VALUE  (the file to read)"]),
        (
            ["Words", "--in", "inp=/none.txt"],
            ["--in inp=/none.txt: the file cannot be read: No such file or directory"]
        ),
        (
            ["Scatter<Int>", "--in", "inp=DIR/lines.txt"],
            ["items of 'inp' are of type [Int], and a .txt file holds texts"]
        ),
        (["Sort", "--in", "inp=-", "--in", "inp=DIR/lines.txt"], ["input 'inp' takes items of one file only"]),
        (["Accumulate", "--in", "inp=-", "--param", "n_packets=0"], ["0 breaks the rule 'is at least 1'"]),
        (["Words", "--in", "inp=-", "--param", "part=3"], ["part is 3; of 1 parts it must be one from 0 to 0"]),
    ])
    func `everything that is wrong is told at once, with status 2`(words: [String], messages: [String]) throws {
        let finished = try run(words)
        #expect(finished.end == .exited(status: 2))
        #expect(finished.output == "")
        for message in messages { #expect(finished.errors.contains(message), "\(finished.errors)") }
    }

    @Test(arguments: [
        ([], "<TYPE>"), (["Sort", "--in", "inp"], "inp"), (["Sort", "--loop", "0"], "--loop"),
        (["Zip", "--in", "inp=-", "--in", "inp=-"], "standard input"), (["Sort", "-d"], "exclude"),
    ])
    func `a wrong command line has status 64`(words: [String], message: String) throws {
        let finished = try run(words)
        #expect(finished.end == .exited(status: 64))
        #expect(finished.errors.contains(message), "\(finished.errors)")
    }
}

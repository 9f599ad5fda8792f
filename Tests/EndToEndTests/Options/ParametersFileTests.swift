import MaizeSystem
import TemporaryFiles
import Testing

/// `--parameters FILE`.
@Suite(.timeLimit(.minutes(10)))
struct ParametersFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ words: [String]) throws -> Program.Finished { try Program("OptionNodes", ["-q"] + words).wait() }

    private static let files = [
        (
            "p.toml",
            "count = 3\nspeed = \"fast\"\nsizes = [1, 2]\ntable = \"table.csv\"\nweights = {a = 1}\n[kinds]\ninner = 5\n"
        ),
        (
            "p.json",
            #"{"count": 3, "speed": "fast", "sizes": [1, 2], "table": "table.csv", "weights": {"a": 1}, "kinds.inner": 5}"#
        ),
        ("p.yaml", "count: 3\nspeed: fast\nsizes: [1, 2]\ntable: table.csv\nweights: {a: 1}\nkinds: {inner: 5}\n"),
    ]

    @Test(arguments: files.prefix(2))
    func `a file gives values, relative to its folder, and options win`(name: String, text: String) throws {
        let table = try folder.write("1", to: "table.csv")
        let file = try folder.write(text, to: name)
        let finished = try run(["--sizes", "9", "--parameters", file])
        #expect(finished.errors.isEmpty)
        #expect(finished.output == "3 0.5 '' \(table) fast false -1 [9] [] [\"a=1.0\"] 1:- null 5\n")
        #expect(try run(["--parameters", file, "--options"]).output.contains("--count = 3\n"))
        #expect(try run(["--parameters", file, "--help"]).output.contains("how many (now: 3)"))
    }

    @Test(arguments: files.prefix(2))
    func `a pipe is read as a file is, by what it holds`(name: String, text: String) throws {
        try folder.write("1", to: "table.csv")
        let shell = ["/bin/sh", "-c", "cd '\(folder.path)' && printf '%s' '\(text)' | exec \"$0\" \"$@\""]
        let finished = try Program("OptionNodes", ["-q", "--parameters", "-"], through: shell).wait()
        #expect(finished.output.hasPrefix("3 0.5 '' \(folder.path)/table.csv fast"), "\(finished.errors)")
    }

    @Test func `a program without the package for YAML says what to do`() throws {
        let file = try folder.write("count: 3", to: "p.yaml")
        let finished = try run(["--parameters", file])
        #expect(finished.end == .exited(status: 2))
        #expect(
            finished.errors
                == "\(file): error: this program cannot read YAML: write the file as .toml or .json, or let the program"
                + " link MaizeFormats\n"
        )
    }

    @Test func `all errors of a file are told with their places`() throws {
        let file = try folder.write(
            "count = \"x\"\nspede = 1\nshare = 7\n[kinds]\ninnr = 1\nspeed = \"slow\"\n[keeper]\nspare = [1]\n",
            to: "p.toml"
        )
        let finished = try run(["--parameters", file, "--limit", "x"])
        #expect(finished.end == .exited(status: 2))
        #expect(
            finished.errors == """
                \(file):1:9: error: parameter 'count': a whole number is expected, not the text "x"
                \(file):2:1: error: there is no option 'spede'; did you mean 'speed'?
                \(file):3:9: error: parameter 'share': the value 7.0 breaks the rule 'is in 0.0...1.0'
                \(file):5:1: error: there is no parameter 'kinds.innr' of a node; did you mean 'kinds.inner'?
                \(file):6:1: error: 'kinds.speed' is mapped; give the option --speed
                \(file):8:9: error: parameter 'keeper.spare': a text is expected; the value is secret and not shown
                error: option --limit: a whole number is expected, not "x"

                """
        )
    }

    @Test func `null unsets what is optional and leaves the rest`() throws {
        let file = try folder.write(#"{"count": 1, "limit": null, "sizes": null}"#, to: "p.json")
        #expect(try run(["--parameters", file]).output.hasPrefix("1 0.5 '' - slow false -1 []"))
        let wrong = try folder.write("[1]", to: "wrong.json")
        let finished = try run(["--parameters", wrong])
        #expect(finished.errors == "\(wrong):1:1: error: names with values are expected, not a list\n")
        let missing = try run(["--parameters", "/nowhere.toml"])
        #expect(missing.end == .exited(status: 2))
        #expect(missing.errors.hasPrefix("/nowhere.toml: error: the file cannot be read: "))
    }

    @Test(arguments: files)
    func `the command reads all formats, and hands them to programs`(name: String, text: String) throws {
        try folder.write("1", to: "table.csv")
        let flow = try folder.write(
            """
            nodes:
            - {name: kinds, type: LoadData<Int>}
            - {name: inner, type: Accumulate, parameters: {n_packets: 1}}
            - {name: show, type: Return}
            channels: [{sending: {kinds: out}, receiving: {inner: inp}}, {sending: {inner: out}, receiving: {show: inp}}]
            parameters: [{name: count, map: [{kinds: data}]}]
            """
        )
        let file = try folder.write(text.replacing("sizes", with: "count").replacing("count: 3\n", with: ""), to: name)
        let wrong = try Program("maize-swift", ["execute", flow, "--parameters", file]).wait()
        #expect(wrong.end == .exited(status: 2) && wrong.errors.contains("p.\(name.dropFirst(2)):"))
        let short = try folder.write(
            name.hasSuffix("json") ? #"{"count": 4}"# : name.hasSuffix("toml") ? "count = 4" : "count: 4",
            to: name
        )
        #expect(try Program("maize-swift", ["execute", flow, "-q", "--parameters", short]).wait().output == "[4]\n")
        guard !name.hasSuffix("yaml") else { return }
        let program = Program.folder + "/OptionNodes"
        let handed = try Program("maize-swift", ["execute", program, "-q", "--parameters", short]).wait()
        #expect(handed.output.hasPrefix("4 0.5"), "\(handed.errors)")
    }
}

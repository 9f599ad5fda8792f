import MaizeSystem
import TemporaryFiles
import Testing

/// Options of every kind, from the words of a command line to the node's process.
@Suite(.timeLimit(.minutes(10)))
struct OptionKindTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ words: [String]) throws -> Program.Finished { try Program("OptionNodes", ["-q"] + words).wait() }

    @Test func `values of every kind reach the node`() throws {
        let table = try folder.write("1", to: "table.csv")
        let finished = try run([
            "--count", "0x10", "--share=1e-1", "--title", "--x", "--table", table, "--speed", "fast", "--loud",
            "--limit",
            "-3", "--sizes", "1", "-2", "--sizes", "3", "--words", "a,b", "", "--weights", "a=1", "b=-.5", "--box",
            "width=2", "label=x=y", "--anything", #"{"a": [1, null]}"#, "--param", "kinds.inner=7",
        ])
        #expect(finished.errors.isEmpty)
        #expect(
            finished.output == """
                16 0.1 '--x' \(table) fast true -3 [1, -2, 3] ["a,b", ""] ["a=1.0", "b=-0.5"] 2:x=y {"a": [1, null]} 7

                """
        )
    }

    @Test func `options are told as data, secrets without their values`() throws {
        let words = ["--options", "--json", "--count", "3", "--weights", "a=1", "--token", "env:TOKEN"]
        let finished = try Program("OptionNodes", words, environment: ["TOKEN": "hush"]).wait()
        #expect(finished.end == .exited(status: 0) && finished.errors.isEmpty, "\(finished.errors)")
        #expect(!finished.output.contains("hush"))
        let lines = finished.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 14)
        for line in [
            #"{"choices":[],"help":"how many","kind":"number","name":"count","required":false,"rules":[],"secret":false,"type":"Int","value":3}"#,
            #"{"choices":[],"help":"","kind":"number","name":"share","required":false,"rules":["is in 0.0...1.0"],"secret":false,"type":"Double","value":0.5}"#,
            #"{"choices":[],"help":"a table of numbers","kind":"path","name":"table","required":false,"rules":[],"secret":false,"type":"File?"}"#,
            #"{"choices":["slow","fast"],"help":"","kind":"choice","name":"speed","required":false,"rules":[],"secret":false,"type":"Speed","value":"slow"}"#,
            #"{"choices":[],"help":"","kind":"flag","name":"loud","required":false,"rules":[],"secret":false,"type":"Bool","value":false}"#,
            #"{"choices":[],"help":"","kind":"list","name":"sizes","required":false,"rules":[],"secret":false,"type":"[Int]","value":[]}"#,
            #"{"choices":[],"help":"","kind":"fields","name":"weights","required":false,"rules":[],"secret":false,"type":"[String: Double]","value":{"a":1.0}}"#,
            #"{"choices":[],"help":"","kind":"fields","name":"box","required":false,"rules":[],"secret":false,"type":"Box","value":{"width":1}}"#,
            #"{"choices":[],"help":"","kind":"value","name":"anything","required":false,"rules":[],"secret":false,"type":"JSON","value":null}"#,
            #"{"choices":[],"help":"","kind":"text","name":"token","required":false,"rules":[],"secret":true,"type":"String","value":"(secret)"}"#,
        ] { #expect(lines.contains(line), "\(finished.output)") }
        let without = try Program("OptionNodes", ["--options", "--json"]).wait().output
        #expect(without.hasPrefix(#"{"choices":[],"help":"how many","kind":"number","name":"count","required":true,"#))
    }

    @Test func `a list may be empty, an option may be off, the last of several words counts`() throws {
        let finished = try run([
            "--count", "1", "--count", "2", "--sizes", "[]", "--weights", "{}", "--no-loud", "--words=[\"[\"]",
        ])
        #expect(finished.output == "2 0.5 '' - slow false -1 [] [\"[\"] [] 1:- null 1\n")
    }

    @Test func `all that is wrong is told at once, by option`() throws {
        let finished = try run([
            "--count", "1e3", "--share", "2", "--speed", "fsat", "--sizes", "1,2", "--weights", "a=1", "a=2", "--words",
            "[x", "--box", "wdth=2", "--param", "kinds.inner=x", "--param", "kinds.innr=1", "--param", "kinds.count=1",
            "--param", "kinds",
        ])
        #expect(finished.end == .exited(status: 2))
        #expect(
            finished.errors == """
                error: option --count: a whole number is expected, not "1e3"
                error: option --share: the value 2.0 breaks the rule 'is in 0.0...1.0'
                error: option --speed: one of slow, fast is expected, not "fsat"; did you mean 'fast'?
                error: option --sizes: a whole number is expected, not "1,2"; write a word for each, with blanks between
                error: option --words: no sound JSON: a value was expected; texts stand in double quotes (character 2 of \
                "[x"); what begins with [ is JSON here
                error: option --weights: 'a' is given twice; each name may have one value
                error: option --box: unknown key 'wdth'
                error: --param kinds.innr: there is no parameter 'kinds.innr' of a node; did you mean 'kinds.inner'?
                error: --param kinds.count: 'kinds.count' is mapped; give the option --count
                error: --param kinds: node.name=value is expected
                error: --param kinds.inner: a whole number is expected, not "x"

                """
        )
    }

    @Test func `a value that was forgotten is not made of the option behind it`() throws {
        let finished = try run(["--count", "1", "--title", "--loud"])
        #expect(finished.end == .exited(status: 64))
        #expect(finished.errors.contains("Missing value for '--title <text>'"))
        #expect(try run(["--count", "1", "--title=--loud"]).output.hasPrefix("1 0.5 '--loud'"))
        #expect(try run(["--count", "1", "--sizes"]).end == .exited(status: 64))
    }

    @Test func `what is needed and missing is told with the line that would do`() throws {
        let finished = try run([])
        #expect(finished.end == .exited(status: 2))
        #expect(
            finished.errors == """
                error: kinds.count: this parameter has no value; give the option --count (how many)
                write: OptionNodes --count NUMBER

                """
        )
        let check = try run(["--check"])
        #expect(check.end == .exited(status: 0))
        #expect(check.errors.hasPrefix("warning: kinds.count: this parameter has no value; give the option --count"))
        #expect(try run(["--check", "--count", "1"]).errors == "options: 3 nodes and 1 channel, no errors\n")
    }

    @Test func `help and the list of options show each kind`() throws {
        let help = try run(["--help", "--sizes", "4", "5"]).output
        for text in [
            "--count <number>        how many (required)", "--table <path>", "--speed <choice>",
            "--sizes <number>        (now: 4 5)", "--weights <name=value>", "--loud/--no-loud", "--box <name=value>",
        ] {
            #expect(help.contains(text), "\(text) in \(help)")
        }
        let options = try run(["--options", "--words", "a b", "c", "--weights", "x=1", "--token", "hunter2"]).output
        #expect(options.contains("--words = 'a b' c\n") && options.contains("--weights = x=1.0\n"))
        #expect(options.contains("--token = (secret)\n") && !options.contains("hunter2"))
    }
}

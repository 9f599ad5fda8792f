internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeFormats
internal import MaizeRuntime
internal import MaizeSystem

/// `maize-swift run-node TYPE`: one node alone, between files.
struct RunNodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run-node",
        abstract: "Run one node alone: items from files, what it sends to standard output or to files.",
        discussion: """
            Items are JSON values, one a line; in a .txt file, and with --lines everywhere, texts are plain lines. A \
            file that is none of .json, .jsonl, .ndjson and .txt is an item itself where the port takes files. What \
            several outputs send to standard output is marked with the port: {"out": …}.

            EXAMPLES:
              printf '3\\n1\\n2\\n' | maize-swift run-node Sort --in inp=-
              maize-swift run-node Words --in inp=alice.txt --param lower=true --lines
              maize-swift run-node Merge --in inp=a.jsonl --in inp=b.jsonl --out out=all.jsonl

            EXIT STATUS: 0 done, 1 the node failed, 2 a type, a port, a value or a file is wrong, 3 deadlock, 4 the \
            machine lacks something, 64 wrong usage.
            """
    )

    @Argument(
        help: ArgumentHelp("The type, as a workflow file names it: Merge, 'Merge<Int>'.", valueName: "TYPE"),
        completion: DescribeCommand.typeCompletion
    )
    var type: String

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Where an input's items are; - is standard input.", valueName: "port=file")
    )
    var inputs: [PortFile] = []

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("Where an output's items go, instead of standard output.", valueName: "port=file")
    )
    var outputs: [PortFile] = []

    @Option(
        name: .customLong("param"),
        help: ArgumentHelp("The value of a parameter; several of one name are a list.", valueName: "name=value")
    )
    var parameters: [ParameterWord] = []

    @Option(help: ArgumentHelp("Run the node again and again, so many times at most.", valueName: "times"))
    var loop: Int?

    @Flag(help: "Texts are plain lines, also on standard input and output.")
    var lines = false

    @Flag(name: .shortAndLong, help: "Log warnings and errors only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Log everything, and keep the run's folder.")
    var debug = false

    @Flag(help: "Keep the run's folder.")
    var keep = false

    @Option(help: ArgumentHelp("Make the run's folder below this one.", valueName: "dir"), completion: .directory)
    var scratch: String?

    /// The texts for each parameter, in the order in which they are named: several are a list.
    var values: [(name: String, texts: [String])] {
        var values: [(name: String, texts: [String])] = []
        for word in parameters {
            if let place = values.firstIndex(where: { $0.name == word.name }) {
                values[place].texts.append(word.text)
            } else {
                values.append((word.name, [word.text]))
            }
        }
        return values
    }

    func validate() throws {
        if let loop, loop < 1 { throw ValidationError("--loop takes a number of times, 1 or more.") }
        if debug, quiet { throw ValidationError("--debug and --quiet exclude each other.") }
        if inputs.count(where: \.isStandard) > 1 { throw ValidationError("Only one input can take standard input.") }
    }

    func run() throws {
        let trial: NodeTrial
        do {
            trial = try NodeTrial(self, types: FlowSource.types(for: type))
        } catch {
            Console.end(ExitStatus.invalid, error.messages.map { "error: \($0)" }.joined(separator: "\n"))
        }
        OwnProcess.ignoreBrokenPipes()
        var options = RunOptions()
        options.scratch = scratch.map(Directory.absolute)
        options.keepsScratch = keep || debug
        options.level = debug ? .debug : quiet ? .warning : nil
        let end = WorkflowExecution(flow: trial.flow, commandName: "maize-swift run-node").run(options)
        // Also what has come from a node that failed: that is what one wants to see then.
        trial.showResults()
        Console.end(end.status)
    }
}

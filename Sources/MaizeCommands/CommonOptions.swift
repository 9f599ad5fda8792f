package import ArgumentParser
package import MaizeRuntime

/// The options that every workflow's command line has.
package struct CommonOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Check the workflow and print what is wrong with it; run nothing.")
    package var check = false

    @Flag(name: .shortAndLong, help: "List the workflow's own options with their values, and end.")
    package var options = false

    @Flag(name: .shortAndLong, help: "List the types of nodes that the program knows, and end.")
    package var list = false

    @Flag(help: "Show what would be started, with all values, channels and needs; run nothing.")
    package var dryRun = false

    // Asked by `maize-swift list` and `describe` of a program.
    @Option(help: .hidden)
    package var tag: String?

    @Option(help: .hidden)
    package var describe: String?

    // Asked by `maize-swift graph` of a program.
    @Flag(help: .hidden)
    package var outline = false

    // Asked by `maize-swift config template` of a program.
    @Flag(help: .hidden)
    package var configTemplate = false

    @Flag(name: .shortAndLong, help: "Log everything, and keep the run's folder.")
    package var debug = false

    @Flag(name: .shortAndLong, help: "Log warnings and errors only.")
    package var quiet = false

    @Flag(help: "Write data as lines of JSON on standard output: of a run every change and its summary.")
    package var json = false

    @Flag(help: "Keep the run's folder.")
    package var keep = false

    @Option(
        help: ArgumentHelp("Take values of the workflow's own options from a file.", valueName: "file"),
        completion: .file()
    )
    package var parameters: String?

    @Option(help: ArgumentHelp("Set a parameter of a node to which no option is mapped.", valueName: "node.name=value"))
    package var param: [String] = []

    @Option(help: ArgumentHelp("Append log lines to a file.", valueName: "file"), completion: .file())
    package var log: String?

    @Option(help: ArgumentHelp("Make the run's folder below this one.", valueName: "dir"), completion: .directory)
    package var scratch: String?

    @OptionGroup
    package var configuration: ConfigurationOptions

    @Option(help: ArgumentHelp("Seconds that nodes have to end after a stop.", valueName: "seconds"))
    package var grace = 1.5

    @Option(
        help: ArgumentHelp("Items by which full channels of a knot may be widened; 0: not at all.", valueName: "limit")
    )
    package var widen = 1 << 20

    @Option(help: "What is done about nodes that can never go on: end the run, or report them and let others go on.")
    package var deadlock = DeadlockAnswer.end

    /// The values of `--deadlock`: a public type of ours cannot be an argument itself without making the parser a part of
    /// this module's interface.
    package enum DeadlockAnswer: String, CaseIterable, Sendable, ExpressibleByArgument {
        case end, report

        package var policy: DeadlockPolicy {
            switch self {
            case .end: .end
            case .report: .report
            }
        }
    }

    package init() {}

    package func validate() throws {
        guard grace >= 0, grace.isFinite else { throw ValidationError("--grace takes seconds, 0 or more.") }
        guard widen >= 0 else { throw ValidationError("--widen takes a number of items, 0 or more.") }
        if log == "" { throw ValidationError("--log takes the path of a file.") }
        if scratch == "" { throw ValidationError("--scratch takes the path of a folder.") }
        if debug, quiet { throw ValidationError("--debug and --quiet exclude each other.") }
    }

    /// Whether a word is one of these options, without a value of its own.
    package static func isFlag(_ word: String) -> Bool {
        word.hasPrefix("-") && Result { try parse([word]) }.succeeded
    }

    /// Whether a word is one of these options, and the next word its value.
    package static func takesValue(_ word: String) -> Bool {
        guard word.hasPrefix("-"), !word.contains("="), !isFlag(word) else { return false }
        // A value of the wrong type is a validation error; an option that is not known is refused whatever follows.
        return ["1", "a", "end"].contains { value in Result { try parse([word, value]) }.succeeded }
    }
}

extension Result {
    fileprivate var succeeded: Bool { if case .success = self { true } else { false } }
}

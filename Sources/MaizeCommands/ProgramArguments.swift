internal import ArgumentParser
internal import MaizeCore

/// The command line of a program: what every program has, and the options that its workflow maps.
struct ProgramArguments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: MappedOptions.programName, abstract: MappedOptions.summary)
    }

    @Flag(help: "Check the workflow and print what is wrong with it; run nothing.")
    var check = false

    @Flag(help: "List the workflow's own options with their values, and end.")
    var options = false

    @Flag(help: "List the types of nodes that the program knows, and end.")
    var list = false

    @Flag(name: .shortAndLong, help: "Log everything, and keep the run's folder.")
    var debug = false

    @Flag(name: .shortAndLong, help: "Log warnings and errors only.")
    var quiet = false

    @Flag(help: "Keep the run's folder.")
    var keep = false

    @Option(help: ArgumentHelp("Append log lines to a file.", valueName: "file"))
    var log: String?

    @Option(help: ArgumentHelp("Make the run's folder below this one.", valueName: "dir"))
    var scratch: String?

    @Option(help: ArgumentHelp("Seconds that nodes have to end after a stop.", valueName: "seconds"))
    var grace = 1.5

    @Option(
        help: ArgumentHelp("Items by which full channels of a knot may be widened; 0: not at all.", valueName: "limit")
    )
    var widen = 1 << 20

    @OptionGroup(title: "Workflow options")
    var mapped: MappedOptions

    /// Reads the words with the options that `flow` maps; a wrong word ends the process with a message and usage.
    static func parseOrExit(_ words: [String], name: String, flow: Workflow) -> ProgramArguments {
        let specifications = flow.optionParameters.map(MappedOptions.Specification.init)
        return MappedOptions.$specifications.withValue(specifications) {
            MappedOptions.$programName.withValue(name) {
                MappedOptions.$summary.withValue(flow.summary) {
                    do {
                        return try parse(words.map(withDashes))
                    } catch {
                        exit(withError: error)
                    }
                }
            }
        }
    }

    /// Options may be written with `_` for `-`, as the parameter is in files.
    private static func withDashes(_ word: String) -> String {
        guard word.hasPrefix("--"), word.count > 2 else { return word }
        let end = word.firstIndex(of: "=") ?? word.endIndex
        return word[..<end].map { $0 == "_" ? "-" : String($0) }.joined() + word[end...]
    }

    func validate() throws {
        guard grace >= 0, grace.isFinite else { throw ValidationError("--grace takes seconds, 0 or more.") }
        guard widen >= 0 else { throw ValidationError("--widen takes a number of items, 0 or more.") }
        if debug, quiet { throw ValidationError("--debug and --quiet exclude each other.") }
    }
}

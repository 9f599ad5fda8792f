internal import ArgumentParser
internal import MaizeCommands
internal import MaizeSystem

/// `maize-swift doctor`: whether runs work on this machine, and what limits them.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look whether runs work on this machine, and what limits them.",
        discussion: """
            EXAMPLES:
              maize-swift doctor
              maize-swift doctor --scratch /data/tmp --json

            EXIT STATUS: 0 runs work (there may be warnings), 4 they cannot, 64 wrong usage.
            """
    )

    @Option(
        help: ArgumentHelp("The folder below which runs would make theirs.", valueName: "dir"),
        completion: .directory
    )
    var scratch: String?

    @Flag(help: "Write each finding as a line of JSON on standard output.")
    var json = false

    func run() throws {
        let findings = MachineFacts.current(scratch: Directory.absolute(scratch ?? Directory.temporary)).findings
        if json { Console.show(json: findings) } else { Console.show(DoctorFinding.lines(findings)) }
        Console.end(findings.contains { $0.level == .problem } ? ExitStatus.machine : ExitStatus.done)
    }
}

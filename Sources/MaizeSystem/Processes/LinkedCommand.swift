internal import CMaizeSystem

/// The command `maize-swift` inside of another program.
package enum LinkedCommand {
    /// Whether this executable holds `MaizeTool`, and with it the command.
    package static var exists: Bool { maize_has_command() == 1 }

    /// Does what the command does with the words of this process, which ends.
    package static func run() { maize_run_command() }
}

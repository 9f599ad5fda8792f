internal import MaizeSystem
package import MaizeCore

/// A program in the part of the command `maize-swift`, for the sake of the nodes that it has.
///
/// The command builds a user's package, and becomes the program of it with the same words. The program, if it links
/// `MaizeTool`, is then the command, and knows its own nodes beside the standard ones.
package struct CommandHandover: Sendable {
    /// The types that the program brings.
    package let nodes: [Component.Type]
    /// The words of the command line, behind the command's own name.
    package let words: [String]
    /// The folder of the package, where a workflow file has named it; nil where the command line has.
    package let package: String?

    /// What this process stands in for; nil in the command itself.
    @TaskLocal package static var current: CommandHandover?

    /// Becomes a program that then is the command.
    ///
    /// - Parameters:
    ///   - path: The program.
    ///   - name: The command's own name.
    ///   - words: What stands behind it.
    ///   - package: The folder of the package, where a workflow file has named it.
    package static func become(program path: String, name: String, words: [String], package: String?) -> Never {
        let values = PrivateWords(words.dropFirst())
        let note = HandoverNote(part: .command(package: package), words: words, variables: values.values)
        become(program: path, [name] + words.prefix(1) + values.visible(), note)
    }

    /// Becomes a program of a package that runs its own workflow with these words.
    package static func become(program path: String, words: [String]) -> Never {
        let values = PrivateWords(words)
        let note = HandoverNote(part: .workflow, words: words, variables: values.values)
        become(program: path, [path] + values.visible(), note)
    }

    private static func become(program path: String, _ arguments: [String], _ note: HandoverNote) -> Never {
        let reason: String
        do {
            reason = try note.become(program: path, arguments: arguments).reason
        } catch {
            reason = (error as? SystemError)?.reason ?? "\(error)"
        }
        Console.end(ExitStatus.machine, "\(path): error: the program cannot be started: \(reason)")
    }

    /// What the command has left for a program that is a command by itself; nil where nobody has started it so.
    package static func left(to nodes: [Component.Type]) -> CommandHandover? {
        note.flatMap { CommandHandover($0, nodes) }
    }

    /// The words for a program's own workflow: those of its command line, unless somebody has left others for it.
    ///
    /// Does what the command does, and ends the process, if that is what this process is here for.
    static func words(with nodes: () -> [Component.Type]) -> [String] {
        guard let note else { return Array(CommandLine.arguments.dropFirst()) }
        guard case .command = note.part else { return note.words }
        guard LinkedCommand.exists else {
            Console.end(
                ExitStatus.invalid,
                "error: the program does not link the product MaizeTool; add"
                    + " .product(name: \"MaizeTool\", package: \"maize-swift\") to the dependencies of its target"
            )
        }
        $current.withValue(CommandHandover(note, nodes())) { LinkedCommand.run() }
        return note.words
    }

    private init?(_ note: HandoverNote, _ nodes: [Component.Type]) {
        guard case .command(let package) = note.part else { return nil }
        self.nodes = nodes
        words = note.words
        self.package = package
    }

    private static var note: HandoverNote? {
        do {
            return try HandoverNote.found()
        } catch {
            Console.end(
                ExitStatus.machine,
                "error: what the command has left for this program is not readable: \(error)"
            )
        }
    }
}

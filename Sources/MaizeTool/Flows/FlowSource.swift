internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeFormats

/// What the word FLOW of a command line names: every verb that takes one looks at it here.
enum FlowSource {
    /// A file of which this command makes the workflow.
    case file(String)
    /// A program with a workflow of its own, and with every option that this command has for one.
    case program(CompiledProgram)

    init(_ path: String) {
        self = Executable.isExecutable(path) ? .program(CompiledProgram(path: path)) : .file(path)
    }

    /// How an operand is explained that names workflows.
    static func help(_ text: String) -> ArgumentHelp { ArgumentHelp("\(text)", valueName: "FLOW") }
    /// What a shell offers in its place: any file, as a program needs no suffix.
    static var completion: CompletionKind { .file() }

    /// Types of nodes that files may name beside the standard ones.
    @TaskLocal static var ownTypes: [Component.Type] = []

    /// Reads a workflow file; what is wrong with it is said, and ends the process.
    static func readOrExit(_ path: String) -> WorkflowFile {
        do {
            let file = try read(path)
            for warning in file.warnings { Console.say(warning.description) }
            return file
        } catch {
            Console.end(ExitStatus.invalid, "\(error)")
        }
    }

    /// - Throws: `WorkflowFileError` with everything that is wrong, `WorkflowError` for types of one name.
    static func read(_ path: String) throws -> WorkflowFile { try WorkflowFile(path: path, nodes: ownTypes) }
}

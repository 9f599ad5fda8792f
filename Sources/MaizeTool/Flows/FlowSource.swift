internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeFormats
internal import MaizeSystem

/// What the word FLOW of a command line names: every verb that takes one looks at it here.
enum FlowSource {
    /// A file of which this command makes the workflow.
    case file(String)
    /// A program with a workflow of its own, and with every option that this command has for one.
    case program(CompiledProgram)

    /// Looks at what there is at `path`.
    ///
    /// A package is built, and the source is its program; a file that names a package lets this process become the
    /// package's program, which comes here again and knows the nodes.
    init(_ path: String) {
        if let program = CompiledProgram(at: path) {
            self = .program(program)
        } else if Directory.exists(path) {
            self = .program(UserPackage(path: path).build(for: .ownWorkflow))
        } else {
            UserPackage.becomeCommand(ofFile: path)
            self = .file(path)
        }
    }

    /// How an operand is explained that names workflows.
    static func help(_ text: String) -> ArgumentHelp { ArgumentHelp("\(text)", valueName: "FLOW") }
    /// What a shell offers in its place: any file, as a program needs no suffix.
    static var completion: CompletionKind { .file() }

    /// Types of nodes that files may name beside the standard ones.
    @TaskLocal static var ownTypes: [Component.Type] = []

    /// The types that files may name.
    static func knownTypes() -> NodeTypes {
        NodeTypes(ownTypes)
    }

    /// The types among which there is one of this name, if any program has it.
    static func types(for name: String) -> NodeTypes {
        let types = knownTypes()
        if !types.knows(name) { ConfiguredPackages.becomeCommand(knowing: [name]) }
        return types
    }

    /// The types that a workflow may name, which may be faulty itself; a program is asked with `question`.
    static func typesOrAsk(_ path: String?, _ question: [String]) -> NodeTypes {
        guard let path else { return knownTypes() }
        switch FlowSource(path) {
        case .program(let program): program.replaceProcess(with: question)
        case .file:
            do {
                _ = try FileStatus(of: path)
                return knownTypes()
            } catch {
                Console.end(ExitStatus.invalid, "\(path): error: the file cannot be read: \(error.reason)")
            }
        }
    }

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

    /// Reads a workflow file, as another program if only that knows its types.
    ///
    /// - Throws: `WorkflowFileError` with everything that is wrong.
    static func read(_ path: String) throws -> WorkflowFile {
        do {
            return try WorkflowFile(path: path, nodes: ownTypes)
        } catch let error as WorkflowFileError {
            // What is read of a pipe would be missing there.
            if FileContents.isRegular(path) { ConfiguredPackages.becomeCommand(knowing: error.unknownTypes) }
            throw error
        }
    }
}

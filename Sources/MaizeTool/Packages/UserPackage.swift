internal import MaizeCommands
internal import MaizeFormats
internal import MaizeSystem
internal import MaizeWire

/// A Swift package of the user, whose program has nodes that the command has not.
struct UserPackage {
    /// Its folder, as the user wrote it.
    let path: String
    let options: PackageOptions
    /// Whether a workflow file has named it.
    private let isNamedByFile: Bool

    init(path: String, options: PackageOptions = .current, isNamedByFile: Bool = false) {
        self.path = path
        self.options = options
        self.isNamedByFile = isNamedByFile
    }

    /// Lets the process become the program of the package that a workflow file names, unless it is that already.
    static func becomeCommand(ofFile file: String) {
        guard let path = WorkflowFile.package(ofFile: file) else { return }
        guard let handover = CommandHandover.current else {
            UserPackage(path: path, isNamedByFile: true).becomeCommand()
        }
        // What the command line names goes before what files do.
        guard let other = handover.package, other != resolved(path) else { return }
        Console.end(
            ExitStatus.invalid,
            "\(file): error: its package \(path) is not \(other), as that of a workflow before it; give it to the command"
                + " alone"
        )
    }

    private static func resolved(_ path: String) -> String {
        (try? Path.resolved(path)) ?? path  // what is not there is told when it is built
    }

    /// Whether there is a package in the folder.
    static func exists(at path: String) -> Bool { FileContents.isRegular(path + "/Package.swift") }

    /// Builds the package's program and becomes it, to do as the command what the command line says.
    func becomeCommand() -> Never { becomeCommand(build(for: .command)) }

    /// Becomes the program that was built, to do the same.
    func becomeCommand(_ program: CompiledProgram) -> Never {
        CommandHandover.become(
            program: program.path,
            name: CommandLine.arguments[0],
            words: options.otherWords,
            package: isNamedByFile ? UserPackage.resolved(path) : nil
        )
    }

    /// Builds the program that is wanted; where there is none, or it does not compile, the process ends and says so.
    func build(for purpose: PackageManifest.Purpose) -> CompiledProgram {
        guard UserPackage.exists(at: path) else {
            guard Directory.exists(path) else { fail("there is no folder of a package") }
            fail("the folder has no Package.swift, so it is no package; 'maize-swift init NAME' writes a new one")
        }
        let values = PrivateWords(options.otherWords.dropFirst())
        values.conceal()
        let swift = SwiftCommand(environment: values.environment)
        let program: PackageManifest.Program
        do {
            program = try manifest(swift).program(named: options.product, for: purpose)
        } catch {
            fail(error.message)
        }
        var words = ["build", "--package-path", path, "--configuration", options.configuration]
        guard swift.succeeds(words + ["--product", program.name] + (options.isQuiet ? ["--quiet"] : [])) else {
            fail("the package does not build; the compiler's messages are above")
        }
        words.append("--show-bin-path")
        guard let folder = swift.output(words) else { fail("the folder of its programs is not known") }
        return CompiledProgram(
            path: String(decoding: folder.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self) + "/" + program.name,
            takesHandover: program.runsWorkflow
        )
    }

    private func manifest(_ swift: SwiftCommand) throws(PackageProblem) -> PackageManifest {
        guard let text = swift.output(["package", "--package-path", path, "dump-package"]) else {
            throw PackageProblem("Package.swift cannot be used; what is wrong with it is said above")
        }
        do {
            return try text.withUnsafeBytes { try JSONItemDecoder("manifest").decode(PackageManifest.self, from: $0) }
        } catch {
            throw PackageProblem("what 'swift package dump-package' says is not understood: \(error)")
        }
    }

    private func fail(_ message: String) -> Never {
        Console.end(ExitStatus.invalid, "\(path): error: \(message)")
    }
}

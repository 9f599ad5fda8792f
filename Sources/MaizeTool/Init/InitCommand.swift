internal import ArgumentParser
internal import MaizeCommands
internal import MaizeSystem

/// `maize-swift init NAME`: writes a package of nodes that builds, runs and passes its tests.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a new package: two nodes, a workflow of them, tests.",
        discussion: """
            The folder must not exist yet, or be empty. The last part of its path is the package's name: letters, digits \
            and '_', as for every Swift module.

            EXAMPLES:
              maize-swift init MyNodes

            EXIT STATUS: 0 written, 2 the folder or the name cannot be used, 4 the machine lacks something, \
            64 wrong usage.
            """
    )

    @Argument(help: ArgumentHelp("The folder of the package.", valueName: "NAME"))
    var path: String

    @Option(
        help: ArgumentHelp(
            "Where maize-swift is: the folder of a checkout, or the address of a repository.",
            discussion: "Without it, the checkout that this command was built from.",
            valueName: "path or URL"
        )
    )
    var maize: String?

    func run() throws {
        do {
            let folder = Path.withoutSlash(path)
            let template = PackageTemplate(
                name: try PackageName(folder: folder),
                maize: try maize.map(MaizeSource.init(written:)) ?? .ownCheckout()
            )
            try template.write(to: folder)
            Console.say(
                """
                \(folder): a package with the nodes Readings and MovingAverage, a workflow of them, and tests
                next:
                    cd \(folder)
                    swift test
                    swift run \(template.name.text)
                    maize-swift execute flow.yaml
                """
            )
        } catch let problem as PackageProblem {
            Console.end(ExitStatus.invalid, "error: \(problem.message)")
        } catch let error as SystemError {
            Console.end(ExitStatus.machine, "error: the package cannot be written: \(error)")
        }
        Console.end(ExitStatus.done)
    }
}

extension Path {
    /// The path without slashes at its end.
    fileprivate static func withoutSlash(_ path: String) -> String {
        var path = path
        while path.count > 1, path.last == "/" { path.removeLast() }
        return path
    }
}

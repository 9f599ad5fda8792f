internal import MaizeCommands
internal import MaizeConfiguration
internal import MaizeDocuments

/// The packages that the user's configuration names: where types of nodes are looked for that nobody else knows.
enum ConfiguredPackages {
    /// Lets the process become the program of the first package that has types of all these names, if there is one.
    ///
    /// A package that the command line or a workflow file names goes before, and is alone then.
    static func becomeCommand(knowing names: [String]) {
        guard !names.isEmpty, CommandHandover.current == nil else { return }
        let folders = folders.filter { folder in
            if UserPackage.exists(at: folder.path) { return true }
            Console.say("\(folder.place): warning: there is no package in \(folder.path)")
            return false
        }
        for folder in folders {
            let package = UserPackage(path: folder.path, isNamedByFile: true)
            let program = package.build(for: .command)
            // The only one says itself what it lacks, and what was probably meant.
            if folders.count == 1 || program.knows(names) { package.becomeCommand(program) }
        }
    }

    /// Says where more types are than a list shows.
    static func tell() {
        guard CommandHandover.current == nil else { return }
        for folder in folders {
            Console.say("for the nodes of a package of your configuration add --package-path \(folder.path)")
        }
    }

    private static var folders: [(path: String, place: String)] {
        do {
            let configuration = try ConfigurationOptions(among: PackageOptions.current.otherWords).read()
            return configuration.packages.map { ($0.value, "\($0.source.file):\($0.source.position.line)") }
        } catch {
            // What it would have said is missing now.
            Console.say("\(error)")
            return []
        }
    }
}

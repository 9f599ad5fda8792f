/// Which program of a package is meant.
extension PackageManifest {
    /// What a program is wanted for.
    enum Purpose {
        /// To be the command, with the nodes of the package.
        case command
        /// To run its own workflow.
        case ownWorkflow
    }

    /// The program called `name`, or the only one that there can be.
    ///
    /// - Throws: `PackageProblem` that says what to choose from, or what to add to the manifest.
    func program(named name: String?, for purpose: Purpose) throws(PackageProblem) -> Program {
        let programs = programs
        if let name {
            guard let program = programs.first(where: { $0.name == name }) else {
                let known = programs.map(\.name).sorted()
                let rest = known.isEmpty ? "it has none" : "its programs are \(known.joined(separator: ", "))"
                throw PackageProblem("the package has no program '\(name)'; \(rest)")
            }
            if purpose == .command, !program.isCommand { throw lacksCommand([program]) }
            return program
        }
        guard !programs.isEmpty else { throw hasNoProgram() }
        var fitting = programs.filter { purpose == .command ? $0.isCommand : $0.runsWorkflow }
        if fitting.isEmpty {
            guard purpose == .ownWorkflow else { throw lacksCommand(programs) }
            fitting = programs
        }
        guard fitting.count == 1 else {
            let names = fitting.map(\.name).sorted().joined(separator: ", ")
            throw PackageProblem("the package has several programs: \(names); choose one with --package-product NAME")
        }
        return fitting[0]
    }

    private func lacksCommand(_ programs: [Program]) -> PackageProblem {
        let first = programs.first { $0.runsWorkflow } ?? programs[0]
        return PackageProblem(
            """
            no program of the package can stand in for the command, which needs its nodes; in Package.swift, add the \
            product MaizeTool to the dependencies of the target '\(first.target)':
                    .product(name: "MaizeTool", package: "\(maize(in: first.links))"),
            """
        )
    }

    private func hasNoProgram() -> PackageProblem {
        let library = targets.first { $0.type == "regular" }?.name ?? name
        let maize = maize(in: links(of: library))
        return PackageProblem(
            """
            the package has no program, and the command needs one that has its nodes; add a target to Package.swift:
                    .executableTarget(
                        name: "\(library)Program",
                        dependencies: [
                            "\(library)",
                            .product(name: "MaizeCommands", package: "\(maize)"),
                            .product(name: "MaizeTool", package: "\(maize)"),
                        ]
                    ),
            and a file Sources/\(library)Program/\(library)Program.swift:
                import MaizeCommands

                @main
                struct \(library)Program: WorkflowProgram {
                    static func workflow() throws -> Workflow { Workflow("none") }
                }
            """
        )
    }
}

/// What is wrong with a package, and what to do about it.
struct PackageProblem: Error, Equatable {
    let message: String

    init(_ message: String) { self.message = message }
}

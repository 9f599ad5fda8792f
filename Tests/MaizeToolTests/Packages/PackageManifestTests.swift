import MaizeWire
import Testing

@testable import MaizeTool

struct PackageManifestTests {
    private func manifest(_ text: String) throws -> PackageManifest {
        try Array(text.utf8).withUnsafeBytes { try JSONItemDecoder("manifest").decode(PackageManifest.self, from: $0) }
    }

    /// A manifest of targets, each with its type and what it depends on, and of products, each with a target.
    private func manifest(
        _ targets: [(name: String, type: String, dependencies: [String])],
        products: [(name: String, target: String)] = []
    ) throws -> PackageManifest {
        let targets = targets.map { target in
            let dependencies = target.dependencies.map { name in
                name.hasPrefix("Maize")
                    ? #"{"product": ["\#(name)", "maize", null, null]}"# : #"{"byName": ["\#(name)", null]}"#
            }
            return """
                {"name": "\(target.name)", "type": "\(target.type)", "packageAccess": true,
                 "dependencies": [\(dependencies.joined(separator: ", "))]}
                """
        }
        let products = products.map {
            #"{"name": "\#($0.name)", "settings": [], "targets": ["\#($0.target)"], "type": {"executable": null}}"#
        }
        return try manifest(
            """
            {"name": "sample", "products": [\(products.joined(separator: ", "))],
             "targets": [\(targets.joined(separator: ", "))]}
            """
        )
    }

    @Test func `a program is a product that is declared, or else an executable target`() throws {
        let sample = try manifest(
            """
            {"name": "sample", "products": [
              {"name": "tool", "targets": ["Tool"], "type": {"executable": null}},
              {"name": "Lib", "targets": ["Lib"], "type": {"library": ["automatic"]}}],
             "targets": [
              {"name": "Tool", "type": "executable", "dependencies": [{"target": ["Lib", null]}]},
              {"name": "Other", "type": "executable", "dependencies": []},
              {"name": "Lib", "type": "regular", "dependencies": [{"product": ["MaizeTool", "m", null, null]}]},
              {"name": "Tests", "type": "test", "dependencies": []}]}
            """
        )
        #expect(sample.programs.map(\.name) == ["tool", "Other"])
        #expect(sample.programs.map(\.target) == ["Tool", "Other"])
        // What a library links, its program links.
        #expect(sample.programs.map(\.isCommand) == [true, false])
        #expect(sample.maize(in: sample.programs[0].links) == "m")
    }

    @Test func `the one that links the command is chosen to be it`() throws {
        let sample = try manifest([
            ("Plain", "executable", []), ("Flow", "executable", ["MaizeCommands"]),
            ("Tool", "executable", ["MaizeTool"]),
        ])
        #expect(try sample.program(named: nil, for: .command).name == "Tool")
    }

    @Test(arguments: [
        ([("Plain", [])], "Plain"),
        ([("Plain", []), ("Flow", ["MaizeCommands"])], "Flow"),
        ([("Plain", []), ("Tool", ["MaizeTool"])], "Tool"),
    ])
    func `the one that runs a workflow is chosen for its own`(targets: [(String, [String])], name: String) throws {
        let sample = try manifest(targets.map { ($0.0, "executable", $0.1) })
        #expect(try sample.program(named: nil, for: .ownWorkflow).name == name)
    }

    @Test func `of several one is asked for, by name`() throws {
        let sample = try manifest([("B", "executable", ["MaizeTool"]), ("A", "executable", ["MaizeTool"])])
        let several = PackageProblem(
            "the package has several programs: A, B; choose one with --package-product NAME"
        )
        for purpose in [PackageManifest.Purpose.command, .ownWorkflow] {
            #expect(throws: several) { try sample.program(named: nil, for: purpose) }
            #expect(try sample.program(named: "A", for: purpose).name == "A")
        }
        #expect(throws: PackageProblem("the package has no program 'C'; its programs are A, B")) {
            try sample.program(named: "C", for: .command)
        }
    }

    @Test func `a program that lacks the command is told what to add, in its own words`() throws {
        let sample = try manifest(
            [("Flow", "executable", ["MaizeCommands"])],
            products: [("run-flow", "Flow")]
        )
        for name in [nil, "run-flow"] {
            let problem = #expect(throws: PackageProblem.self) { try sample.program(named: name, for: .command) }
            #expect(
                problem?.message == """
                    no program of the package can stand in for the command, which needs its nodes; in Package.swift, add \
                    the product MaizeTool to the dependencies of the target 'Flow':
                            .product(name: "MaizeTool", package: "maize"),
                    """
            )
        }
    }

    @Test func `a package without a program is told how one is made`() throws {
        let sample = try manifest([("Nodes", "regular", ["Maize"])])
        let problem = #expect(throws: PackageProblem.self) { try sample.program(named: nil, for: .command) }
        #expect(problem?.message.contains("name: \"NodesProgram\",") == true)
        #expect(problem?.message.contains(".product(name: \"MaizeTool\", package: \"maize\"),") == true)
        #expect(problem?.message.contains("struct NodesProgram: WorkflowProgram {") == true)
    }
}

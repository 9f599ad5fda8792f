import Glibc
import Maize
import MaizeSystem
import TemporaryFiles
import Testing

/// Sends the variables of its process whose names are asked for.
final class Variables: Node {
    @Parameter var names: [String] = []
    let out = Output<String>()

    override func run() throws {
        for name in names { try out.send("\(name)=\(getenv(name).map { String(cString: $0) } ?? "none")") }
    }
}

/// Sends the words that start a program, and what they print.
final class Docking: Node {
    @Parameter var program = "vina"
    let out = Output<String>()

    override class var requiredPrograms: [String] { ["vina"] }

    override func run() throws { try out.send(runnable(program).joined(separator: " ")) }
}

/// A folder with programs, and a workflow whose values come back.
final class Machine {
    let folder: TemporaryFolder
    let flow = Workflow("machine")
    let result: Return<String>

    init() throws {
        folder = try TemporaryFolder()
        result = try flow.add(Return<String>.self)
    }

    /// Makes a program that prints a text; its path.
    @discardableResult
    func program(_ name: String, _ script: String = "echo hello") throws -> String {
        if let slash = name.lastIndex(of: "/") { try Directory.make("\(folder.path)/\(name[..<slash])") }
        let path = try folder.write("#!/bin/sh\n\(script)\n", to: name)
        chmod(path, 0o755)
        return path
    }

    func run() throws -> [String] {
        try flow.execute()
        return result.values
    }

    /// What is wrong before the run, a line each.
    func refusal() throws -> [String] {
        do {
            try flow.execute()
        } catch let error as RunError where error.code == .invalid {
            return error.message.split(separator: "\n").map(String.init)
        }
        Issue.record("the workflow is not refused")
        return []
    }
}

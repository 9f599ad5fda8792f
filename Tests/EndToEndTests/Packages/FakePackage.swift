import Foundation
import MaizeSystem
import TemporaryFiles

/// A folder that looks like a user's package, and a `swift` that claims to build it: its program is one of ours, so that
/// a test need not compile all of maize again.
final class FakePackage {
    let folder: TemporaryFolder
    /// What `swift build` does before it ends.
    private let build: String

    /// - Parameters:
    ///   - program: The product, and target, that the manifest has.
    ///   - products: What the target depends on.
    ///   - build: Lines of the shell that run in place of the compiler.
    /// - Throws: When nothing can be written.
    init(program: String = "PackagedNodes", products: [String] = ["MaizeTool"], build: String = "") throws {
        folder = try TemporaryFolder()
        self.build = build
        try folder.write("// never read: see bin/swift", to: "Package.swift")
        let dependencies = products.map { #"{"product": ["\#($0)", "maize-swift", null, null]}"# }
        try folder.write(
            """
            {"name": "fake", "products": [], "targets": [
            {"name": "\(program)", "type": "executable", "dependencies": [\(dependencies.joined(separator: ", "))]}]}
            """,
            to: "manifest.json"
        )
        try Directory.make(folder.path + "/bin")
        let swift = try folder.write(
            """
            #!/bin/sh
            echo "$@" >>'\(folder.path)/calls'
            case "$*" in
            *dump-package) cat "$3/manifest.json";;
            *--show-bin-path) echo '\(Program.releaseFolder ?? Program.folder)';;
            *) echo 'compiling'; \(build.isEmpty ? ":" : build);;
            esac
            """,
            to: "bin/swift"
        )
        chmod(swift, 0o700)
    }

    /// The environment in which `swift` is this one.
    var environment: [String: String] {
        ["PATH": folder.path + "/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")]
    }

    /// What `swift` was asked to do, call by call.
    func calls() throws -> [String] {
        try String(contentsOfFile: folder.path + "/calls", encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Runs the command with this package's `swift`.
    func run(_ words: [String]) throws -> Program.Finished {
        try Program(Program.released("maize-swift"), words, environment: environment).wait()
    }
}

import MaizeSystem
import TemporaryFiles
import Testing

/// `maize-swift init NAME`.
@Suite(.timeLimit(.minutes(10)))
struct InitCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func create(_ words: String...) throws -> Program.Finished {
        try Program("maize-swift", ["init"] + words).wait()
    }

    @Test func `a package is written, and its user told what to do next`() throws {
        let path = folder.path + "/Corpus"
        let finished = try create(path + "/")
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output.isEmpty)
        #expect(finished.errors.contains("next:\n    cd \(path)\n    swift test\n    swift run Corpus\n"))
        #expect(FileContents.isRegular(path + "/Sources/CorpusNodes/Readings.swift"))

        let again = try create(path)
        #expect(again.end == .exited(status: 2))
        #expect(again.errors == "error: \(path) exists already; choose another name, or empty it first\n")
    }

    @Test func `what cannot be a package is refused, and nothing is written`() throws {
        let name = try create(folder.path + "/my-flows")
        #expect(name.end == .exited(status: 2))
        #expect(name.errors.contains("'MyFlows' would do"))
        let maize = try create(folder.path + "/Corpus", "--maize", folder.path)
        #expect(maize.end == .exited(status: 2))
        #expect(maize.errors.contains("\(folder.path) is no folder of maize-swift"))
        #expect(try create().end == .exited(status: 64))
        #expect(try Directory.entries(of: folder.path).isEmpty)
    }

    @Test func `a package can depend on an address`() throws {
        let path = folder.path + "/Corpus"
        let finished = try create(path, "--maize", "https://host.example/people/maize-swift.git")
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        let manifest = FileContents.text(of: path + "/Package.swift")
        #expect(
            manifest?.contains(".package(url: \"https://host.example/people/maize-swift.git\", branch: \"main\")")
                == true
        )
    }
}

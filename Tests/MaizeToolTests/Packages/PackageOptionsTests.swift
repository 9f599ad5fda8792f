import Testing

@testable import MaizeTool

struct PackageOptionsTests {
    @Test func `the package's words are taken out, wherever they stand`() throws {
        let options = try PackageOptions([
            "execute", "--package-path", "here", "flow.yaml", "--n", "3", "--package-product=Tool",
            "--package-configuration", "release",
        ])
        #expect(options.path == "here")
        #expect(options.product == "Tool")
        #expect(options.configuration == "release")
        #expect(!options.isQuiet)
        #expect(options.otherWords == ["execute", "flow.yaml", "--n", "3"])
    }

    @Test func `without them nothing changes`() throws {
        let words = ["execute", "flow.yaml", "--package", "a", "--", "--package-path", "b"]
        let options = try PackageOptions(words)
        #expect(options.otherWords == words)
        #expect(options.path == nil)
        #expect(options.configuration == "debug")
    }

    @Test(arguments: ["-q", "--quiet"])
    func `a quiet command builds quietly`(word: String) throws {
        let options = try PackageOptions(["execute", word, "flow.yaml"])
        #expect(options.isQuiet)
        #expect(options.otherWords.contains(word))
    }

    @Test(arguments: [
        (["--package-path"], "--package-path takes the folder of a Swift package."),
        (["--package-path="], "--package-path takes the folder of a Swift package."),
        (["--package-product", "--quiet"], "--package-product takes the name of a program in the package."),
        (["--package-configuration", "fast"], "--package-configuration takes 'debug' or 'release', not 'fast'."),
    ])
    func `a value that is missing, or is none, is named`(words: [String], message: String) {
        #expect(throws: PackageOptions.Misuse(message: message)) { try PackageOptions(words) }
    }
}

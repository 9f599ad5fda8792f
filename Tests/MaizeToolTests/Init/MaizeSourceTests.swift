import TemporaryFiles
import Testing

@testable import MaizeTool

struct MaizeSourceTests {
    @Test(arguments: [
        ("https://host.example/people/maize-swift.git", "maize-swift"), ("https://host.example/maize", "maize"),
        ("git@host.example:people/Maize.git", "Maize"), ("ssh://git@host.example/m.git/", "m"),
    ])
    func `an address is fetched, and the package called by its end`(address: String, package: String) throws {
        let source = try MaizeSource(written: address)
        #expect(source == .address(address))
        #expect(source.package == package)
        #expect(source.dependency == ".package(url: \"\(address)\", branch: \"main\")")
    }

    @Test func `a folder of maize is named by its whole path`() throws {
        let own = try MaizeSource.ownCheckout()
        guard case .folder(let path) = own else {
            Issue.record("\(own)")
            return
        }
        #expect(try MaizeSource(written: path + "/Sources/..") == own)
        #expect(try MaizeSource(written: "file://" + path) == own)
        #expect(own.package == "maize-swift")
        #expect(own.dependency == ".package(name: \"maize-swift\", path: \"\(path)\")")
    }

    @Test func `another folder is refused`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "Package.swift")
        let problem = #expect(throws: PackageProblem.self) { try MaizeSource(written: folder.path) }
        #expect(problem?.message.contains("is no folder of maize-swift") == true)
    }

    @Test func `a checkout that is gone is asked for`() {
        let problem = #expect(throws: PackageProblem.self) {
            try MaizeSource.ownCheckout(source: "/nowhere/maize/Sources/MaizeTool/Init/MaizeSource.swift")
        }
        #expect(problem?.message.hasPrefix("/nowhere/maize, which this command was built from, is no checkout") == true)
        #expect(problem?.message.contains("--maize") == true)
    }
}

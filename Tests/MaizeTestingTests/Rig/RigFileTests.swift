import Maize
import MaizeSystem
import MaizeTesting
import TemporaryFiles
import Testing

/// Takes what comes for itself, sends it on with a line more, and leaves a list of names.
final class Signing: Node {
    let inp = Input<File>(mode: .move)
    let out = Output<[File]>()

    override func run() throws {
        var files: [File] = []
        var names = ""
        while let file = try inp.next() {
            let signature = try Descriptor.appending(to: file.path)
            try Array("signed".utf8).withUnsafeBytes { try signature.writeAll($0) }
            files.append(file)
            names += file.name
        }
        let list = try Descriptor.appending(to: workDirectory + "/names")
        try Array(names.utf8).withUnsafeBytes { try list.writeAll($0) }
        try out.send(files)
    }
}

/// Files that go in and come out, and those that a node leaves behind.
@Suite(.timeLimit(.minutes(10))) struct RigFileTests {
    @Test func `files go in as copies, and those that come out can be read`() throws {
        let folder = try TemporaryFolder()
        let files = try ["a", "b"].map { File(try folder.write("text \($0), ", to: $0)) }
        let result = try NodeRig(Signing.self).feed(\.inp, files).run()
        let signed = try #require(result.items(of: \.out).first)
        #expect(signed.map { FileContents.text(of: $0.path) } == ["text a, signed", "text b, signed"])
        #expect(signed.map(\.name) == ["a", "b"])
        #expect(
            files.map { FileContents.text(of: $0.path) } == ["text a, ", "text b, "],
            "the test's own are as they were"
        )
        withExtendedLifetime(result) {}
    }

    @Test func `what the node left in its folder is there as long as the result`() throws {
        let folder = try TemporaryFolder()
        var result: NodeRigResult<Signing>? = try NodeRig(Signing.self)
            .feed(\.inp, [File(folder.write("", to: "name"))]).run()
        let left = try #require(result?.folder)
        #expect(FileContents.text(of: left + "/names") == "name")
        result = nil
        #expect(FileContents.text(of: left + "/names") == nil)
        #expect(try NodeRig(Threshold.self).feed(\.inp, []).run().folder == nil, "none is made for who asks for none")
    }

    @Test func `a file that is fed and is not there is named`() throws {
        let error = #expect(throws: NodeRigError.self) {
            try NodeRig(Signing.self).feed(\.inp, [File("/nowhere/at/all")]).run()
        }
        #expect(error?.code == .invalid)
        #expect(error?.message.contains("/nowhere/at/all") == true, "\(error?.message ?? "")")
    }
}

import MaizeCore
import MaizeSystem
import MaizeWire
import TemporaryFiles
import Testing

@testable import MaizeRuntime

@Suite struct FileKeeperTests {
    @Test func `a result without files makes no folder`() throws {
        let folder = try TemporaryFolder()
        let keeper = FileKeeper(NodeFiles(node: "end", workDirectory: { folder.path }, checkStop: {}))
        #expect(try keeper.keep(5, in: folder.path + "/kept") == ItemCoder.encodeItem(5))
        #expect(try Directory.entries(of: folder.path) == [])
    }

    @Test func `what did not come through the node is copied, and a second file of one name gets a folder`() throws {
        let folder = try TemporaryFolder()
        try folder.write("one", to: "file")
        let keeper = FileKeeper(NodeFiles(node: "end", workDirectory: { folder.path }, checkStop: {}))
        let kept = folder.path + "/kept"
        for path in ["file", "1/file"] {
            let bytes = try keeper.keep(File("file"), in: kept)
            #expect(try ItemCoder.decodeItem(File.self, from: bytes).path == kept + "/" + path)
        }
        #expect(
            FileContents.text(of: kept + "/1/file") == "one" && FileContents.text(of: folder.path + "/file") == "one"
        )
    }
}

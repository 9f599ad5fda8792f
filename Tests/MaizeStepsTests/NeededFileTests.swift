import Maize
import MaizeSystem
import MaizeTesting
import Testing

/// Sends what its file holds.
final class FileReader: Node {
    @Parameter var table: File
    @Parameter var more: [File] = []
    @Parameter(mustExist: false) var cache = File("cache.txt")
    let inp = Input<File>(optional: true)
    let out = Output<String>()

    override func run() throws { try out.send(FileContents.text(of: table.path) ?? "nothing") }
}

@Suite(.timeLimit(.minutes(10))) struct NeededFileTests {
    let flow = Workflow("needed")
    let result: Return<String>
    let reader: FileReader

    init() throws {
        reader = try flow.add(FileReader.self, name: "reader") { $0.table = File("/nowhere/a.csv") }
        result = try flow.add(Return<String>.self)
        try flow.connect(reader.out, to: result.inp)
    }

    @Test(arguments: [true, false])
    func `all missing files are told before anything runs`(inMemory: Bool) throws {
        reader.more = [File("/nowhere/b"), File("/dev/null"), File("missing.txt")]
        try reader.inp.set(File("/nowhere/c"))
        do {
            if inMemory { _ = try InMemoryRun(flow).execute() } else { try flow.execute() }
            Issue.record("it ran")
        } catch let error as RunError {
            #expect(error.code == .invalid && error.summary == nil)
            #expect(
                error.message.split(separator: "\n") == [
                    "error: reader.table: there is no file or folder '/nowhere/a.csv'",
                    "error: reader.more: there is no file or folder '/nowhere/b'",
                    "error: reader.more: there is no file or folder '\(Directory.absolute("missing.txt"))'",
                    "error: reader.inp: there is no file or folder '/nowhere/c'",
                ]
            )
        }
    }

    @Test func `a node that is not active needs none, one whose files are there runs`() throws {
        try flow.add(FileReader.self, name: "idle", options: NodeOptions(active: false)) {
            $0.table = File("/nowhere/d")
        }
        let sink = try flow.add(Discard<String>.self)
        try flow.connect((flow.component(at: ["idle"]) as? FileReader ?? reader).out, to: sink.inp)
        reader.table = File("/dev/null")
        #expect(try TestRun.of(flow).status == .completed)
        #expect(result.values == [""])
    }
}

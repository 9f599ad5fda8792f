import Maize
import MaizeRuntime
import MaizeSystem
import MaizeTesting
import TemporaryFiles
import Testing

/// Lists of files that leave the run.
@Suite(.timeLimit(.minutes(10))) struct SaveFilesTests {
    let folder: TemporaryFolder
    let files: [File]

    init() throws {
        let folder = try TemporaryFolder()
        for name in ["out", "in", "in/other"] { try Directory.make(folder.path + "/" + name) }
        files = try ["a", "b", "c"].map { File(try folder.write("new \($0)", to: "in/\($0)")) }
        self.folder = folder
    }

    private func save(
        _ lists: [[File]],
        to destination: String = "out",
        overwrite: Bool = false,
        options: NodeOptions = NodeOptions()
    ) throws -> NodeRigResult<SaveFiles> {
        try NodeRig(SaveFiles.self, options: options) { [folder] in
            $0.destination = File(folder.path + "/" + destination)
            $0.overwrite = overwrite
        }.feed(\.inp, lists).runToEnd()
    }

    private func saved() throws -> [String] {
        try Directory.entries(of: folder.path + "/out").sorted().map { name in
            "\(name): \(FileContents.text(of: folder.path + "/out/" + name) ?? "")"
        }
    }

    @Test func `each file is saved under its own name`() throws {
        let result = try save([files, [files[0]]])
        #expect(result.outcome == .completed && result.unread(of: \.inp) == 1)
        #expect(try saved() == ["a: new a", "b: new b", "c: new c"])
        #expect(result.log.count == 3)
    }

    @Test func `lists are saved one after the other where it loops`() throws {
        _ = try save([[files[0]], [], [files[1], files[2]]], options: NodeOptions(loop: true))
        #expect(try saved() == ["a: new a", "b: new b", "c: new c"])
    }

    @Test(arguments: [[], [[]]] as [[[File]]]) func `an empty stream or list saves nothing`(lists: [[File]]) throws {
        #expect(try save(lists).error == nil)
        #expect(try saved() == [])
    }

    @Test func `when one is there already, none is saved, unless it is to be replaced`() throws {
        try folder.write("old", to: "out/b")
        let result = try save([files])
        #expect(
            result.error.map { "\($0)" }
                == "file '\(folder.path)/out/b': is there already; set 'overwrite' to replace it, or"
                + " choose another destination"
        )
        #expect(try saved() == ["b: old"])
        #expect(try save([files], overwrite: true).error == nil)
        #expect(try saved() == ["a: new a", "b: new b", "c: new c"])
    }

    @Test func `two files of one name are refused, and none is saved`() throws {
        let twin = File(try folder.write("twin", to: "in/other/a"))
        let result = try save([[files[0], twin]], overwrite: true)
        #expect("\(result.error.map { "\($0)" } ?? "")".contains("out/a': would be saved twice"))
        #expect(try saved() == [])
    }

    @Test func `a folder and a file in it are both saved`() throws {
        #expect(try save([[File(folder.path + "/in"), files[0]]]).error == nil)
        #expect(FileContents.text(of: folder.path + "/out/in/a") == "new a")
        #expect(FileContents.text(of: folder.path + "/out/a") == "new a")
    }

    @Test func `the folder is there before the run, and is one`() throws {
        let missing = #expect(throws: NodeRigError.self) { try save([files], to: "nowhere") }
        #expect(
            missing?.message
                == "error: savefiles.destination: there is no file or folder '\(folder.path)/nowhere'"
        )
        let file = try save([files], to: "in/a")
        #expect("\(file.error.map { "\($0)" } ?? "")".contains("is no folder; give the folder in which"))
    }

    @Test func `nothing is saved of a list that never came whole`() throws {
        let result = try NodeRig(SaveFiles.self) { [folder] in $0.destination = File(folder.path + "/out") }
            .feed(\.inp, [], then: .broken).runToEnd()
        #expect(result.outcome.word == "stopped")
        #expect(try saved() == [])
    }

    /// With processes, from one file system to another one and within one, however the files come.
    @Test(arguments: FileMode.allCases, ["/dev/shm", nil])
    func `files are saved across file systems`(mode: FileMode, scratch: String?) throws {
        let flow = Workflow("saving")
        let load = try flow.add(LoadFiles.self) { $0.files = files }
        let save = try flow.add(SaveFiles.self) { $0.destination = File(folder.path + "/out") }
        try flow.connect(load.out, to: save.inp, mode: mode)
        let run = try TestRun()
        let other = try scratch.map { try Directory.makeUnique(prefix: $0 + "/unit-save-") }
        defer { _ = Result { try other.map { try Directory.remove($0) } } }
        #expect(try run.execute(flow) { $0.scratch = other ?? run.folder }.status == .completed)
        #expect(try saved() == ["a: new a", "b: new b", "c: new c"])
        let left = files.map { FileContents.text(of: $0.path) }
        #expect(left == (mode == .move ? [nil, nil, nil] : ["new a", "new b", "new c"]))
        // What came as a second name of the sender's file is not that file any more.
        try folder.write("changed", to: "out/a")
        #expect(FileContents.text(of: files[0].path) == (mode == .move ? nil : "new a"))
    }

    @Test func `what was moved and could not be saved is kept and told`() throws {
        try folder.write("old", to: "out/a")
        let flow = Workflow("saving")
        let load = try flow.add(LoadFile.self) { $0.file = files[0] }
        let save = try flow.add(SaveFile.self) { $0.destination = File(folder.path + "/out/") }
        try flow.connect(load.out, to: save.inp, mode: .move)
        let run = try TestRun()
        let summary = try run.execute(flow)
        let kept = try #require(summary.keptFiles.first)
        #expect(FileContents.text(of: kept.folder + "/0/a") == "new a")
        #expect(try saved() == ["a: old"])
        withExtendedLifetime(run) {}
    }
}

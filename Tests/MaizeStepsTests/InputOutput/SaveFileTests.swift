import Glibc
import Maize
import MaizeSystem
import MaizeTesting
import TemporaryFiles
import Testing

/// Files that leave the run for a place of the user's.
@Suite(.timeLimit(.minutes(10))) struct SaveFileTests {
    let folder: TemporaryFolder
    let file: File

    init() throws {
        folder = try TemporaryFolder()
        try Directory.make(folder.path + "/in")
        file = File(try folder.write("new", to: "in/pose.pdb"))
    }

    private func save(
        _ files: [File],
        to destination: String,
        overwrite: Bool = false,
        options: NodeOptions = NodeOptions()
    ) throws -> NodeRigResult<SaveFile> {
        try NodeRig(SaveFile.self, options: options) { [folder] in
            $0.destination = File(folder.path + "/" + destination)
            $0.overwrite = overwrite
        }.feed(\.inp, files).runToEnd()
    }

    private func text(_ name: String) -> String? { FileContents.text(of: folder.path + "/" + name) }
    private func names(_ name: String = "") throws -> [String] {
        try Directory.entries(of: folder.path + "/" + name).sorted()
    }
    private func message<Tested>(_ result: NodeRigResult<Tested>) -> String {
        result.error.map { "\($0)" } ?? "no error"
    }

    // MARK: Where to

    @Test(arguments: [
        ("best.pdb", "best.pdb"), ("out/best.pdb", "out/best.pdb"), ("out", "out/pose.pdb"), ("out/", "out/pose.pdb"),
        ("out.d/", "out.d/pose.pdb"), ("in/", "in/pose.pdb"), ("there.d", "there.d/pose.pdb"), ("README", "README"),
    ])
    func `the destination is a path for the file, or a folder for it`(destination: String, place: String) throws {
        try Directory.make(folder.path + "/there.d")
        try folder.write("a text", to: "README")
        let result = try save([file], to: destination, overwrite: true)
        #expect(result.outcome == .completed, "\(message(result))")
        #expect(text(place) == "new")
        #expect(result.log.map(\.message) == ["saved '\(folder.path)/\(place)'"])
    }

    @Test func `one folder that is missing is made, not those above it`() throws {
        let result = try save([file], to: "a/b/pose.pdb")
        #expect(
            message(result)
                == "file '\(folder.path)/a/b/pose.pdb': cannot be saved: the folder above '\(folder.path)/a/b' does"
                + " not exist; make it first"
        )
        #expect(try names() == ["in"])
    }

    @Test func `a link is saved through, and the permissions of the file come along`() throws {
        try folder.write("old", to: "target.pdb")
        try FileTests.link("target.pdb", at: folder.path + "/link.pdb")
        try FileTests.setPermissions(0o640, of: file.path)
        #expect(try save([file], to: "link.pdb", overwrite: true).outcome == .completed)
        #expect(text("target.pdb") == "new")
        #expect(try FileStatus(of: folder.path + "/link.pdb").kind == .link)
        #expect(try FileTests.permissions(of: folder.path + "/target.pdb") == 0o640)
    }

    // MARK: What is there already

    @Test func `what is there already stays, with a warning, unless it is to be replaced`() throws {
        try folder.write("old", to: "best.pdb")
        let result = try save([file], to: "best.pdb")
        #expect(result.outcome == .completed && text("best.pdb") == "old")
        #expect(result.log.map(\.level) == [.warning])
        #expect(
            result.log.first?.message
                == "not saved: '\(folder.path)/best.pdb' is there already; set 'overwrite' to replace it"
        )
        #expect(try save([file], to: "best.pdb", overwrite: true).outcome == .completed && text("best.pdb") == "new")
        #expect(try names() == ["best.pdb", "in"], "nothing half done lies about")
    }

    @Test func `a folder is saved whole, and replaces a folder whole`() throws {
        let tree = folder.path + "/in"
        try Directory.make(tree + "/deep")
        try folder.write("x", to: "in/deep/x.txt")
        #expect(try save([File(tree)], to: "copy.d").outcome == .completed)
        #expect(text("copy.d/deep/x.txt") == "x" && text("copy.d/pose.pdb") == "new")
        // Into the folder that is there now: under its own name, and then in its place.
        #expect(try save([File(tree)], to: "copy.d").outcome == .completed)
        try Directory.remove(tree + "/deep")
        #expect(try save([File(tree)], to: "copy.d", overwrite: true).outcome == .completed)
        #expect(try names("copy.d/in") == ["pose.pdb"])
        #expect(try names("copy.d") == ["deep", "in", "pose.pdb"])
    }

    @Test func `a file does not replace a folder, nor a folder a file, nor anything a device`() throws {
        try Directory.make(folder.path + "/out/pose.pdb")
        let overFolder = try save([file], to: "out", overwrite: true)
        #expect(message(overFolder).hasSuffix("is a folder, which a file cannot replace; choose another destination"))
        try folder.write("old", to: "best.pdb")
        let overFile = try save([File(folder.path + "/in")], to: "best.pdb", overwrite: true)
        #expect(message(overFile).hasSuffix("is a file, which a folder cannot replace; choose another destination"))
        let device = try NodeRig(SaveFile.self) {
            $0.destination = File("/dev/null")
            $0.overwrite = true
        }.feed(\.inp, [file]).runToEnd()
        #expect(message(device).contains("is a pipe or device, which a file cannot replace"))
        #expect(text("best.pdb") == "old")
    }

    // MARK: Streams

    @Test func `it saves one file, or each where it loops, and nothing of an empty stream`() throws {
        let second = File(try folder.write("second", to: "in/second.pdb"))
        let one = try save([file, second], to: "one/")
        #expect(try names("one") == ["pose.pdb"] && one.unread(of: \.inp) == 1)
        _ = try save([file, second], to: "both/", options: NodeOptions(loop: true))
        #expect(try names("both") == ["pose.pdb", "second.pdb"])
        let none = try save([], to: "none/")
        #expect(none.outcome == .stopped(reason: "input 'inp' has ended"))
        #expect(try names() == ["both", "in", "one"])
        #expect(text("in/pose.pdb") == "new", "what was sent stays with its sender")
    }

    @Test func `a value in place of a channel is copied, also onto its own place`() throws {
        let rig = { (destination: String) in
            NodeRig(SaveFile.self) { [file] in
                try $0.inp.set(file)
                $0.destination = File(destination)
                $0.overwrite = true
            }
        }
        _ = try rig(folder.path + "/out/").run()
        _ = try rig(file.path).run()
        #expect(text("out/pose.pdb") == "new" && text("in/pose.pdb") == "new")
        #expect(try names("in") == ["pose.pdb"])
    }

    @Test func `a folder is not saved within itself`() throws {
        let result = try NodeRig(SaveFile.self) { [folder] in
            try $0.inp.set(File(folder.path + "/in"))
            $0.destination = File(folder.path + "/in/deeper/")
        }.runToEnd()
        #expect(message(result).contains("lies in the folder that is to be saved there"), "\(message(result))")
    }

    @Test func `the destination is needed before the run`() throws {
        let flow = Workflow("save")
        let load = try flow.add(LoadFile.self) { $0.file = file }
        try flow.connect(load.out, to: flow.add(SaveFile.self).inp)
        #expect(
            flow.check().map(\.description) == [
                "error: savefile.destination: this parameter has no value; give it one, or map it to an option"
            ]
        )
    }
}

/// What tests of files need of the system.
enum FileTests {
    static func link(_ destination: String, at path: String) throws {
        _ = try checked("symlink", path: path) { symlink(destination, path) }
    }

    static func setPermissions(_ permissions: UInt32, of path: String) throws {
        _ = try checked("chmod", path: path) { chmod(path, permissions) }
    }

    static func permissions(of path: String) throws -> UInt32 {
        var status = stat()
        _ = try checked("stat", path: path) { stat(path, &status) }
        return status.st_mode & 0o7777
    }
}

import Glibc
import Maize
import MaizeRuntime
import MaizeSystem
import Testing

extension FileRuns {
    @Suite struct FileShapeTests {
        @Test(arguments: FileMode.allCases, FileRun.devices)
        func `lists and dictionaries keep their keys and the layout of their files`(
            mode: FileMode,
            device: FileRun.Device
        ) throws {
            let run = try FileRun(device)
            for name in ["a/pose", "b/pose", "b/deep/er/pose"] { try run.write(name, to: name) }
            let flow = Workflow("shape")
            let source = try flow.add(LoadData<[String: File]>.self) {
                $0.data = [
                    "one": File(run.sources + "/a/pose"), "two": File(run.sources + "/b/pose"),
                    "three": File(run.sources + "/b/deep/er/pose"), "again": File(run.sources + "/a/../a/pose"),
                ]
            }
            let listing = try flow.add(ListingFiles.self)
            let result = try flow.add(Return<[String: [String]]>.self)
            try flow.connect(source.out, to: listing.inp, mode: mode)
            try flow.connect(listing.out, to: result.inp)
            try run.execute(flow)
            #expect(
                result.value == [
                    "one": ["a/pose", "a/pose"], "two": ["b/pose", "b/pose"],
                    "three": ["b/deep/er/pose", "b/deep/er/pose"], "again": ["a/pose", "a/pose"],
                ]
            )
            #expect(try FileRun.files(below: run.sources).count == (mode == .move ? 0 : 3))
        }

        @Test func `files in a type of one's own come too, and are given back readable`() throws {
            let run = try FileRun()
            let structure = try run.write("structure", to: "x.pdb")
            let extra = try run.write("extra", to: "more/x.pdb")
            let pose = Pose(name: "p", score: -3.5, structure: File(structure), extras: [File(extra), File(extra)])
            let flow = Workflow("type")
            let source = try flow.add(LoadData<[Pose]>.self) { $0.data = [pose, pose] }
            let scatter = try flow.add(Scatter<Pose>.self)
            let result = try flow.add(Return<Pose>.self) { $0.folder = run.sources + "/results" }
            try flow.connect(source.out, to: scatter.inp)
            try flow.connect(scatter.out, to: result.inp, mode: .link)
            #expect(try run.execute(flow).status == .completed)
            #expect(result.values.count == 2)
            for value in result.values {
                #expect(value.name == "p" && value.score == -3.5 && value.extras.count == 2)
                #expect(try value.structure.contents() == "structure")
                #expect(try value.extras.map { try $0.contents() } == ["extra", "extra"])
                #expect(value.structure.path.hasPrefix(run.sources + "/results/"))
            }
            #expect(Set(result.values.map(\.structure.path)).count == 2)
            #expect(run.text("x.pdb") == "structure")
        }

        @Test(arguments: FileMode.allCases, FileRun.devices)
        func `a folder comes with its files, and its links as they are`(mode: FileMode, device: FileRun.Device) throws {
            let run = try FileRun(device)
            for name in ["tree/a b", "tree/in/-rf", "tree/in/line\nbreak", "tree/ünï"] { try run.write(name, to: name) }
            try Directory.make(run.sources + "/tree/empty")
            symlink("a b", run.sources + "/tree/link")
            symlink("tree", run.sources + "/way")
            let (folder, report) = (run.sources + "/way", run.sources + "/report")
            let flow = Workflow("tree")
            let sending = try flow.add(SendingFiles.self) { $0.paths = [folder] }
            let listing = try flow.add(ListingTree.self)
            let result = try flow.add(Return<[String]>.self)
            try flow.connect(sending.out, to: listing.inp, mode: mode)
            try flow.connect(listing.out, to: result.inp)
            #expect(try run.execute(flow).status == .completed)
            let inside = ["a b", "in/-rf", "in/line\nbreak", "link", "ünï"]
            #expect(result.value == ["way: empty, in"] + inside.sorted())
            // What a link leads to is copied; of what was moved only the link has gone.
            #expect(try FileRun.files(below: run.sources + "/tree").count == inside.count)
            #expect(try FileStatus.ifAny(at: folder) == nil || mode != .move)
            #expect(try FileStatus.ifAny(at: report) == nil)
        }

        @Test(arguments: FileRun.devices)
        func `an empty folder, and one that is moved, arrive`(device: FileRun.Device) throws {
            let run = try FileRun(device)
            try run.write("x", to: "full/deep/x")
            try Directory.make(run.sources + "/empty")
            let flow = Workflow("moved")
            let sending = try flow.add(SendingFiles.self) {
                $0.paths = [run.sources + "/full", run.sources + "/empty"]
            }
            let listing = try flow.add(ListingTree.self)
            let result = try flow.add(Return<[String]>.self)
            try flow.connect(sending.out, to: listing.inp, mode: .move)
            try flow.connect(listing.out, to: result.inp)
            try run.execute(flow)
            #expect(result.values == [["full: deep", "deep/x"], ["empty: "]])
            #expect(try Directory.entries(of: run.sources) == [])
        }

        @Test func `a relative path is one in the node's own folder`() throws {
            let run = try FileRun()
            let flow = Workflow("relative")
            let writing = try flow.add(WritingFiles.self) { $0.path = "sub file" }
            let reading = try flow.add(ReadingFiles.self)
            let result = try flow.add(Return<String>.self)
            try flow.connect(writing.out, to: reading.inp)
            try flow.connect(reading.out, to: result.inp)
            try run.execute(flow)
            #expect(result.values == ["0", "1", "2"])
        }

        @Test func `results without a folder of their own are in one for temporary files`() throws {
            let run = try FileRun()
            let flow = Workflow("result")
            let writing = try flow.add(WritingFiles.self)
            let result = try flow.add(Return<File>.self)
            try flow.connect(writing.out, to: result.inp)
            try run.execute(flow)
            let folder = try #require(result.value.map { String($0.path.dropLast("/pose.pdb".count)) })
            #expect(folder.contains("/maize-result-"))
            #expect(try result.values.map { try $0.contents() } == ["0", "1", "2"])
            #expect(try FileRun.files(below: folder) == ["pose.pdb", "1/pose.pdb", "2/pose.pdb"])
            try Directory.remove(folder)
        }
    }
}

/// Tells of a folder its name and empty or inner folders, and the files in it.
final class ListingTree: Node {
    let inp = Input<File>()
    let out = Output<[String]>()

    override func run() throws {
        while let folder = try inp.next() {
            let folders = try Directory.entries(of: folder.path).filter {
                try FileStatus(of: folder.path + "/" + $0).kind == .folder
            }
            let head = "\(folder.name): \(folders.sorted().joined(separator: ", "))"
            try out.send([head] + FileRun.files(below: folder.path).sorted())
        }
    }
}

import Glibc
import Maize
import MaizeSystem
import MaizeTesting
import Testing

/// Files in runs without processes: the same code moves them.
@Suite(.timeLimit(.minutes(10))) struct FilesInMemoryTests {
    @Test(arguments: FileMode.allCases) func `files of one name arrive, and nothing stays`(mode: FileMode) throws {
        let flow = Workflow("memory")
        let writing = try flow.add(NumberedFiles.self)
        let merge = try flow.add(Merge<File>.self)
        let copy = try flow.add(Copy<File>.self)
        try flow.connect(writing.out, to: merge.inp, mode: mode)
        try flow.connect(merge.out, to: copy.inp, mode: mode)
        var results: [Return<[String]>] = []
        for place in 0..<2 {
            let looping = try flow.add(FileLooper.self, name: "loop\(place)")
            let result = try flow.add(Return<[String]>.self, name: "result\(place)")
            try flow.connect(copy.out, to: looping.inp, mode: mode)
            try flow.connect(looping.out, to: result.inp)
            results.append(result)
        }
        var inbox = ""
        do {
            let ended = try InMemoryRun(flow).execute()
            #expect(ended.status == .completed, "\(ended.nodes)")
            for result in results {
                #expect(result.values.map { $0[0] } == (0..<100).map(String.init))
                // Of the passes before, nothing is left.
                #expect(result.values.allSatisfy { $0[2] == "false" })
                inbox = result.values[0][1]
            }
        }
        #expect(access(inbox, F_OK) != 0 && inbox.contains("/maize-items-"))
    }

    @Test func `results keep their files`() throws {
        let folder = try Directory.makeUnique(prefix: "/tmp/unit-files-")
        defer { _ = Result { try Directory.remove(folder) } }
        let flow = Workflow("memory")
        let writing = try flow.add(NumberedFiles.self)
        let result = try flow.add(Return<File>.self) { $0.folder = folder }
        try flow.connect(writing.out, to: result.inp)
        _ = try InMemoryRun(flow).execute()
        #expect(result.values.map { FileContents.text(of: $0.path) } == (0..<100).map(String.init))
        #expect(result.values.allSatisfy { $0.path.hasPrefix(folder + "/") })
    }

    @Test func `a rig feeds files and shows what came out, as long as its result is there`() throws {
        let folder = try Directory.makeUnique(prefix: "/tmp/unit-files-")
        defer { _ = Result { try Directory.remove(folder) } }
        let path = folder + "/a.txt"
        var text = "fed"
        let file = try Descriptor.appending(to: path)
        try text.withUTF8 { try file.writeAll(UnsafeRawBufferPointer($0)) }
        var sent = ""
        do {
            let result = try NodeRig(Delay<File>.self) { $0.delay = 0 }.feed(\.inp, [File(path)]).run()
            sent = try #require(result.items(of: \.out).first?.path)
            #expect(FileContents.text(of: sent) == "fed" && sent != path)
        }
        #expect(access(sent, F_OK) != 0)
        #expect(FileContents.text(of: path) == "fed")
    }

    @Test func `a missing file fails the node that sends it`() throws {
        let error = #expect(throws: WorkflowError.self) { try NodeRig(MissingFile.self).run() }
        let message = try #require(error?.message)
        #expect(message.contains("'out'") && message.contains("/no/such/file"), "\(message)")
    }
}

/// Sends a file that is not there.
final class MissingFile: Node {
    let out = Output<File>()
    override func run() throws { try out.send(File("/no/such/file")) }
}

/// Sends a hundred files of one name.
final class NumberedFiles: Node {
    let out = Output<File>()

    override func run() throws {
        let path = workDirectory + "/same"
        for number in 0..<100 {
            try Directory.remove(path)
            var text = "\(number)"
            let file = try Descriptor.appending(to: path)
            try text.withUTF8 { try file.writeAll(UnsafeRawBufferPointer($0)) }
            try out.send(File(path))
        }
    }
}

/// Tells of each file what it holds, where it is, and whether that of the pass before is still there.
final class FileLooper: LoopedNode {
    let inp = Input<File>()
    let out = Output<[String]>()
    private var last: String?

    override func run() throws {
        let isThere = last.map { access($0, F_OK) == 0 } ?? false
        let file = try inp.receive()
        last = file.path
        try out.send([FileContents.text(of: file.path) ?? "unreadable", file.path, "\(isThere)"])
    }
}

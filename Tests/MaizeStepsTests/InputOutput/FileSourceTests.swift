import Maize
import MaizeSystem
import MaizeTesting
import TemporaryFiles
import Testing

/// Counts how often a file came past it: makes the next one of the last one.
final class Training: Node {
    let inp = Input<File>()
    let out = Output<File>(mode: .move)
    override func run() throws {
        let last = try inp.next().flatMap { FileContents.text(of: $0.path) } ?? ""
        let next = File(workDirectory + "/model")
        let file = try Descriptor.appending(to: next.path)
        try Array((last + "x").utf8).withUnsafeBytes { try file.writeAll($0) }
        try out.send(next)
    }
}

/// Files that come into a run.
@Suite(.timeLimit(.minutes(10))) struct FileSourceTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func path(_ name: String) -> String { folder.path + "/" + name }

    // MARK: LoadFile, LoadFiles

    @Test func `LoadFile and LoadFiles send copies, and the files stay`() throws {
        let files = try ["a", "b"].map { File(try folder.write("text \($0)", to: $0)) }
        let one = try NodeRig(LoadFile.self) { $0.file = files[0] }.run()
        let sent = try #require(one.items(of: \.out).first)
        #expect(FileContents.text(of: sent.path) == "text a" && sent.path != files[0].path)
        let all = try NodeRig(LoadFiles.self) { $0.files = files }.run()
        #expect(all.items(of: \.out).map { $0.map { FileContents.text(of: $0.path) } } == [["text a", "text b"]])
        #expect(files.map { FileContents.text(of: $0.path) } == ["text a", "text b"])
        #expect(try NodeRig(LoadFiles.self) { $0.files = [] }.run().items(of: \.out) == [[]])
    }

    @Test func `files that are not there are told before the run`() throws {
        let one = #expect(throws: NodeRigError.self) {
            try NodeRig(LoadFile.self) { $0.file = File("/nowhere/a") }.run()
        }
        #expect(one?.message == "error: loadfile.file: there is no file or folder '/nowhere/a'")
        let many = #expect(throws: NodeRigError.self) {
            try NodeRig(LoadFiles.self) { $0.files = [File("/dev/null"), File("/nowhere/b")] }.run()
        }
        #expect(many?.message == "error: loadfiles.files: there is no file or folder '/nowhere/b'")
    }

    // MARK: FileBuffer

    @Test func `FileBuffer sends what is stored and stores what comes`() throws {
        let stored = File(path("store/model.ckpt"))
        let rig = NodeRig(FileBuffer.self) { $0.file = stored }
        let first = try rig.feed(\.inp, [File(folder.write("one", to: "one"))]).run()
        #expect(first.items(of: \.out).isEmpty && first.end(of: \.out) == .finished)
        #expect(FileContents.text(of: stored.path) == "one")
        let second = try rig.feed(\.inp, [File(folder.write("two", to: "two"))]).run()
        #expect(second.items(of: \.out).map { FileContents.text(of: $0.path) } == ["one"])
        #expect(FileContents.text(of: stored.path) == "two")
        #expect(try Directory.entries(of: path("store")) == ["model.ckpt"])
    }

    @Test func `FileBuffer keeps what is stored when nothing comes, or the stream is cut short`() throws {
        let stored = File(try folder.write("old", to: "stored"))
        for end in [StreamEnd.finished, .broken] {
            let result = try NodeRig(FileBuffer.self) { $0.file = stored }.feed(\.inp, [], then: end).runToEnd()
            #expect(result.items(of: \.out).count == 1)
            #expect(result.outcome.word == "stopped")
            #expect(FileContents.text(of: stored.path) == "old")
        }
    }

    @Test func `FileBuffer stores also when nobody wants the stored one`() throws {
        let stored = File(try folder.write("old", to: "stored"))
        let result = try NodeRig(FileBuffer.self) { $0.file = stored }
            .feed(\.inp, [File(folder.write("new", to: "new"))]).take(0, of: \.out).run()
        #expect(result.outcome == .completed)
        #expect(FileContents.text(of: stored.path) == "new")
    }

    @Test func `FileBuffer that loops sends what it stored in the pass before`() throws {
        let files = try ["one", "two"].map { File(try folder.write($0, to: $0)) }
        let result = try NodeRig(FileBuffer.self, options: NodeOptions(loop: true)) { [folder] in
            $0.file = File(folder.path + "/stored")
        }.feed(\.inp, files).run()
        #expect(result.items(of: \.out).map { FileContents.text(of: $0.path) } == ["one"])
        #expect(FileContents.text(of: path("stored")) == "two")
    }

    @Test func `a workflow goes on from its last result, run by run`() throws {
        for count in 1...3 {
            let flow = Workflow("training")
            let buffer = try flow.add(FileBuffer.self) { $0.file = File(path("model")) }
            let training = try flow.add(Training.self)
            try flow.connect(buffer.out, to: training.inp)
            try flow.connect(training.out, to: buffer.inp)
            #expect(try TestRun.of(flow).status == .completed)
            #expect(FileContents.text(of: path("model")) == String(repeating: "x", count: count))
        }
    }

    // MARK: Log

    @Test func `Log and LogResult say of a file whether it exists, and Log hands it on`() throws {
        let file = File(try folder.write("x", to: "there"))
        let result = try NodeRig(Log<File>.self).feed(\.inp, [file]).run()
        #expect(result.items(of: \.out).map { FileContents.text(of: $0.path) } == ["x"])
        #expect(result.log.first?.message.hasSuffix("there (exists)") == true)
        let texts = try NodeRig(LogResult<String>.self).feed(\.inp, ["/nowhere"]).run()
        #expect(texts.log.map(\.message) == ["received: /nowhere"])
    }

    // MARK: Files through plumbing

    @Test func `files go through every node that passes items on`() throws {
        let files = try (0..<4).map { File(try folder.write("\($0)", to: "f\($0)")) }
        func texts(_ files: [File]) -> [String?] { files.map { FileContents.text(of: $0.path) } }

        let robin = try NodeRig(RoundRobin<File>.self).feed(\.inp, files).channels(2, of: \.out).run()
        #expect(robin.items(of: \.out).map(texts) == [["0", "2"], ["1", "3"]])
        let some = try NodeRig(CopyEveryNIter<File>.self) { $0.freq = 2 }.feed(\.inp, files).channels(2, of: \.out)
            .run()
        #expect(some.items(of: \.out).map(texts) == [["0", "1", "2", "3"], ["1", "3"]])
        let yes = try NodeRig(Yes<File>.self, options: NodeOptions(maxLoops: 3)).feed(\.inp, files).run()
        #expect(texts(yes.items(of: \.out)) == ["0", "0", "0"])
        let barrier = try NodeRig(Barrier<File>.self).feed(\.inp, files).feed(\.inpSignal, [true, false, true]).run()
        #expect(texts(barrier.items(of: \.out)) == ["0", "2"])
        let batch = try NodeRig(Batch<File>.self) { $0.nBatches = 3 }.feed(\.inp, [files]).run()
        #expect(batch.items(of: \.out).map(texts) == [["0", "1"], ["2"], ["3"]])
        let combine = try NodeRig(Combine<File>.self) { $0.nBatches = 2 }.feed(
            \.inp,
            [[files[0], files[1]], [files[2]]]
        ).run()
        #expect(combine.items(of: \.out).map(texts) == [["0", "1", "2"]])
        let lists = try NodeRig(MergeLists<File>.self).feed(\.inp, channels: [[[files[0]]], [[files[1]], [files[2]]]])
            .run()
        #expect(lists.items(of: \.out).map(texts) == [["0", "1"], ["2"]])
        let many = try NodeRig(Multiply<File>.self) { $0.nPackages = 2 }.feed(\.inp, files).run()
        #expect(many.items(of: \.out).map(texts) == [["0", "0"]])
        let choice = try NodeRig(Choice<File>.self).feed(\.inp, channels: [[], files]).feed(\.inpIndex, [1]).run()
        #expect(texts(choice.items(of: \.out)) == ["0"])
        let index = try NodeRig(IndexDistribute<File>.self).feed(\.inp, files).feed(\.inpIndex, [1]).channels(
            2,
            of: \.out
        ).run()
        #expect(index.items(of: \.out).map(texts) == [[], ["0"]])
        let time = try NodeRig(TimeDistribute<File>.self) { $0.pattern = [1, -1] }.feed(\.inp, files).channels(
            2,
            of: \.out
        ).run()
        #expect(time.items(of: \.out).map(texts) == [["0"], ["1", "2", "3"]])
        let multiplex = try NodeRig(Multiplex<File, File>.self).feed(\.inp, [files[0]]).feed(\.inpSingle, [files[1]])
            .run()
        #expect(texts(multiplex.items(of: \.outSingle)) == ["0"] && multiplex.items(of: \.out).map(texts) == [["1"]])
    }
}

import Maize
import MaizeRuntime
import MaizeSystem
import Testing

extension FileRuns {
    @Suite struct SameNameTests {
        /// What ten thousand files of one name hold when they arrive.
        private func run(_ mode: FileMode, _ device: FileRun.Device, count: Int) throws {
            let run = try FileRun(device)
            let flow = Workflow("same")
            let writing = try flow.add(WritingFiles.self) {
                $0.path = run.sources + "/pose.pdb"
                $0.count = count
            }
            let reading = try flow.add(ReadingFiles.self)
            let result = try flow.add(Return<String>.self)
            try flow.connect(writing.out, to: reading.inp, mode: mode)
            try flow.connect(reading.out, to: result.inp)
            let summary = try run.execute(flow)
            #expect(summary.status == .completed)
            #expect(result.values == (0..<count).map(String.init))
            #expect(summary.undelivered.isEmpty && summary.keptFiles.isEmpty)
            #expect(try run.leftovers == [])
            #expect(run.text("pose.pdb") == (mode == .move ? nil : "\(count - 1)"))
        }

        @Test(arguments: FileMode.allCases) func `ten thousand files of one name arrive`(mode: FileMode) throws {
            try run(mode, .same, count: 10_000)
        }

        @Test(
            .enabled(if: FileRun.hasOtherDevice, "needs a /dev/shm on another file system than $TMPDIR"),
            arguments: FileMode.allCases
        )
        func `ten thousand files of one name arrive on another device`(mode: FileMode) throws {
            try run(mode, .other, count: 10_000)
        }

        @Test(arguments: FileRun.devices, FileMode.allCases)
        func `a receiver that changes what it got changes what the mode says`(device: FileRun.Device, mode: FileMode)
            throws
        {
            let run = try FileRun(device)
            let path = try run.write("old", to: "data")
            let flow = Workflow("change")
            let sending = try flow.add(SendingFiles.self) { $0.paths = [path] }
            let changing = try flow.add(ChangingFiles.self)
            try flow.connect(sending.out, to: changing.inp, mode: mode)
            #expect(try run.execute(flow).status == .completed)
            let expected: String? =
                switch mode {
                case .copy: "old"
                case .link: device == .same ? "old, changed" : "old"
                case .move: nil
                }
            #expect(run.text("data") == expected)
        }
    }
}

/// Appends to what it receives.
final class ChangingFiles: Node {
    let inp = Input<File>()

    override func run() throws {
        while let file = try inp.next() {
            let open = try Descriptor.appending(to: file.path)
            var text = ", changed"
            try text.withUTF8 { try open.writeAll(UnsafeRawBufferPointer($0)) }
        }
    }
}

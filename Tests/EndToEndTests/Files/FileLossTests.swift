import Glibc
import Maize
import MaizeRuntime
import MaizeSystem
import MaizeWire
import Testing

extension FileRuns {
    @Suite struct FileLossTests {
        @Test(arguments: FileMode.allCases)
        func `nobody waits for a receiver that never takes, and moved files are kept`(mode: FileMode) throws {
            let run = try FileRun()
            let flow = Workflow("never")
            let writing = try flow.add(WritingFiles.self) {
                $0.count = 3
                $0.path = run.sources + "/pose"
            }
            let deaf = try flow.add(NeverTaking.self)
            try flow.connect(writing.out, to: deaf.inp, mode: mode)
            try flow.connect(writing.done, to: deaf.go)
            let summary = try run.execute(flow)
            #expect(summary.status == .completed)
            #expect(summary.undelivered.map(\.items) == [3])
            guard mode == .move else {
                #expect(summary.keptFiles.isEmpty && summary.scratch == nil)
                return #expect(try run.leftovers == [])
            }
            let kept = try #require(summary.keptFiles.first)
            #expect(kept.items == 3 && kept.channel == "writingfiles.out -> nevertaking.inp")
            #expect(summary.scratch.map { kept.folder.hasPrefix($0) } == true)
            #expect(summary.notices.contains { $0.contains(kept.folder) })
            for number in 0..<3 { #expect(FileContents.text(of: "\(kept.folder)/\(number)/pose") == "\(number)") }
        }

        @Test func `of moved files only those are kept that were not taken`() throws {
            let run = try FileRun()
            let flow = Workflow("some")
            let writing = try flow.add(WritingFiles.self) {
                $0.count = 5
                $0.path = run.sources + "/pose"
            }
            let deaf = try flow.add(NeverTaking.self) { $0.takes = 2 }
            try flow.connect(writing.out, to: deaf.inp, mode: .move)
            try flow.connect(writing.done, to: deaf.go)
            let summary = try run.execute(flow)
            #expect(summary.undelivered.map(\.items) == [3])
            #expect(summary.keptFiles.map(\.items) == [3])
        }

        @Test func `a send that finds its receiver gone puts the file back`() throws {
            for device in FileRun.devices {
                let run = try FileRun(device)
                let flow = Workflow("gone")
                let sending = try flow.add(SendingLate.self) { $0.path = run.sources + "/pose" }
                let once = try flow.add(TakingOnce.self)
                try flow.connect(sending.out, to: once.inp, mode: .move)
                try flow.connect(once.gone, to: sending.go)
                let summary = try run.execute(flow)
                #expect(summary["sendinglate"]?.outcome.word == "stopped")
                #expect(run.text("pose") == "late")
                #expect(summary.keptFiles.isEmpty)
                #expect(try run.leftovers == [])
            }
        }

        @Test func `files that wait for a receiver that is killed are kept with the run's folder`() throws {
            let run = try FileRun()
            let flow = Workflow("killed")
            let writing = try flow.add(WritingFiles.self) { $0.path = run.sources + "/pose" }
            let victim = try flow.add(NeverTaking.self) { $0.killsItself = true }
            try flow.connect(writing.out, to: victim.inp, mode: .move)
            try flow.connect(writing.done, to: victim.go)
            let summary = try run.execute(flow)
            #expect(summary.firstFailure == "nevertaking")
            let kept = try #require(summary.keptFiles.first)
            #expect(kept.items == 3)
            #expect(FileContents.text(of: kept.folder + "/2/pose") == "2")
        }

        @Test(.enabled(if: FileRun.hasOtherDevice, "needs a /dev/shm on another file system than $TMPDIR"))
        func `a sender that is killed in a copy leaves its source whole, and what it had moved is kept`() throws {
            let run = try FileRun(.other)
            let small = try run.write("small", to: "small")
            let large = try run.write(String(repeating: "x", count: 1 << 20), to: "zlarge")
            let flow = Workflow("cut")
            let sending = try flow.add(SendingTogether.self) {
                $0.paths = [small, large]
                $0.fileSizeLimit = 1 << 16
                $0.diesOfLimit = true
            }
            let drop = try flow.add(Discard<[File]>.self)
            try flow.connect(sending.out, to: drop.inp, mode: .move)
            let summary = try run.execute(flow)
            #expect(summary.firstFailure == "sendingtogether")
            #expect(summary["void"]?.received == 0)
            #expect(run.text("zlarge")?.utf8.count == 1 << 20)
            let kept = try #require(summary.keptFiles.first)
            #expect(run.text("small") == nil && FileContents.text(of: kept.folder + "/0/small") == "small")
        }
    }
}

/// Takes some files, waits until all were sent, and ends.
final class NeverTaking: Node {
    @Parameter var takes = 0
    @Parameter var killsItself = false
    let inp = Input<File>()
    let go = Input<Int>()

    override func run() throws {
        for _ in 0..<takes { _ = try inp.receive() }
        _ = try go.receive()
        if killsItself { kill(getpid(), SIGKILL) }
    }
}

/// Sends a file when its receiver has ended.
final class SendingLate: Node {
    @Parameter var path = ""
    let out = Output<File>()
    let go = Input<Int>()

    override func run() throws {
        try TextFile.write("early", to: path)
        try out.send(File(path))
        _ = try go.receive()
        try TextFile.write("late", to: path)
        try out.send(File(path))
    }
}

final class TakingOnce: Node {
    let inp = Input<File>()
    /// Tells that nobody reads any more.
    let gone = Output<Int>()

    override func run() throws {
        _ = try inp.receive()
        inp.close()
        try gone.send(1)
    }
}

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

        @Test func `what a node that hands items on still holds is kept`() throws {
            let run = try FileRun()
            let flow = Workflow("held")
            let sending = try flow.add(SendingWhenTold.self) {
                $0.paths = try ["a", "b"].map { try run.write($0, to: $0) }
            }
            let gather = try flow.add(Accumulate<File>.self) { $0.nPackets = 10 }
            let closing = try flow.add(ClosingAtOnce.self)
            try flow.connect(sending.out, to: gather.inp, mode: .move)
            try flow.connect(gather.out, to: closing.inp)
            try flow.connect(closing.gone, to: sending.go)
            let summary = try run.execute(flow)
            #expect(summary.status == .completed)
            let kept = try #require(summary.keptFiles.first)
            #expect(kept.channel == "sendingwhentold.out -> accumulate.inp" && kept.items == 2)
            #expect(FileContents.text(of: kept.folder + "/0/a") == "a")
            #expect(FileContents.text(of: kept.folder + "/1/b") == "b")
        }

        @Test func `what was moved is kept behind a node that handed it on, too`() throws {
            let run = try FileRun()
            let flow = Workflow("behind")
            let sending = try flow.add(SendingFiles.self) { $0.paths = try ["a"].map { try run.write($0, to: $0) } }
            let merge = try flow.add(Merge<File>.self)
            let deaf = try flow.add(NeverTaking.self)
            let passing = try flow.add(Copy<File>.self)
            let telling = try flow.add(TellingOfFirst.self)
            try flow.connect(sending.out, to: merge.inp, mode: .move)
            try flow.connect(merge.out, to: passing.inp)
            // The last one gets the file itself.
            try flow.connect(passing.out, to: telling.inp)
            try flow.connect(passing.out, to: deaf.inp)
            try flow.connect(telling.out, to: deaf.go)
            let summary = try run.execute(flow)
            #expect(summary.status == .completed)
            let kept = try #require(summary.keptFiles.first)
            #expect(FileContents.text(of: kept.folder + "/0/a") == "a")
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

/// Sends files as items of their own once nobody reads what comes of them any more.
final class SendingWhenTold: Node {
    @Parameter var paths: [String] = []
    let out = Output<File>()
    let go = Input<Int>()

    override func run() throws {
        _ = try go.receive()
        for path in paths { try out.send(File(path)) }
    }
}

final class ClosingAtOnce: Node {
    let inp = Input<[File]>()
    let gone = Output<Int>()

    override func run() throws {
        inp.close()
        try gone.send(1)
    }
}

final class TellingOfFirst: Node {
    let inp = Input<File>()
    let out = Output<Int>()

    override func run() throws {
        _ = try inp.receive()
        while try inp.next() != nil {}
        try out.send(1)
    }
}

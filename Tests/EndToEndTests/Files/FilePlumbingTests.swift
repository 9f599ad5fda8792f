import Glibc
import Maize
import MaizeRuntime
import MaizeSystem
import Testing

extension FileRuns {
    @Suite struct FilePlumbingTests {
        @Test func `files go through plumbing and graphs, whatever the modes`() throws {
            for (index, mode) in FileMode.allCases.enumerated() {
                let run = try FileRun(FileRun.devices[index % FileRun.devices.count])
                let flow = Workflow("plumbing")
                let sources = try (0..<2).map { place in
                    try flow.add(WritingFiles.self, name: "writing\(place)") {
                        $0.path = run.sources + "/\(place)/pose"
                        $0.count = 60
                    }
                }
                for place in 0..<2 { try Directory.make(run.sources + "/\(place)") }
                let merge = try flow.add(Merge<File>.self)
                let inner = try flow.add(InnerDelay.self)
                let gather = try flow.add(Accumulate<File>.self) { $0.nPackets = 7 }
                let scatter = try flow.add(Scatter<File>.self)
                let copy = try flow.add(Copy<File>.self)
                let log = try flow.add(Log<File>.self)
                for source in sources { try flow.connect(source.out, to: merge.inp, mode: mode) }
                try flow.connect(merge.out, to: inner.inp)
                try flow.connect(inner.out, to: gather.inp, mode: mode)
                try flow.connect(gather.out, to: scatter.inp)
                try flow.connect(scatter.out, to: copy.inp, mode: mode)
                try flow.connect(copy.out, to: log.inp, mode: mode)
                var results: [Return<String>] = []
                for place in 0..<2 {
                    let reading = try flow.add(ReadingFiles.self, name: "reading\(place)")
                    try flow.connect(copy.out, to: reading.inp)
                    results.append(try flow.add(Return<String>.self, name: "result\(place)"))
                    try flow.connect(reading.out, to: results[place].inp)
                }
                let drop = try flow.add(Discard<File>.self)
                try flow.connect(log.out, to: drop.inp)
                let summary = try run.execute(flow)
                #expect(summary.status == .completed, "\(summary.nodes)")
                let expected = (0..<60).flatMap { ["\($0)", "\($0)"] }.sorted()
                for result in results {
                    let isWhole = result.values.sorted() == expected
                    #expect(isWhole, "mode \(mode): \(result.values.count) values")
                }
                #expect(try run.leftovers == [])
            }
        }

        @Test func `plumbing leaves no file of a long stream behind while it runs`() throws {
            let run = try FileRun()
            let flow = Workflow("passing")
            let writing = try flow.add(WritingFiles.self) { $0.count = 300 }
            let merge = try flow.add(Merge<File>.self)
            let copy = try flow.add(Copy<File>.self)
            let removing = try flow.add(RemovingFiles.self)
            let drop = try flow.add(Discard<File>.self)
            try flow.connect(writing.out, to: merge.inp)
            try flow.connect(merge.out, to: copy.inp)
            try flow.connect(copy.out, to: removing.inp)
            try flow.connect(copy.out, to: drop.inp)
            let summary = try run.execute(flow) { $0.keepsScratch = true }
            let scratch = try #require(summary.scratch)
            #expect(summary.status == .completed)
            // Only what the writer itself wrote last is still there.
            #expect(try FileRun.files(below: scratch) == ["writingfiles/pose.pdb"])
            for inbox in try Directory.entries(of: scratch + "/.maize-inputs") {
                #expect(try Directory.entries(of: scratch + "/.maize-inputs/" + inbox) == [], "\(inbox)")
            }
        }

        @Test func `a copy is nobody else's, though the file came by a link`() throws {
            let run = try FileRun()
            let path = try run.write("old", to: "data")
            let flow = Workflow("linked")
            let sending = try flow.add(SendingFiles.self) { $0.paths = [path] }
            let merge = try flow.add(Merge<File>.self)
            let copy = try flow.add(Copy<File>.self)
            try flow.connect(sending.out, to: merge.inp, mode: .link)
            try flow.connect(merge.out, to: copy.inp, mode: .link)
            for place in 0..<2 {
                let changing = try flow.add(ChangingFiles.self, name: "changing\(place)")
                try flow.connect(copy.out, to: changing.inp, mode: .copy)
            }
            #expect(try run.execute(flow).status == .completed)
            #expect(run.text("data") == "old")
        }

        @Test func `plumbing never takes a file that did not come to it`() throws {
            let run = try FileRun()
            let path = try run.write("mine", to: "data")
            let flow = Workflow("own")
            let merge = try flow.add(Scatter<File>.self)
            try merge.inp.set([File(path)])
            let reading = try flow.add(ReadingOnce.self)
            try flow.connect(merge.out, to: reading.inp)
            try run.execute(flow)
            #expect(run.text("data") == "mine")
        }
    }
}

/// A graph with a node in it that passes items on.
final class InnerDelay: Graph {
    let inp = Input<File>()
    let out = Output<File>()

    override func build() throws {
        let delay = try add(Delay<File>.self) { $0.delay = 0 }
        try expose(delay.inp, as: inp)
        try expose(delay.out, as: out)
    }
}

final class ReadingOnce: Node {
    let inp = Input<File>()

    override func run() throws { _ = try inp.receive().contents() }
}

final class RemovingFiles: Node {
    let inp = Input<File>()

    override func run() throws { while let file = try inp.next() { try file.remove() } }
}

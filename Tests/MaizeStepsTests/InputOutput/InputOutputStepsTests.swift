import Maize
import Testing

struct Reading: Codable, Sendable, Equatable {
    var name = "a"
    var values = [1.5, 2.5]
    var note: String?
}

@Suite(.timeLimit(.minutes(10))) struct InputOutputStepsTests {
    let flow = Workflow("steps")

    @Test func `LoadData sends its value once, of any type`() throws {
        let readings = [Reading(), Reading(name: "b", values: [], note: "x")]
        let load = try flow.add(LoadData<[Reading]>.self) { $0.data = readings }
        let result = try flow.add(Return<[Reading]>.self)
        try flow.connect(load.out, to: result.inp)
        _ = try TestRun.of(flow)
        #expect(result.value == readings)
        #expect(result.values.count == 1)
    }

    @Test func `LoadData without a value is refused before anything starts`() throws {
        let load = try flow.add(LoadData<Int>.self)
        try flow.connect(load.out, to: flow.add(Return<Int>.self).inp)
        let run = try TestRun()
        #expect(throws: RunError.self) { try run.execute(flow) }
        #expect(run.error?.code == .invalid && run.error?.exitCode == 2)
        #expect(run.error?.message.contains("loaddata.data") == true)
        #expect(run.log == "")
    }

    @Test func `Discard takes everything from any number of inputs`() throws {
        let discard = try flow.add(Discard<Int>.self, name: "discard")
        for name in ["a", "b"] {
            try flow.connect(flow.add(Counting.self, name: name) { $0.count = 200 }.out, to: discard.inp)
        }
        let summary = try TestRun.of(flow)
        #expect(summary["discard"]?.received == 400)
        #expect(summary.undelivered.isEmpty)
        #expect(Discard<Int>.typeName == "Void")
    }

    @Test func `Log and LogResult write each item, Log passes it on`() throws {
        let source = try flow.add(Counting.self) { $0.count = 3 }
        let log = try flow.add(Log<Int>.self)
        try flow.chained(source.out, log.inp, log.out, flow.add(LogResult<Int>.self, name: "last").inp)
        let run = try TestRun()
        #expect(try run.execute(flow).status == .completed)
        for number in 0..<3 {
            #expect(run.log.contains(" log              | received: \(number)\n"))
            #expect(run.log.contains(" last             | received: \(number)\n"))
        }
    }

    @Test func `Return has the items of the last run, in their order`() throws {
        let source = try flow.add(Counting.self) { $0.count = 1000 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: result.inp)
        #expect(result.value == nil && result.values.isEmpty)
        for _ in 0..<2 {
            _ = try TestRun.of(flow)
            #expect(result.values == Array(0..<1000))
        }
    }

    @Test func `a workflow may be run again with another value`() throws {
        let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(load.out, to: result.inp)
        _ = try TestRun.of(flow)
        load.data = 2
        _ = try TestRun.of(flow)
        #expect(result.values == [2])
    }

    @Test func `items sent together arrive as if sent one by one`() throws {
        let source = try flow.add(Batching.self) { $0.count = 5000 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: result.inp, capacity: 7)
        let summary = try TestRun.of(flow)
        #expect(result.values == Array(0..<5000))
        #expect(summary["batching"]?.sent == 5000)
    }
}

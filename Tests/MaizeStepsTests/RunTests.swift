import Maize
import Testing

@Suite(.timeLimit(.minutes(10))) struct RunTests {
    let flow = Workflow("run")

    @Test(arguments: [LogLevel.debug, .info, .warning, .error])
    func `only records of the level and above are logged`(level: LogLevel) throws {
        flow.level = level
        try flow.add(Talking.self)
        let run = try TestRun()
        try run.execute(flow)
        #expect(run.log.contains("a debug word") == (level <= .debug))
        #expect(run.log.contains("an info word") == (level <= .info))
        #expect(run.log.contains("a printed word") == (level <= .info))
        #expect(run.log.contains("a warning word") == (level <= .warning))
    }

    @Test func `the level of a node is its own, that of the run is everybody's`() throws {
        try flow.add(Talking.self, name: "loud", options: NodeOptions(level: .debug))
        try flow.add(Talking.self, name: "quiet", options: NodeOptions(level: .error))
        let run = try TestRun()
        try run.execute(flow)
        #expect(run.log.contains(" loud             | a debug word"))
        #expect(!run.log.contains(" quiet            | "))
        let all = try TestRun()
        try all.execute(flow) { $0.level = .warning }
        #expect(all.log.contains(" quiet            | a warning word"))
        #expect(!all.log.contains("an info word"))
    }

    @Test func `every node has one outcome and one event of it, in order`() throws {
        let source = try flow.add(Counting.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: result.inp)
        let events = EventList()
        let summary = try TestRun().execute(flow) { $0.observer = { events.add($0) } }
        let ends = events.all.compactMap { event -> String? in
            if case .outcome(let path, _) = event.change { return path }
            return nil
        }
        #expect(ends.sorted() == ["counting", "return"])
        #expect(events.all.map(\.sequence) == Array(1...events.all.count))
        #expect(events.all.first?.change == .run(.running) && events.all.last?.change == .run(.completed))
        #expect(summary.nodes.map(\.path) == ["counting", "return"])
        #expect(summary["counting"]?.sent == 10 && summary["return"]?.received == 10)
    }

    @Test func `a run that completed leaves nothing in its place, one that failed its folder`() throws {
        let run = try TestRun()
        try flow.add(Talking.self)
        #expect(try run.execute(flow).scratch == nil)
        #expect(run.keptFolders == [])
        let failing = Workflow("failing")
        try failing.connect(failing.add(Breaking.self).out, to: failing.add(Discard<Int>.self).inp)
        let kept = try #require(try run.execute(failing).scratch)
        #expect(run.keptFolders.map { run.folder + "/" + $0 } == [kept])
    }

    @Test func `two runs at once in one process do not touch each other`() async throws {
        try await withThrowingTaskGroup(of: [Int].self) { group in
            for number in 1...2 {
                group.addTask {
                    let flow = Workflow("twin")
                    let source = try flow.add(Counting.self) { $0.count = 100 * number }
                    let result = try flow.add(Return<Int>.self)
                    try flow.connect(source.out, to: result.inp)
                    _ = try TestRun.of(flow)
                    return result.values
                }
            }
            let counts = try await group.reduce(into: Set<Int>()) { $0.insert($1.count) }
            #expect(counts == [100, 200])
        }
    }

    /// W06.
    @Test func `five thousand channels`() throws {
        let merges = try (0..<50).map { try flow.add(Merge<Int>.self, name: "m\($0)") }
        for place in 0..<100 {
            let source = try flow.add(Fanning.self, name: "s\(place)")
            for merge in merges { try flow.connect(source.out, to: merge.inp) }
        }
        let discard = try flow.add(Discard<Int>.self, name: "discard")
        for merge in merges { try flow.connect(merge.out, to: discard.inp) }
        let clock = ContinuousClock()
        let start = clock.now
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        #expect(summary["discard"]?.received == 100 * 50 * 2)
        #expect(summary.undelivered.isEmpty)
        #expect(clock.now - start < .seconds(30))
    }
}

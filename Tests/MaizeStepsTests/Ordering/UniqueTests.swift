import Maize
import MaizeTesting
import SeededRandom
import Testing

@Suite(.timeLimit(.minutes(10))) struct UniqueTests {
    private func unique<Item: Codable & Sendable>(
        _ items: [Item],
        _ configure: @escaping (Unique<Item>) -> Void = { _ in }
    ) throws -> [Item] {
        try NodeRig(Unique<Item>.self, configure: configure).feed(\.inp, items).run().items(of: \.out)
    }

    @Test func `the first of each key passes, in the order of arrival`() throws {
        #expect(try unique(["b", "a", "b", "c", "a"]) == ["b", "a", "c"])
        #expect(try unique([0.0, -0.0, .nan, 1, .nan]).map { "\($0)" } == ["0.0", "nan", "1.0"])
        #expect(try unique([Int]()) == [])
        let samples = [Sample(name: "a", mass: 1), Sample(name: "b", mass: 1), Sample(name: "a", mass: 2)]
        #expect(try unique(samples) { $0.by = "name" } == [samples[0], samples[1]])
        #expect(try unique(samples) { $0.by = "mass" } == [samples[0], samples[2]])
    }

    @Test(arguments: [1, 2, 3]) func `more keys than fit are told apart on disk, in the same order`(seed: UInt64) throws
    {
        var random = SeededGenerator(seed: seed)
        let items = (0..<40_000).map { _ in "key \(random.number(0...(random.once(in: 2) ? 300 : 30_000)))" }
        let result = try NodeRig(Unique<String>.self) { $0.memoryLimit = 64 << 10 }.feed(\.inp, items).run()
        var seen: Set<String> = []
        let isRight = result.items(of: \.out) == items.filter { seen.insert($0).inserted }
        #expect(isRight, "seed \(seed)")
        #expect(seen.count > 10_000)
        #expect(try leftovers(in: result.folder) == [])
    }

    @Test func `items pass before the input has ended`() throws {
        let result = try NodeRig(Unique<Int>.self).feed(\.inp, [1, 2, 1], then: .open).runToEnd()
        #expect(result.items(of: \.out) == [1, 2])
    }

    @Test func `what waits on disk is not sent of a stream that was cut short`() throws {
        let rig = NodeRig(Unique<Int>.self) { $0.memoryLimit = 64 << 10 }
        let result = try rig.feed(\.inp, Array(0..<9000), then: .broken).runToEnd()
        #expect(result.items(of: \.out).count < 5000)
        #expect(result.end(of: \.out) != .finished)
    }

    @Test func `a receiver that has enough stops it`() throws {
        let result = try NodeRig(Unique<Int>.self).feed(\.inp, 0..<9000).take(2, of: \.out).run()
        #expect(result.items(of: \.out) == [0, 1])
        #expect(result.outcome.word == "stopped")
    }

    @Test func `what cannot be is found before the run, a missing field when it comes`() throws {
        #expect(
            try findings(Unique<Int>.self, \.inp, \.out) { $0.memoryLimit = 1 }.joined().contains("is at least 65536")
        )
        #expect(
            try findings(Unique<Sample>.self, \.inp, \.out) { $0.by = "size" }.joined().contains("have no field 'size'")
        )
        let error = #expect(throws: WorkflowError.self) { try unique([["a": 1], ["b": 1]]) { $0.by = "a" } }
        #expect(error?.description == "unique: item 2 on 'inp' has no field 'a'; it has 'b'")
    }

    @Test func `a function gives the key`() throws {
        let items = ["aa", "b", "cc", "d", "eee"].map { Sample(name: $0, mass: 0) }
        let result = try NodeRig(UniqueBy<NameLength>.self).feed(\.inp, items).run()
        #expect(result.items(of: \.out).map(\.name) == ["aa", "b", "eee"])
    }
}

import Maize
import MaizeTesting
import SeededRandom
import Testing

@Suite(.timeLimit(.minutes(10))) struct GroupByTests {
    private func groups<Item: Codable & Sendable>(
        of items: [Item],
        _ configure: @escaping (GroupBy<Item>) -> Void = { _ in }
    ) throws -> [Group<JSONValue, Item>] {
        try NodeRig(GroupBy<Item>.self, configure: configure).feed(\.inp, items).run().items(of: \.out)
    }

    @Test func `items of one key come together, keys in their order`() throws {
        #expect(
            try groups(of: ["b", "a", "b"])
                == [Group(key: .string("a"), items: ["a"]), Group(key: .string("b"), items: ["b", "b"])]
        )
        #expect(try groups(of: [Int]()) == [])
        let samples = [Sample(name: "a", mass: 2), Sample(name: "b", mass: 1), Sample(name: "c", mass: 2)]
        let byMass = try groups(of: samples) { $0.by = "mass" }
        #expect(byMass.map(\.key) == [.integer(1), .integer(2)])
        #expect(byMass.map { $0.items.map(\.name) } == [["b"], ["a", "c"]])
        #expect(try groups(of: samples) { $0.by = "origin.depth" }.map(\.key) == [.null])
    }

    @Test func `adjacent items make groups as they come`() throws {
        let rig = NodeRig(GroupBy<Int>.self) { $0.adjacent = true }
        let result = try rig.feed(\.inp, [1, 1, 2, 1], then: .open).runToEnd()
        #expect(result.items(of: \.out).map(\.items) == [[1, 1], [2]])
        let whole = try rig.feed(\.inp, [1, 1, 2, 1]).run().items(of: \.out)
        #expect(whole.map(\.items) == [[1, 1], [2], [1]])
        #expect(try rig.feed(\.inp, []).run().items(of: \.out) == [])
    }

    @Test(arguments: [1, 2]) func `more items than fit are grouped on disk`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let items = (0..<8000).map { Sample(name: "n\(random.number(0...500))", mass: $0) }
        let result = try NodeRig(GroupBy<Sample>.self) {
            $0.by = "name"
            $0.memoryLimit = 64 << 10
        }.feed(\.inp, items).run()
        let expected = Dictionary(grouping: items, by: \.name).sorted { $0.key < $1.key }
        let found = result.items(of: \.out)
        let isRight =
            found.map(\.key) == expected.map { .string($0.key) } && found.map(\.items) == expected.map(\.value)
        #expect(isRight, "seed \(seed)")
        #expect(try leftovers(in: result.folder) == [])
    }

    @Test(arguments: [false, true]) func `no group that was cut short is sent`(adjacent: Bool) throws {
        let result = try NodeRig(GroupBy<Int>.self) { $0.adjacent = adjacent }
            .feed(\.inp, [1, 1, 2, 2], then: .broken).runToEnd()
        #expect(result.items(of: \.out).map(\.items) == (adjacent ? [[1, 1]] : []))
        #expect(result.end(of: \.out) != .finished)
    }

    @Test func `a receiver that has enough stops it`() throws {
        let result = try NodeRig(GroupBy<Int>.self).feed(\.inp, 0..<100).take(1, of: \.out).run()
        #expect(result.items(of: \.out).map(\.items) == [[0]])
        #expect(result.outcome.word == "stopped")
    }

    @Test func `what cannot be is found before the run, a missing field when it comes`() throws {
        #expect(
            try findings(GroupBy<Int>.self, \.inp, \.out) { $0.memoryLimit = 0 }.joined().contains("is at least 65536")
        )
        #expect(try findings(GroupBy<Sample>.self, \.inp, \.out) { _ in }.joined().contains("have no order; set by"))
        let error = #expect(throws: WorkflowError.self) { try groups(of: [["a": 1], ["b": 1]]) { $0.by = "a" } }
        #expect(error?.description == "groupby: item 2 on 'inp' has no field 'a'; it has 'b'")
    }

    @Test func `a function gives the key, in its own type`() throws {
        let items = ["aa", "b", "cc"].map { Sample(name: $0, mass: 0) }
        let result = try NodeRig(GroupByKey<NameLength>.self) { _ in }.feed(\.inp, items).run()
        let groups: [Group<Int, Sample>] = result.items(of: \.out)
        #expect(groups.map(\.key) == [1, 2])
        #expect(groups.map { $0.items.map(\.name) } == [["b"], ["aa", "cc"]])
    }
}

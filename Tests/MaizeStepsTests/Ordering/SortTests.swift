import Maize
import MaizeTesting
import SeededRandom
import Testing

@Suite(.timeLimit(.minutes(10))) struct SortTests {
    private func sorted<Item: Codable & Sendable>(
        _ items: [Item],
        _ configure: @escaping (Sort<Item>) -> Void = { _ in }
    ) throws -> [Item] {
        try NodeRig(Sort<Item>.self, configure: configure).feed(\.inp, items).run().items(of: \.out)
    }

    private static let samples = [
        Sample(name: "b", mass: 2, origin: .init(site: "x", depth: 1.5)), Sample(name: "a", mass: 3),
        Sample(name: "c", mass: 1, origin: .init(site: "y", depth: -1)), Sample(name: "d", mass: 2),
    ]

    @Test func `items are ordered by themselves`() throws {
        #expect(try sorted([3, -1, 2, 0]) == [-1, 0, 2, 3])
        #expect(try sorted(["b", "", "a", "ab"]) == ["", "a", "ab", "b"])
        #expect(try sorted([2.5, -.infinity, .nan, 0]).map { "\($0)" } == ["-inf", "0.0", "2.5", "nan"])
        #expect(try sorted([[2], [1, 2], []]) == [[], [1, 2], [2]])
        #expect(try sorted([3, 1, 2]) { $0.descending = true } == [3, 2, 1])
        #expect(try sorted([Int?.some(1), nil]) == [nil, 1])
        #expect(try sorted([Int]()) == [])
    }

    @Test func `items are ordered by a field, equal ones as they came`() throws {
        func names(_ by: String, descending: Bool = false) throws -> String {
            try sorted(SortTests.samples) {
                $0.by = by
                $0.descending = descending
            }.map(\.name).joined()
        }
        #expect(try names("mass") == "cbda")
        #expect(try names("mass", descending: true) == "abdc")
        #expect(try names("name") == "abcd")
        #expect(try names("origin.depth") == "adcb")
    }

    @Test func `items of any shape have fields`() throws {
        let items: [JSONValue] = [
            .object(["x": .string("a")]), .object(["x": .number(1.5)]), .object(["x": .integer(1)]),
            .object(["x": .null]),
        ]
        #expect(try sorted(items) { $0.by = "x" } == [items[3], items[2], items[1], items[0]])
    }

    @Test(arguments: [false, true], [1, 2, 3])
    func `what is more than the memory holds is ordered on disk`(descending: Bool, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        // Some 25 runs of 64 KiB, of which 15 at most are merged at once.
        let items = (0..<9000).map { number in
            let length = random.once(in: 900) ? 20_000 : random.number(0...150)
            let name = String(repeating: "x", count: length) + String(random.number(0...99))
            return Sample(name: name, mass: number)
        }
        let result = try NodeRig(Sort<Sample>.self) {
            $0.by = "name"
            $0.descending = descending
            $0.memoryLimit = 64 << 10
        }.feed(\.inp, items).run()
        let expected = items.enumerated().sorted { one, other in
            if one.element.name == other.element.name { return one.offset < other.offset }
            return one.element.name.utf8.lexicographicallyPrecedes(other.element.name.utf8) != descending
        }
        let isSorted = result.items(of: \.out) == expected.map(\.element)
        #expect(isSorted, "seed \(seed)")
        #expect(try leftovers(in: result.folder) == [])
    }

    @Test func `an item that is larger than the limit is ordered too`() throws {
        let items = ["b", "a", "c"].map { String(repeating: $0, count: 200_000) } + ["ab", "aab"]
        #expect(try sorted(items) { $0.memoryLimit = 64 << 10 } == items.sorted())
    }

    @Test func `nothing is sent of a stream that was cut short`() throws {
        for limit in [64 << 10, 256 << 20] {
            let result = try NodeRig(Sort<Int>.self) { $0.memoryLimit = limit }
                .feed(\.inp, Array(0..<5000), then: .broken).runToEnd()
            #expect(result.items(of: \.out) == [])
            #expect(result.end(of: \.out) != .finished)
            #expect(try leftovers(in: result.folder) == [])
        }
    }

    @Test func `a receiver that has enough stops it, in memory or on disk`() throws {
        for limit in [64 << 10, 256 << 20] {
            let result = try NodeRig(Sort<Int>.self) { $0.memoryLimit = limit }
                .feed(\.inp, (0..<9000).reversed()).take(2, of: \.out).run()
            #expect(result.items(of: \.out) == [0, 1])
            #expect(result.outcome.word == "stopped")
            #expect(try leftovers(in: result.folder) == [])
        }
    }

    @Test func `an item without the field is named`() throws {
        let items: [JSONValue] = [.object(["x": .integer(1)]), .object(["y": .integer(1)])]
        let error = #expect(throws: WorkflowError.self) { try sorted(items) { $0.by = "x" } }
        #expect(error?.description == "sort: item 2 on 'inp' has no field 'x'; it has 'y'")
        let object = #expect(throws: WorkflowError.self) { try sorted(items) }
        #expect(object?.message.hasSuffix("its fields are 'x'; set by to the name of a field") == true)
    }

    @Test func `what cannot be is found before the run`() throws {
        func found<Item: Codable & Sendable>(_: Item.Type, _ configure: @escaping (Sort<Item>) -> Void) throws -> String
        {
            try findings(Sort<Item>.self, \.inp, \.out, configure).joined()
        }
        #expect(try found(Int.self) { $0.memoryLimit = 65_535 }.contains("is at least 65536"))
        #expect(try found(Sample.self) { _ in }.contains("items of Sample have no order; set by to"))
        #expect(try found(Sample.self) { $0.by = "size" }.contains("items of Sample have no field 'size'"))
        #expect(try found(String.self) { $0.by = "size" }.contains("items of String have no fields"))
        #expect(try found([Int].self) { $0.by = "size" }.contains("are lists without fields"))
        #expect(try found(JSONValue.self) { $0.by = "a..b" }.contains("by is \"a..b\", which is no field's name"))
        #expect(try found(Sample.self) { $0.by = "origin.depth" } == "")
        #expect(try found(JSONValue.self) { $0.by = "anything" } == "")
        #expect(try found([String: Int].self) { $0.by = "anything" } == "")
        #expect(try found(Int.self) { _ in } == "")
    }

    @Test func `a function gives the key`() throws {
        let items = ["ccc", "a", "bb", "d"].map { Sample(name: $0, mass: 0) }
        let rig = NodeRig(SortBy<NameLength>.self) {
            $0.descending = true
            $0.offset = 3
        }
        #expect(try rig.feed(\.inp, items).run().items(of: \.out).map(\.name) == ["ccc", "bb", "a", "d"])
        #expect(throws: WorkflowError.self) { try rig.feed(\.inp, [Sample(name: "", mass: 0)]).run() }
        #expect(
            try findings(SortBy<WholeOrigin>.self, \.inp, \.out) { _ in }.joined()
                .contains("WholeOrigin returns Origin, which has no order")
        )
    }
}

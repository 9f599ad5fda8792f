import Maize
import MaizeTesting
import SeededRandom
import Testing

@Suite(.timeLimit(.minutes(10))) struct JoinTests {
    struct Mass: Codable, Sendable, Hashable {
        var name: String
        var mass: Double
    }

    private typealias MassJoin = Join<Sample, Mass>

    private static let samples = ["a", "b", "c", "b"].enumerated().map { Sample(name: $1, mass: $0) }
    private static let masses = [Mass(name: "b", mass: 1), Mass(name: "d", mass: 2), Mass(name: "b", mass: 3)]

    private func text(_ pairs: [Joined<Sample, Mass>]) -> [String] {
        pairs.map {
            "\($0.left.map { "\($0.name)\($0.mass)" } ?? "-") \($0.right.map { "\($0.name)\(Int($0.mass))" } ?? "-")"
        }
    }

    private func joined(_ kind: JoinKind, limit: Int = 1 << 20) throws -> [String] {
        let result = try NodeRig(MassJoin.self) {
            $0.by = "name"
            $0.kind = kind
            $0.memoryLimit = limit
        }.feed(\.left, JoinTests.samples).feed(\.right, JoinTests.masses).run()
        return text(result.items(of: \.out))
    }

    private static let inner = ["b1 b1", "b1 b3", "b3 b1", "b3 b3"]

    @Test func `each item meets each of its key, and the kind says who comes alone`() throws {
        #expect(try joined(.inner).sorted() == JoinTests.inner)
        #expect(try joined(.left).sorted() == ["a0 -"] + JoinTests.inner + ["c2 -"])
        #expect(try joined(.right).sorted() == ["- d2"] + JoinTests.inner)
        #expect(try joined(.full).sorted() == ["- d2", "a0 -"] + JoinTests.inner + ["c2 -"])
    }

    @Test func `empty streams are joined as others`() throws {
        for kind in JoinKind.allCases {
            let rig = NodeRig(Join<Int, Int>.self) { $0.kind = kind }
            #expect(try rig.feed(\.left, []).feed(\.right, []).run().items(of: \.out) == [])
            let left = try rig.feed(\.left, [1, 2]).feed(\.right, []).run().items(of: \.out)
            #expect(left == (kind == .left || kind == .full ? [1, 2].map { Joined(left: $0, right: nil) } : []))
            let right = try rig.feed(\.left, []).feed(\.right, [1, 1]).run().items(of: \.out)
            #expect(right == (kind == .right || kind == .full ? [1, 1].map { Joined(left: nil, right: $0) } : []))
        }
    }

    @Test func `a pair goes out as soon as both are there`() throws {
        let result = try NodeRig(Join<Int, Double>.self).feed(\.left, [1, 2, 3], then: .open)
            .feed(\.right, [2, 9], then: .open).runToEnd()
        #expect(result.items(of: \.out) == [Joined(left: 2, right: 2.0)])
    }

    @Test func `fields may have other names on each side`() throws {
        let result = try NodeRig(Join<Sample, [String: Int]>.self) {
            $0.leftBy = "mass"
            $0.rightBy = "m"
        }.feed(\.left, [Sample(name: "a", mass: 7)]).feed(\.right, [["m": 7], ["m": 8]]).run()
        #expect(result.items(of: \.out) == [Joined(left: Sample(name: "a", mass: 7), right: ["m": 7])])
    }

    @Test(arguments: JoinKind.allCases, [1, 2])
    func `more items than fit are joined on disk, each pair once`(kind: JoinKind, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let left = (0..<3000).map { Sample(name: "n\(random.number(0...2500))", mass: $0) }
        let right = (0..<3000).map { Mass(name: "n\(random.number(0...2500))", mass: Double($0)) }
        let result = try NodeRig(MassJoin.self) {
            $0.by = "name"
            $0.kind = kind
            $0.memoryLimit = 64 << 10
        }.feed(\.left, left).feed(\.right, right).run()
        var expected: [Joined<Sample, Mass>] = []
        let masses = Dictionary(grouping: right, by: \.name)
        let names = Set(left.map(\.name))
        for sample in left {
            expected += (masses[sample.name] ?? []).map { Joined(left: sample, right: $0) }
            if masses[sample.name] == nil, kind == .left || kind == .full {
                expected.append(Joined(left: sample, right: nil))
            }
        }
        if kind == .right || kind == .full {
            expected += right.filter { !names.contains($0.name) }.map { Joined(left: nil, right: $0) }
        }
        let isRight = text(result.items(of: \.out)).sorted() == text(expected).sorted()
        #expect(isRight, "seed \(seed), \(kind)")
        #expect(try leftovers(in: result.folder) == [])
    }

    @Test(arguments: [64 << 10, 1 << 20]) func `keys that come once leave the memory when they met`(limit: Int) throws {
        let rig = NodeRig(Join<Int, Int>.self) {
            $0.oneToOne = true
            $0.kind = .full
            $0.memoryLimit = limit
        }
        let result = try rig.feed(\.left, 0..<4000).feed(\.right, (2..<4001).reversed()).run().items(of: \.out)
        #expect(result.count == 4001)
        #expect(result.filter { $0.left != $0.right }.map { "\($0)" }.sorted().count == 3)
        let error = #expect(throws: WorkflowError.self) { try rig.feed(\.left, [1, 1]).feed(\.right, []).run() }
        #expect(error?.description.contains("join: item 2 on 'left' has a key that came before on this side") == true)
    }

    @Test func `one side that has ended lets the other go by`() throws {
        // Far more than the limit, and yet nothing goes to disk.
        let rig = NodeRig(Join<Int, String>.self) {
            $0.kind = .left
            $0.memoryLimit = 64 << 10
            $0.leftBy = nil
        }
        let result = try rig.feed(\.left, 0..<2000).feed(\.right, []).run()
        #expect(result.items(of: \.out).count == 2000)
    }

    @Test func `nothing follows a stream that was cut short`() throws {
        for limit in [64 << 10, 1 << 20] {
            let result = try NodeRig(Join<Int, Int>.self) {
                $0.kind = .full
                $0.memoryLimit = limit
            }.feed(\.left, 0..<3000, then: .broken).feed(\.right, 5000..<5010).runToEnd()
            #expect(result.items(of: \.out).allSatisfy { $0.left != nil || $0.right == nil })
            #expect(result.end(of: \.out) != .finished)
        }
    }

    @Test func `a receiver that has enough stops it`() throws {
        let result = try NodeRig(Join<Int, Int>.self).feed(\.left, 0..<100).feed(\.right, 0..<100)
            .take(2, of: \.out).run()
        #expect(result.items(of: \.out).count == 2)
        #expect(result.outcome.word == "stopped")
    }

    @Test func `a missing field names the item and its port`() throws {
        let error = #expect(throws: WorkflowError.self) {
            try NodeRig(Join<[String: Int], [String: Int]>.self) { $0.by = "id" }
                .feed(\.left, [["id": 1]]).feed(\.right, [["id": 2], ["no": 1]]).run()
        }
        #expect(error?.description == "join: item 2 on 'right' has no field 'id'; it has 'no'")
    }

    @Test func `what cannot be is found before the run`() throws {
        func found(_ configure: @escaping (MassJoin) throws -> Void) throws -> String {
            let flow = Workflow("checked")
            let join = try flow.add(MassJoin.self, configure: configure)
            let load = try flow.add(LoadData<Sample>.self) { $0.data = Sample(name: "a", mass: 1) }
            if !join.left.isSet { try flow.connect(load.out, to: join.left) }
            try flow.connect(
                flow.add(LoadData<Mass>.self, name: "mass") { $0.data = Mass(name: "", mass: 1) }.out,
                to: join.right
            )
            try flow.connect(join.out, to: flow.add(Discard<Joined<Sample, Mass>>.self).inp)
            return flow.check().map { "\($0)" }.joined()
        }
        #expect(try found { $0.by = "name" } == "")
        #expect(try found { _ in }.contains("items of Sample have no order; set by"))
        #expect(try found { $0.by = "origin" }.contains("by is 'origin', but items of Mass have no field 'origin'"))
        #expect(
            try found {
                $0.by = "name"
                $0.leftBy = "x"
            }.contains("left_by is 'x', but items of Sample have no field 'x'")
        )
        #expect(
            try found {
                $0.by = "name"
                $0.memoryLimit = 5
            }.contains("is at least 65536")
        )
        #expect(
            try found {
                $0.by = "name"
                try $0.left.set(Sample(name: "a", mass: 1))
            }.contains("left has a value, which would come for ever")
        )
    }

    struct MassName: Function1 {
        func call(_ mass: Mass) -> Int { mass.name.utf8.count }
    }

    @Test func `functions give the keys`() throws {
        let rig = NodeRig(JoinBy<NameLength, MassName>.self) { $0.kind = .right }
        let result = try rig.feed(\.left, [Sample(name: "xx", mass: 1)])
            .feed(\.right, [Mass(name: "yy", mass: 2), Mass(name: "z", mass: 3)]).run()
        #expect(text(result.items(of: \.out)) == ["xx1 yy2", "- z3"])
    }
}

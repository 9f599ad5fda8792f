import Maize
import MaizeTesting
import Testing

/// Nodes that come to their result at the end of their input only, with a value that never ends.
@Suite struct EndlessValueTests {
    static let reason = "inp has a value, which would come for ever; connect a node to it, such as LoadData"

    private func problem<Tested: Node>(_ type: Tested.Type, _ configure: @escaping (Tested) throws -> Void) -> String {
        NodeRig(type, configure: configure).problem ?? ""
    }

    @Test func `what orders, counts or collects refuses a value in place of a channel`() throws {
        let found = [
            problem(Sort<Int>.self) { try $0.inp.set(1) }, problem(SortBy<NameLength>.self) { try $0.inp.set(.one) },
            problem(Unique<Int>.self) { try $0.inp.set(1) },
            problem(UniqueBy<NameLength>.self) { try $0.inp.set(.one) },
            problem(GroupBy<Int>.self) { try $0.inp.set(1) },
            problem(GroupByKey<NameLength>.self) { try $0.inp.set(.one) },
            problem(CountBy.self) { try $0.inp.set("a") }, problem(Return<Int>.self) { try $0.inp.set(1) },
            problem(BatchStream<Int>.self) {
                $0.seconds = 1
                try $0.inp.set(1)
            },
        ]
        for problem in found { #expect(problem.contains(EndlessValueTests.reason)) }
    }

    @Test func `what writes a file refuses a value in place of a channel`() throws {
        let found = [
            problem(WriteLines.self) {
                $0.path = "x"
                try $0.inp.set("a")
            },
            problem(WriteJSON<Int>.self) {
                $0.path = "x"
                try $0.inp.set(1)
            },
            problem(WriteCSV<[Int]>.self) {
                $0.path = "x"
                try $0.inp.set([1])
            },
            problem(Tee<Int>.self) {
                $0.path = "x"
                try $0.inp.set(1)
            },
        ]
        for problem in found { #expect(problem.contains(EndlessValueTests.reason)) }
    }

    @Test func `preloaded items are a stream, and end`() throws {
        let rig = NodeRig(Sort<Int>.self) { try $0.inp.preload(3, 1, 2) }
        #expect(try rig.run().items(of: \.out) == [1, 2, 3])
    }
}

extension Sample {
    fileprivate static var one: Sample { Sample(name: "a", mass: 1) }
}

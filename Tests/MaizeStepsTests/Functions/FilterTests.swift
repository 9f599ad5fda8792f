import Maize
import MaizeSystem
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct FilterTests {
    @Test(arguments: [[], [1], [2], [1, 2, 3, 4, 6]])
    func `it passes on what the function is true for`(items: [Int]) throws {
        let result = try NodeRig(Filter<IsEven>.self).feed(\.inp, items).run()
        #expect(result.items(of: \.out) == items.filter { $0.isMultiple(of: 2) })
        #expect(result.end(of: \.out) == .finished)
    }

    @Test func `files go with the items that are passed on`() throws {
        let folder = try TestRun()
        let files = try ["a.csv", "b.txt", "c.csv"].map { File(try folder.write($0, to: $0)) }
        let result = try NodeRig(Filter<IsTable>.self).feed(\.inp, files).run()
        let found = result.items(of: \.out)
        #expect(found.map(\.name) == ["a.csv", "c.csv"])
        #expect(found.map { FileContents.text(of: $0.path) } == ["a.csv", "c.csv"])
    }

    @Test func `a function that throws fails the node`() throws {
        #expect(throws: Broke.self) { try NodeRig(Filter<IsEven>.self).feed(\.inp, [2, -1]).run() }
    }

    @Test func `a stream that was cut short is none that ended`() throws {
        #expect(try NodeRig(Filter<IsEven>.self).feed(\.inp, [1, 2], then: .broken).run().end(of: \.out) == .broken)
    }

    @Test func `it stops when nobody takes what it passes on`() throws {
        let result = try NodeRig(Filter<IsEven>.self).feed(\.inp, 0..<1000).take(2, of: \.out).run()
        #expect(result.items(of: \.out) == [0, 2])
        #expect(result.outcome.word == "stopped")
    }

    @Test func `its name tells the function, and the node's is short`() throws {
        #expect(Filter<IsEven>.typeName == "Filter<IsEven>")
        #expect(Fold<Add>.typeName == "Fold<Add>")
        #expect(Map<Scaled>.typeName == "Scaled")
        #expect(try Workflow("names").add(Filter<IsEven>.self).name == "filter")
    }
}

import MaizeCore
import MaizeWire
import Testing

@Suite struct MultiInputTests {
    let flow = Workflow("test")
    let node: ManyInputs
    let context = FakeContext()

    init() throws { node = try flow.add(ManyInputs.self, name: "node") }

    private func attach(_ receivers: [FakeReceiver]) {
        node.context = context
        for receiver in receivers { node.multi.addElement().attach(receiver) }
    }

    private func receiveAll() throws -> [[Int]] {
        var found: [[Int]] = []
        while let (place, item) = try node.multi.receiveAny() { found.append([place, item]) }
        return found
    }

    @Test func `it is a collection of its inputs, by name and place`() throws {
        attach(try (0..<3).map { try FakeReceiver([$0], end: .finished) })
        #expect(node.multi.count == 3)
        #expect(node.multi.map(\.index) == [0, 1, 2])
        #expect(node.multi[1].location == "node.multi[1]")
        #expect(try node.multi.map { try $0.receive() } == [0, 1, 2])
        #expect(node.inputs.count == 7)
    }

    @Test func `inputs that have items take turns, and each keeps its order`() throws {
        attach([
            try FakeReceiver([1, 2, 3], end: .finished), try FakeReceiver([10], end: .finished),
            try FakeReceiver([20, 21], end: .finished),
        ])
        #expect(try receiveAll() == [[0, 1], [1, 10], [2, 20], [0, 2], [2, 21], [0, 3]])
    }

    @Test func `it waits while one stream is open and ends with the last`() throws {
        let open = try FakeReceiver()
        attach([try FakeReceiver([1], end: .finished), open])
        #expect(node.multi.isActive)
        _ = try node.multi.receiveAny()
        #expect(throws: FakeReceiver.WouldWait.self) { try node.multi.receiveAny() }
        open.finish()
        #expect(try node.multi.receiveAny() == nil)
        #expect(!node.multi.isActive)
    }

    @Test func `a broken stream is met after the items that are there`() throws {
        attach([try FakeReceiver([1], end: .broken(by: "a")), try FakeReceiver([2], end: .finished)])
        #expect(try node.multi.receiveAny()?.item == 1)
        #expect(try node.multi.receiveAny()?.item == 2)
        #expect(throws: StreamBroken.self) { try node.multi.receiveAny() }
    }

    @Test func `without any channel it ends at once, and outside of a run it is misused`() throws {
        #expect(refusal(.usage) { _ = try node.multi.receiveAny() } != nil)
        node.context = context
        #expect(try node.multi.receiveAny() == nil)
    }
}

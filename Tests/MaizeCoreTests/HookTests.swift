import MaizeCore
import MaizeWire
import Testing

/// A port of each kind with a hook.
final class HookedPorts: Node {
    let inp = Input<Int>(default: 10, hook: { $0 + 2 })
    let cached = Input<Int>(optional: true, cached: true, hook: { $0 * 10 })
    let strict = Input<Int>(optional: true, hook: { if $0 < 0 { throw Refused() } else { $0 } })
    let multi = MultiInput<Int>(optional: true, hook: { -$0 })
    let out = Output<Int>(optional: true, hook: { $0 + 2 })
    let lines = Output<String>(optional: true, hook: { $0 + "!" })
    let strictOut = Output<Int>(optional: true, hook: { if $0 < 0 { throw Refused() } else { $0 + 2 } })
    let many = MultiOutput<Int>(optional: true, hook: { $0 * 2 })

    struct Refused: Error, CustomStringConvertible { var description: String { "less than nothing" } }
}

@Suite struct HookTests {
    let flow = Workflow("test")
    let node: HookedPorts

    init() throws { node = try flow.add(HookedPorts.self, name: "node") }

    @Test func `an input's hook is applied to items however they come`() throws {
        #expect(try node.inp.receive() == 12)
        try node.inp.preload(1)
        node.inp.attach(try FakeReceiver([42, 43, 44], end: .finished))
        #expect(try node.inp.receive() == 3)
        #expect(try node.inp.next() == 44)
        #expect(try node.inp.nextEncoded { Array($0.bytes) } == ItemCoder.encodeItem(45))
        #expect(try node.inp.drain() == [46])
        #expect(try node.inp.next() == nil)
    }

    @Test func `to a cached item once at each receive`() throws {
        node.cached.attach(try FakeReceiver([1]))
        #expect(try [node.cached.receive(), node.cached.receive()] == [10, 10])
    }

    @Test func `to a value that was set when it is received, not when it is set`() throws {
        try node.inp.set(5)
        #expect(try node.inp.encodedValue() == ItemCoder.encodeItem(5))
        #expect(try [node.inp.receive(), node.inp.receive()] == [7, 7])
    }

    @Test func `an output's hook is applied to items however they leave`() throws {
        let sender = FakeSender()
        node.out.attach(sender)
        try node.out.send(1)
        try node.out.send(contentsOf: [2, 3])
        try ItemCoder.encodeItem(4).withUnsafeBytes { try node.out.send(EncodedItem(bytes: $0, hasFiles: false)) }
        #expect(try sender.values(Int.self) == [3, 4, 5, 6])
    }

    @Test func `to lines that lie ready as frames`() throws {
        let sender = FakeSender()
        node.lines.attach(sender)
        let batch = TextBatch()
        for line in ["a", "b"] { try Array(line.utf8).withUnsafeBytes { try batch.append($0) } }
        try node.lines.send(batch)
        #expect(try sender.values(String.self) == ["a!", "b!"])
    }

    @Test func `two on both ends turn 42 into 46`() throws {
        let sender = FakeSender()
        node.out.attach(sender)
        try node.out.send(42)
        node.inp.attach(try FakeReceiver(sender.values(Int.self), end: .finished))
        #expect(try node.inp.receive() == 46)
    }

    @Test func `each element of a multi port has its hook`() throws {
        try flow.connect(flow.add(NumberSource.self).out, to: node.multi)
        try flow.connect(node.many, to: flow.add(NumberSink.self).inp)
        node.multi[0].attach(try FakeReceiver([1], end: .finished))
        node.context = FakeContext()
        #expect(try node.multi.receiveAny()?.item == -1)
        let sender = FakeSender()
        node.many[0].attach(sender)
        try node.many[0].send(4)
        #expect(try sender.values(Int.self) == [8])
    }

    @Test func `an error of a hook names the port, and the next item is good`() throws {
        node.strict.attach(try FakeReceiver([-1, 5], end: .finished))
        let message = refusal(.value) { _ = try node.strict.receive() }
        #expect(message == "the hook of port 'node.strict' failed: less than nothing")
        #expect(try node.strict.receive() == 5)
    }

    @Test func `what stands before an item of a list on which a hook throws is sent`() throws {
        let sender = FakeSender()
        node.strictOut.attach(sender)
        let message = refusal(.value) { try node.strictOut.send(contentsOf: [1, 2, -1, 3]) }
        #expect(message == "the hook of port 'node.strictOut' failed: less than nothing")
        #expect(try sender.values(Int.self) == [3, 4])
    }

    @Test func `an optional output without a channel does not ask its hook`() throws {
        try node.out.send(1)
        try node.lines.send("a")
    }

    @Test func `a graph's port has no hook, since no process would call it`() {
        let message = refusal(.mapping) { try flow.add(HookedStage.self) }
        #expect(message?.contains("'hookedstage.inp' is declared with a hook") == true)
        #expect(message?.contains("declare 'hookedstage/step.inp' so") == true)
    }
}

final class HookedStage: Graph {
    let inp = Input<Int>(hook: { $0 + 1 })
    override func build() throws { try expose(add(NumberStep.self, name: "step").inp, as: inp) }
}

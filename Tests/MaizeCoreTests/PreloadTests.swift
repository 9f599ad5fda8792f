import MaizeCore
import MaizeWire
import Testing

@Suite struct PreloadTests {
    let flow = Workflow("test")
    let node: ManyInputs

    init() throws { node = try flow.add(ManyInputs.self, name: "node") }

    @Test func `preloaded items come once, in order, before those of the channel`() throws {
        try node.required.preload(1, 2)
        let receiver = try FakeReceiver([3], end: .finished)
        node.required.attach(receiver)
        #expect(try node.required.receive() == 1)
        #expect(receiver.receivedCount == 0)
        #expect(Array(node.required) == [2, 3])
        #expect(throws: Stop(.inputFinished(port: "required"))) { try node.required.receive() }
    }

    @Test func `they lie ready although the channel has nothing, and keep an ended input active`() throws {
        try node.required.preload(1)
        node.required.attach(try FakeReceiver([Int](), end: .finished))
        #expect(node.required.ready && node.required.isActive)
        #expect(try node.required.nextEncoded { Array($0.bytes) } == ItemCoder.encodeItem(1))
        #expect(!node.required.ready && !node.required.isActive)
        #expect(try node.required.nextEncoded { Array($0.bytes) } == nil)
    }

    @Test func `without a channel they are the stream, which then ends`() throws {
        try node.required.preload(1)
        try node.optional.preload(2)
        for input in [node.required, node.optional] {
            #expect(try input.receiveOptional() != nil)
            #expect(!input.ready && !input.isActive && input.isSet)
            #expect(try input.receiveOptional() == nil)
            #expect(try input.next() == nil)
            #expect(throws: Stop.self) { try input.receive() }
        }
    }

    @Test func `without a channel the default follows them for ever`() throws {
        try node.defaulted.preload(1)
        #expect(try [node.defaulted.receive(), node.defaulted.receive(), node.defaulted.receive()] == [1, 17, 17])
    }

    @Test func `a cached input repeats the last of them until the first item comes`() throws {
        try node.cached.preload(1)
        let receiver = try FakeReceiver()
        node.cached.attach(receiver)
        #expect(try [node.cached.receive(), node.cached.receive()] == [1, 1])
        try receiver.put(2)
        #expect(try [node.cached.receive(), node.cached.receive()] == [2, 2])
    }

    @Test func `any of a multi input's elements may have some, and gives them first`() throws {
        let first = try flow.add(NumberSource.self, name: "a")
        let second = try flow.add(NumberSource.self, name: "b")
        try flow.connect(first.out, to: node.multi)
        try flow.connect(second.out, to: node.multi)
        try node.multi[1].preload(8, 9)
        node.context = FakeContext()
        node.multi[0].attach(try FakeReceiver([1], end: .finished))
        node.multi[1].attach(try FakeReceiver([2], end: .finished))
        var found: [[Int]] = []
        while let (place, item) = try node.multi.receiveAny() { found.append([place, item]) }
        #expect(found == [[1, 8], [1, 9], [0, 1], [1, 2]])
    }

    @Test func `closing the input forgets them`() throws {
        try node.optional.preload(1)
        node.optional.close()
        #expect(try node.optional.next() == nil)
    }

    @Test func `drain gives what lies ready and waits for nothing`() throws {
        try node.required.preload(1)
        node.required.attach(try FakeReceiver([2, 3]))
        #expect(try node.required.drain() == [1, 2, 3])
        #expect(try node.required.drain() == [])
        node.optional.attach(try FakeReceiver([Int](), end: .broken(by: "a")))
        #expect(throws: StreamBroken.self) { try node.optional.drain() }
    }

    @Test func `draining without a channel gives the value, and is refused without one`() throws {
        #expect(try node.defaulted.drain() == [17])
        try node.defaulted.preload(1)
        #expect(try node.defaulted.drain() == [1, 17])
        #expect(refusal(.usage) { _ = try node.required.drain() }?.contains("nothing to drain") == true)
    }

    @Test func `a graph's port hands them to the inner one, given before or after it was built`() throws {
        let stages = try flow.add(TwoStages.self) { try $0.inp.preload(4) }
        try stages.inp.preload(5)
        let plan = try RunPlan(flow)
        let inner = try #require(plan.nodes.first { $0.path == "twostages/first/step" })
        #expect(inner.preloads == ["inp": try [4, 5].map { try ItemCoder.encodeItem($0) }])
    }

    @Test func `a value that a graph's port was given reaches the inner one, and its default counts too`() throws {
        try flow.add(Stage.self, name: "given") { try $0.inp.set(6) }
        try flow.add(DefaultedStage.self, name: "defaulted")
        let plan = try RunPlan(flow)
        #expect(plan.nodes.first { $0.path == "given/step" }?.values["inp"] == (try ItemCoder.encodeItem(6)))
        #expect(plan.nodes.first { $0.path == "defaulted/step" }?.values["inp"] == (try ItemCoder.encodeItem(7)))
    }

    @Test func `the check takes them for a connection, and for what starts a cycle`() throws {
        let flow = Workflow("cycle")
        let first = try flow.add(NumberStep.self, name: "a")
        let second = try flow.add(NumberStep.self, name: "b")
        let sink = try flow.add(NumberSink.self) { try $0.inp.preload(1) }
        try flow.connect(first.out, to: second.inp)
        try flow.connect(second.out, to: first.inp)
        #expect(flow.check().map(\.severity) == [.warning])
        try first.inp.preload(1)
        #expect(flow.check() == [])
        #expect(sink.inp.isSet && !sink.inp.isConnected)
    }
}

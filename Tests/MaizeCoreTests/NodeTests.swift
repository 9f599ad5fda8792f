import MaizeCore
import MaizeWire
import Testing

final class OptionalLoader: Node {
    @Parameter var file: String?
    let out = Output<String>()
    override func run() throws {}
}

final class OptionalBoth: Node {
    @Parameter var file: String?
    let inp = Input<Int>(optional: true)
    let multi = MultiInput<Int>(optional: true)
    let out = Output<String>()
    override func run() throws {}
}

final class PureSource: Node {
    let out = Output<Int>()
    override func run() throws {}
}

final class DefaultedInput: Node {
    let inp = Input<Int>(optional: true, default: 3)
    let out = Output<Int>()
    override func run() throws {}
}

final class EveryPort: Node {
    let inp = Input<Int>()
    let multi = MultiInput<Int>()
    let out = Output<Int>()
    let spread = MultiOutput<Int>()
    let extra = Input<Int>(optional: true)
    override func run() throws {}
}

@Suite struct NodeTests {
    let flow = Workflow("test")

    /// M42 as the design has it: a default is a value, and something must be there that could have one.
    @Test func `a node is skipped when all it could work on is optional and absent`() throws {
        #expect(try flow.add(OptionalLoader.self).isSkipped)
        #expect(try !flow.add(OptionalLoader.self, name: "b") { $0.file = "x" }.isSkipped)
        #expect(try flow.add(OptionalBoth.self).isSkipped)
        #expect(try !flow.add(OptionalBoth.self, name: "d") { try $0.inp.set(1) }.isSkipped)
    }

    @Test func `a connected optional input is work`() throws {
        let node = try flow.add(OptionalBoth.self)
        node.inp.attach(try FakeReceiver())
        #expect(!node.isSkipped)
        let other = try flow.add(OptionalBoth.self, name: "b")
        other.multi.addElement().attach(try FakeReceiver())
        #expect(!other.isSkipped)
    }

    @Test func `sources with defaults or with nothing at all, and nodes with a required port, run`() throws {
        #expect(try !flow.add(NumberSource.self).isSkipped)
        #expect(try !flow.add(PureSource.self).isSkipped)
        #expect(try !flow.add(DefaultedInput.self).isSkipped)
        #expect(try !flow.add(NumberSink.self).isSkipped)
        #expect(try !flow.add(ManyInputs.self).isSkipped)
    }

    @Test func `ports are active while each that is needed is of use`() throws {
        let node = try flow.add(EveryPort.self)
        let inp = try FakeReceiver()
        let multi = [try FakeReceiver(), try FakeReceiver()]
        let out = FakeSender()
        let spread = [FakeSender(), FakeSender()]
        node.inp.attach(inp)
        node.out.attach(out)
        for receiver in multi { node.multi.addElement().attach(receiver) }
        for sender in spread { node.spread.addElement().attach(sender) }
        #expect(node.portsActive)
        multi[0].finish()
        spread[1].receiverIsGone = true
        #expect(node.portsActive)
        multi[1].finish()
        #expect(!node.portsActive)
        try multi[0].put(1)
        #expect(node.portsActive)
        spread[0].receiverIsGone = true
        #expect(!node.portsActive)
        spread[0].receiverIsGone = false
        out.receiverIsGone = true
        #expect(!node.portsActive)
        out.receiverIsGone = false
        inp.finish()
        #expect(!node.portsActive)
    }

    @Test func `log records below the level are not even made`() throws {
        let node = try flow.add(PureSource.self)
        let context = FakeContext()
        node.context = context
        var made = 0
        func text() -> String {
            made += 1
            return "text"
        }
        node.logger.debug(text())
        node.logger.info(text())
        context.logLevel = .error
        node.logger.warning(text())
        node.logger.error(text())
        #expect(context.records == ["INFO text", "ERROR text"])
        #expect(made == 2)
    }

    @Test func `outside of a run a node is quiet and asks nobody`() throws {
        let node = try flow.add(PureSource.self)
        node.logger.critical("nobody hears")
        node.requestShutdown()
        try node.pause(seconds: 1e9)
        #expect(!node.shutdownRequested)
        #expect(node.workDirectory == ".")
    }

    @Test func `a type that does not override run says so`() {
        final class Forgotten: Node {}
        #expect(refusal(.type) { try Forgotten().run() }?.contains("does not override run()") == true)
    }

    @Test func `paths are ordered name by name`() {
        #expect(NodePath(["a", "b"]) < NodePath(["a-b"]))
        #expect(NodePath(["a"]) < NodePath(["a", "a"]))
        #expect(NodePath(["a", "b"]).description == "a/b")
    }
}

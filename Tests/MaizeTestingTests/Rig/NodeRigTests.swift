import Maize
import MaizeTesting
import Testing

/// One node alone: what goes in, what comes out, how it runs.
@Suite(.timeLimit(.minutes(10))) struct NodeRigTests {
    @Test func `a node is tested in one line`() throws {
        let result = try NodeRig(Threshold.self) { $0.least = 0.5 }.feed(\.inp, [0.1, 0.9]).run()
        #expect(result.items(of: \.out) == [0.9])
        #expect(result.outcome == .completed)
        #expect(result.end(of: \.out) == .finished)
        #expect(result.unread(of: \.inp) == 0)
        #expect(result.log.map(\.message) == ["got 0.1", "got 0.9"])
        #expect(result.error == nil)
    }

    @Test func `a rig is a value: it can be varied and run again`() throws {
        let rig = NodeRig(Threshold.self).feed(\.inp, stride(from: 0, through: 1, by: 0.25))
        let limited = rig.take(1, of: \.out)
        for _ in 0..<2 {
            #expect(try rig.run().items(of: \.out) == [0.5, 0.75, 1])
            #expect(try limited.run().items(of: \.out) == [0.5])
        }
    }

    @Test func `parameters, options and values in place of channels are as in a workflow`() throws {
        let rig = NodeRig(Adding.self, name: "sum", options: NodeOptions(maxLoops: 2)).feed(\.left, [1, 2, 3])
        let byDefault = try rig.run()
        #expect(byDefault.items(of: \.sum) == [11, 12])
        #expect(byDefault.items(of: \.pass) == [1, 2], "an optional output is connected too")
        #expect(byDefault.unread(of: \.left) == 1)
        #expect(byDefault.run["sum"]?.outcome == .completed)

        let byValue = try NodeRig(Adding.self) { try $0.right.set(100) }.feed(\.left, [1]).disconnect(\.pass).run()
        #expect(byValue.items(of: \.sum) == [101])
        #expect(byValue.items(of: \.pass) == [])
        #expect(byValue.end(of: \.pass) == nil)

        let byChannel = try NodeRig(Adding.self).feed(\.left, 1...9).feed(\.right, [1, 2]).run()
        #expect(byChannel.items(of: \.sum) == [2, 4])
        #expect(byChannel.outcome.word == "stopped", "the shorter of both streams has ended")
        #expect(byChannel.unread(of: \.left) == 7, "a pass begins only while both streams last")
    }

    @Test func `items may be given before those that are fed, or alone`() throws {
        let preloaded = NodeRig(Threshold.self) { try $0.inp.preload(0.7, 0.1) }
        #expect(try preloaded.run().items(of: \.out) == [0.7])
        #expect(try preloaded.feed(\.inp, [1]).run().items(of: \.out) == [0.7, 1])
    }

    @Test func `multi ports have a channel for each list, and items for each channel`() throws {
        let result = try NodeRig(Routing.self)
            .feed(\.inp, channels: [["a", "b"], []])
            .feed(\.inp, ["c"])
            .channels(2, of: \.out)
            .run()
        #expect(result.items(of: \.out) == [["0a", "2c", "0b"], []])
        #expect(result.ends(of: \.out) == [.finished, .finished])
        #expect(result.unread(of: \.inp) == [0, 0, 0])
        #expect(try NodeRig(Routing.self).feed(\.inp, ["x"]).run().items(of: \.out) == [["0x"]])
    }

    @Test func `prepare is called once, and attempts are made`() throws {
        let rig = NodeRig(Eventful.self, options: NodeOptions(attempts: 3)) { $0.failures = 2 }
        let result = try rig.feed(\.inp, [7]).run()
        let attempts = (1...3).map { "attempt \($0), prepared true" }
        #expect(result.items(of: \.out) == attempts + ["first 7"])
        #expect(result.run.notices.count == 2)
        #expect(try NodeRig(Eventful.self) { $0.failures = 0 }.run().items(of: \.out) == ["attempt 1, prepared true"])
    }

    @Test func `nodes of the library and results that go back are tested alike`() throws {
        let copies = try NodeRig(Copy<Int>.self).feed(\.inp, [1, 2]).channels(3, of: \.out).run()
        #expect(copies.items(of: \.out) == [[1, 2], [1, 2], [1, 2]])
        let result = try NodeRig(Return<String>.self).feed(\.inp, ["a", "b"]).run()
        #expect(result.tested.values == ["a", "b"])
    }

    @Test func `a node that is skipped says so at a level of its own`() throws {
        let skipped = try NodeRig(Optionally.self).run()
        #expect(skipped.outcome == .completed)
        #expect(skipped.log.map(\.message) == ["skipped: it has no input and no value to work on"])
        #expect(try NodeRig(Optionally.self, options: NodeOptions(level: .warning)).run().log.isEmpty)
    }

    @Test func `outputs have room for everything`() throws {
        let numbers = try NodeRig(Scatter<Int>.self).feed(\.inp, [Array(0..<100_000)]).run()
        #expect(numbers.items(of: \.out).count == 100_000)
    }
}

import Maize
import MaizeTesting
import Testing

/// How streams end, at either side of the node.
@Suite(.timeLimit(.minutes(10))) struct RigStreamTests {
    @Test func `a stream that breaks stops the node, which passes that on`() throws {
        let result = try NodeRig(Threshold.self).feed(\.inp, [1, 2], then: .broken).run()
        #expect(result.items(of: \.out) == [1, 2])
        #expect(result.outcome.word == "stopped")
        #expect(result.end(of: \.out) == .broken(by: "the test"))
        let other = try NodeRig(Routing.self).feed(\.inp, ["a"]).feed(\.inp, [], then: .broken(by: "upstream")).run()
        #expect(other.ends(of: \.out) == [.broken(by: "upstream")])
    }

    @Test func `a receiver that wants no more stops the node`() throws {
        let result = try NodeRig(Threshold.self).feed(\.inp, [1, 2, 3, 4]).take(2, of: \.out).run()
        #expect(result.items(of: \.out) == [1, 2])
        #expect(result.unread(of: \.inp) == 1)
        #expect(result.outcome == .stopped(reason: "the receiver of output 'out' has ended"))
        #expect(try NodeRig(Threshold.self).feed(\.inp, [1]).take(0, of: \.out).run().items(of: \.out) == [])

        let copies = try NodeRig(Copy<Int>.self).feed(\.inp, 0..<5).take([1, 3], of: \.out).run()
        #expect(copies.items(of: \.out) == [[0], [0, 1, 2]], "one that has ended does not end the other")
    }

    @Test func `a stream that stays open is told if the node waits for more`() throws {
        let rig = NodeRig(Threshold.self).feed(\.inp, [1, 2], then: .open)
        let error = #expect(throws: NodeRigError.self) { try rig.run() }
        #expect(error?.code == .deadlock)
        let told = "threshold waits for an item on 'inp' from the test, which left the stream open"
        #expect(error?.message.contains(told) == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("threshold: 2 received, 2 sent") == true)

        let result = try rig.runToEnd()
        #expect(result.items(of: \.out) == [1, 2])
        #expect(result.run.deadlock == [told])
        #expect(result.end(of: \.out) == .broken(by: "the run's shutdown"))
    }

    @Test func `a stream that stays open keeps no node from ending by itself`() throws {
        let result = try NodeRig(Adding.self).feed(\.left, [1], then: .open).feed(\.right, []).run()
        #expect(result.outcome.word == "stopped")
        #expect(try NodeRig(Eventful.self).feed(\.inp, [1, 2], then: .open).run().unread(of: \.inp) == 1)
    }
}

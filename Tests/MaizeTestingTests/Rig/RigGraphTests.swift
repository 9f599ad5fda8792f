import Maize
import MaizeTesting
import Testing

/// Several nodes at once: a graph, fed and read at its outer ports.
@Suite(.timeLimit(.minutes(10))) struct RigGraphTests {
    @Test func `nodes of a graph talk to each other`() throws {
        let result = try NodeRig(Consultation.self).feed(\.inp, [1, 2, 3]).run()
        #expect(result.items(of: \.out) == [1, 4, 9])
        #expect(result.run["consultation/squaring"]?.received == 3)
        #expect(result.run.nodes.map(\.path) == ["consultation/asking", "consultation/squaring"])
        #expect(result.run.undelivered.isEmpty)
    }

    @Test func `nodes that wait for each other are told with their ports`() throws {
        let error = #expect(throws: NodeRigError.self) { try NodeRig(Stuck.self).run() }
        #expect(error?.code == .deadlock)
        for line in [
            "stuck/first waits for an item on 'inp' from stuck/copy",
            "stuck/copy waits for an item on 'inp' from stuck/first",
        ] {
            #expect(error?.message.contains(line) == true, "\(error?.message ?? "")")
        }
    }

    @Test func `a failure inside is thrown, and the node is named in the result`() throws {
        let rig = NodeRig(FailingInside.self).feed(\.inp, [-1])
        #expect(throws: TooSmall(value: -1)) { try rig.run() }
        #expect(try rig.runToEnd().run.firstFailure == "failinginside/threshold")
    }
}

final class FailingInside: Graph {
    let inp = Input<Double>()
    let out = Output<Double>()
    override func build() throws {
        let threshold = try add(Threshold.self)
        try expose(threshold.inp, as: inp)
        try expose(threshold.out, as: out)
    }
}

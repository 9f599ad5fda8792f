import Maize
import MaizeTesting
import Testing

/// What a test is told when something is wrong.
@Suite(.timeLimit(.minutes(10))) struct RigFailureTests {
    @Test func `what the node throws is thrown as it is`() throws {
        let rig = NodeRig(Threshold.self).feed(\.inp, [1, -2, 3])
        #expect(throws: TooSmall(value: -2)) { try rig.run() }
        let result = try rig.runToEnd()
        #expect(result.items(of: \.out) == [1])
        #expect(result.unread(of: \.inp) == 1)
        #expect(result.error as? TooSmall == TooSmall(value: -2))
        #expect(result.outcome == .failed(ErrorRecord(TooSmall(value: -2))))
        #expect(result.end(of: \.out) == .broken(by: "threshold"))
    }

    @Test func `a failure that is tolerated is in the result`() throws {
        let rig = NodeRig(Threshold.self, options: NodeOptions(failOK: true)).feed(\.inp, [1, -2])
        let result = try rig.run()
        #expect(result.outcome.word == "tolerated")
        #expect(result.error is TooSmall)
        #expect(result.end(of: \.out) == .finished)
    }

    @Test func `an input that gets nothing is named, and how to feed it`() throws {
        let error = #expect(throws: NodeRigError.self) { try NodeRig(Threshold.self).run() }
        #expect(error?.code == .invalid)
        #expect(error?.message.hasPrefix("input 'threshold.inp' gets nothing: feed it, as .feed(\\.inp, [])") == true)
        #expect(throws: NodeRigError.self) { try NodeRig(Routing.self).run() }
        let both = #expect(throws: NodeRigError.self) { try NodeRig(Joining.self).run() }
        #expect(
            both?.message == """
                input 'joining.left' gets nothing: feed it, as .feed(\\.left, []), or give it a value where the rig is made
                input 'joining.right' gets nothing: feed it, as .feed(\\.right, [])
                """
        )
        #expect(throws: NodeRigError.self) { try NodeRig(Threshold.self).feed(\.inp, [1]).feed(\.inp, [2]).run() }
        #expect(throws: NodeRigError.self) {
            try NodeRig(Threshold.self).feed(\.inp, [1]).take(1, of: \.out).take(2, of: \.out).run()
        }
        #expect(throws: NodeRigError.self) { try NodeRig(Eventful.self, name: "not a name").run() }
    }

    @Test func `an item that breaks a rule is told with who fed it`() throws {
        let rig = NodeRig(Joining.self).feed(\.left, [10]).feed(\.right, [])
        let error = #expect(throws: WorkflowError.self) { try rig.run() }
        #expect(error?.message == "input 'left': the item 10 breaks the rule 'is below 10'; it came from the test")
    }

    @Test func `a node that does not end in time is told`() throws {
        let error = #expect(throws: NodeRigError.self) { try NodeRig(Obstinate.self).run(timeLimit: 0.05) }
        #expect(error?.code == .timeLimit)
        #expect(error?.message.contains("obstinate computes") == true, "\(error?.message ?? "")")
    }

    @Test(arguments: [false, true])
    func `a loop that asks no port for anything ends with the run`(fails: Bool) throws {
        let options = NodeOptions(attempts: fails ? .max : 1)
        let rig = NodeRig(Idling.self, options: options) { $0.fails = fails }
        let result = try rig.runToEnd(timeLimit: 0.05)
        #expect(result.run.ranOutOfTime)
        #expect(result.outcome.word == (fails ? "failed" : "stopped"), "\(result.outcome)")
        if !fails { #expect(result.outcome == .stopped(reason: "the run is shut down")) }
    }

    @Test func `a node that heeds nothing is left behind`() throws {
        let rig = NodeRig(Obstinate.self) { $0.heedsShutdown = false }
        let error = #expect(throws: NodeRigError.self) { try rig.run(timeLimit: 0.05) }
        #expect(error?.code == .timeLimit)
        guard case .failed(let record) = error?.run?["obstinate"]?.outcome else {
            Issue.record("\(String(describing: error?.run))")
            return
        }
        #expect(record.message.contains("left behind"))
    }

    @Test func `an item that cannot be read again is told with its port`() throws {
        let error = #expect(throws: NodeRigError.self) { try NodeRig(OneWaySource.self).run() }
        #expect(error?.code == .unreadableItem)
        #expect(error?.message.hasPrefix("'onewaysource.out' sent item 1, which cannot be read as OneWay") == true)
    }
}

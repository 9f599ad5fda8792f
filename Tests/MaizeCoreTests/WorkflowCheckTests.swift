import MaizeCore
import Testing

@Suite struct WorkflowCheckTests {
    let flow = Workflow("test")

    private func findings() -> [String] { flow.check().map(\.description) }

    @Test func `a whole workflow has no findings`() throws {
        let source = try flow.add(NumberSource.self)
        let stage = try flow.add(Stage.self)
        let sink = try flow.add(NumberSink.self)
        try flow.connect(source.out, to: stage.inp)
        try flow.connect(stage.out, to: sink.inp)
        #expect(findings() == [])
    }

    @Test func `all findings come at once, each with its place`() throws {
        try flow.add(NumberStep.self, name: "a")
        try flow.add(Gather.self, name: "b")
        try flow.add(Spread.self, name: "c")
        try flow.add(Stage.self, name: "d")
        try flow.add(ManyParameters.self, name: "e")
        let found = flow.check()
        #expect(found.allSatisfy { $0.severity == .error })
        #expect(
            found.map { "\($0.path).\($0.interface ?? "")" } == [
                "a.inp", "a.out", "b.inp", "c.out", "d/step.inp", "d/step.out", "e.required",
            ]
        )
        #expect(found[0].description.hasPrefix("error: a.inp: this input is not connected; connect an output of Int"))
    }

    /// W11: an unset parameter of a nested node is named, not looked up by the wrong name.
    @Test func `a required parameter without a value is named`() throws {
        let node = try flow.add(ManyParameters.self, name: "node")
        #expect(
            findings() == [
                "error: node.required: this parameter has no value; give it one, or map it to an option"
            ]
        )
        node.required = 1
        #expect(findings() == [])
    }

    /// M55: the option may still come when a program only checks.
    @Test func `a mapped parameter without a value is a warning until the run`() throws {
        let node = try flow.add(ManyParameters.self, name: "node")
        let option = try flow.map(node.$required, as: "required")
        #expect(flow.check().map(\.severity) == [.warning])
        #expect(flow.checkBeforeRun().map(\.severity) == [.error])
        #expect(flow.checkBeforeRun().first?.message.contains("give the option") == true)
        option.wrappedValue = 2
        #expect(flow.checkBeforeRun() == [])
        #expect(node.required == 2)
    }

    /// W12.
    @Test func `an optional port may stay free, and an input with a value too`() throws {
        let node = try flow.add(ManyInputs.self) { try $0.required.set(1) }
        #expect(flow.check().map(\.interface) == ["cached"])
        try node.cached.set(1)
        #expect(findings() == [])
        try flow.add(ManyParameters.self, name: "outputs") { $0.required = 1 }
        #expect(findings() == [])
    }

    @Test func `a value for a connected input is refused`() throws {
        let source = try flow.add(NumberSource.self, name: "a")
        let sink = try flow.add(NumberSink.self, name: "b")
        try flow.connect(source.out, to: sink.inp)
        #expect(refusal(.value) { try sink.inp.set(1) }?.contains("'b.inp' is connected") == true)
    }

    @Test func `a connection takes the place of a value that was set before`() throws {
        let source = try flow.add(NumberSource.self, name: "a")
        let sink = try flow.add(NumberSink.self, name: "b") { try $0.inp.set(7) }
        try flow.connect(source.out, to: sink.inp)
        #expect(
            findings().count == 1 && findings()[0].contains("a channel is connected to it: the value is never used")
        )
        // The value does not travel.
        #expect(try RunPlan(flow).nodes[1].values == [:])
    }

    @Test func `an empty workflow and an unusable name are errors`() {
        #expect(findings().count == 1)
        let odd = Workflow("../x\n")
        #expect(odd.check().count == 2)
        #expect(odd.check().allSatisfy { !$0.description.contains("\n") && $0.severity == .error })
    }

    @Test func `what a node finds in its values is an error, once they can be read`() throws {
        let node = try flow.add(Between.self, name: "node")
        #expect(findings() == ["error: node.most: this parameter has no value; give it one, or map it to an option"])
        node.most = -1
        #expect(findings() == ["error: node.most: the value -1 breaks the rule 'is at least 0'"])
        node.most = 1
        #expect(findings() == ["error: node: most is 1, above 1 is needed"])
        node.most = 2
        #expect(findings() == [])
    }

    @Test func `a value that a channel hides is a warning`() throws {
        let source = try flow.add(NumberSource.self)
        let sink = try flow.add(NumberSink.self) { try $0.inp.set(3) }
        #expect(findings().count == 1, "only the output of the source is open")
        try flow.connect(source.out, to: sink.inp)
        #expect(findings().count == 1)
        #expect(findings()[0].hasPrefix("warning: numbersink.inp: this input was given a value, and a channel is"))
    }

    @Test func `a limit of passes for a node that makes one is a warning`() throws {
        let options = NodeOptions(maxLoops: 3)
        let node = try flow.add(Between.self, name: "node", options: options) { $0.most = 2 }
        #expect(flow.check().map(\.severity) == [.warning])
        #expect(findings()[0].hasPrefix("warning: node: a limit of passes (maxLoops, max_loops) does nothing here"))
        try flow.replace(node, with: BetweenLooped.self)
        #expect(findings() == [])
    }

    @Test func `a mapped parameter is looked at with the value that it will have`() throws {
        let node = try flow.add(Between.self, name: "node")
        try flow.map(node.$most, as: "most", default: 0)
        #expect(findings() == ["error: node: most is 0, above 1 is needed"])
    }
}

final class Between: Node {
    @Parameter var least = 1
    @Parameter(rule: .atLeast(0)) var most: Int
    let out = Output<Int>(optional: true)

    override func validate() throws {
        guard most > least else { throw WorkflowError(.value, "most is \(most), above \(least) is needed") }
    }

}

final class BetweenLooped: LoopedNode {
    @Parameter var most: Int
    let out = Output<Int>(optional: true)
}

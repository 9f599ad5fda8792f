import MaizeCore
import Testing

/// Workflows that declare their options and build themselves.
struct WorkflowSubclassTests {
    @Test func `it is built once, before the check, with the values that its parameters have`() throws {
        let flow = StepRow("row")
        flow.length = 3
        #expect(flow.nodes.isEmpty)
        #expect(flow.check() == [])
        #expect(flow.check() == [])
        #expect(flow.nodes.map(\.name) == ["numbersource", "step1", "step2", "step3", "numbersink"])
        #expect(flow.optionParameters.map(\.name) == ["length", "number"])
    }

    @Test func `a name is given, or that of the type`() {
        #expect(StepRow("other").name == "other")
        #expect(StepRow().name == "steprow")
        #expect(Workflow().name == "workflow")
    }

    @Test func `what building throws is the one finding, each time`() {
        let flow = StepRow()
        flow.length = 11
        for _ in 1...2 {
            #expect(flow.check().map(\.message) == ["the workflow cannot be built: too long"])
        }
    }

    @Test func `a parameter without a value is told before it is read`() {
        let flow = NeedyFlow()
        #expect(
            flow.check().map(\.message) == [
                "the workflow cannot be built: parameter 'count' has no value, and build() may read it; set it, or declare"
                    + " it with a default"
            ]
        )
    }

    @Test func `a rule holds for a parameter that shapes it`() {
        let flow = StepRow()
        flow.length = 0
        #expect(
            flow.check().map(\.message) == [
                "the workflow cannot be built: parameter 'length': the value 0 breaks the rule 'is at least 1'"
            ]
        )
    }

    @Test func `ports, twins and names of every program's options are refused`() {
        func problem(_ flow: Workflow) -> String { flow.check().map(\.message).joined() }
        #expect(problem(OpenFlow()).contains("declares port 'inp', but nothing can be connected to a workflow"))
        #expect(problem(ClashingFlow()).contains("'log' is an option of every program; choose another name"))
        #expect(problem(TwinFlow()).contains("an option 'a_b' exists already, which is the same on the command line"))
    }
}

final class StepRow: Workflow {
    struct TooLong: Error, CustomStringConvertible { var description: String { "too long" } }

    @Parameter(rule: .atLeast(1), help: "how many nodes") var length = 1

    override func build() throws {
        if length > 10 { throw TooLong() }
        let source = try add(NumberSource.self)
        var last: Component = source
        for number in 1...length {
            let step = try add(NumberStep.self, name: "step\(number)")
            try last >> step
            last = step
        }
        try last >> add(NumberSink.self)
        try map(source.$first, as: "number")
    }
}

final class NeedyFlow: Workflow {
    @Parameter var count: Int

    override func build() throws {
        for number in 1...count { try add(NumberSource.self, name: "source\(number)") }
    }
}

final class OpenFlow: Workflow { let inp = Input<Int>() }
final class ClashingFlow: Workflow { @Parameter var log = 1 }
final class TwinFlow: Workflow {
    @Parameter(name: "a_b") var first = 1
    @Parameter(name: "a-b") var second = 1
}

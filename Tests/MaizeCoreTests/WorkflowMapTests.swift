import MaizeCore
import Testing

@Suite struct WorkflowMapTests {
    let flow = Workflow("test")

    @Test func `one option drives several parameters and starts with the first value`() throws {
        let first = try flow.add(NumberSource.self, name: "a") { $0.first = 4 }
        let second = try flow.add(NumberSource.self, name: "b")
        let option = try flow.map(first.$first, second.$first, as: "start")
        #expect(option.value == 4)
        option.wrappedValue = 9
        _ = flow.check()
        #expect(first.first == 9)
        #expect(second.first == 9)
    }

    @Test func `a default of an option does not override what was set inside`() throws {
        let numbers = try flow.add(Numbers.self)
        let source = try #require(flow.component(at: ["numbers", "source"]) as? NumberSource)
        source.first = 6
        _ = flow.check()
        #expect(source.first == 6)
        numbers.number = 7
        _ = flow.check()
        #expect(source.first == 7)
    }

    @Test(arguments: ["help", "grace", "quiet", "a b", "", "--x"])
    func `a name that is taken by every program, or none at all, is refused`(name: String) throws {
        let source = try flow.add(NumberSource.self)
        #expect(refusal(.name) { try flow.map(source.$first, as: name) } != nil)
        #expect(!source.$first.isMapped)
        #expect(flow.optionParameters.isEmpty)
    }

    @Test func `a name is used once`() throws {
        try flow.map(flow.add(NumberSource.self, name: "a").$first, as: "number")
        let other = try flow.add(NumberSource.self, name: "b")
        #expect(refusal(.name) { try flow.map(other.$first, as: "number") }?.contains("exists already") == true)
    }

    @Test(arguments: ["n-first", "n.first", "nFirst"])
    func `names that are one option on the command line are one name`(name: String) throws {
        try flow.map(flow.add(NumberSource.self, name: "a").$first, as: "n_first")
        let other = try flow.add(NumberSource.self, name: "b")
        let message = refusal(.name) { try flow.map(other.$first, as: name) }
        #expect(message?.contains("'n_first' exists already, which is the same on the command line") == true)
        #expect(!other.$first.isMapped)
    }

    @Test func `an option reaches any depth, but not another workflow`() throws {
        try flow.add(TwoStages.self, name: "two")
        let numbers = try flow.add(Numbers.self, name: "numbers")
        try flow.map(numbers.$number, as: "number")
        let source = try #require(flow.component(at: ["numbers", "source"]) as? NumberSource)
        #expect(refusal(.mapping) { try flow.map(source.$first, as: "twice") } != nil)
        let foreign = try Workflow("other").add(NumberSource.self)
        #expect(refusal(.mapping) { try flow.map(foreign.$first, as: "foreign") } != nil)
        #expect(refusal(.mapping) { try flow.map(Parameter(wrappedValue: 1), as: "loose") } != nil)
    }

    @Test func `a refused mapping leaves no option behind`() throws {
        let foreign = try Workflow("other").add(NumberSource.self)
        _ = refusal(.mapping) { try flow.map(foreign.$first, as: "foreign") }
        #expect(flow.optionParameters.isEmpty)
    }

    @Test func `an input without a channel can be an option`() throws {
        let sink = try flow.add(NumberSink.self)
        let option = try flow.map(sink.inp, as: "number")
        #expect(!option.hasValue)
        option.wrappedValue = 3
        #expect(flow.check() == [])
        #expect(try sink.inp.receive() == 3)
    }

    @Test(arguments: [("nPackets", "n-packets"), ("n_packets", "n-packets"), ("a.b", "a-b")])
    func `an option's name is written with dashes`(name: String, option: String) {
        #expect(ReservedOptions.normalised(name) == option)
    }
}

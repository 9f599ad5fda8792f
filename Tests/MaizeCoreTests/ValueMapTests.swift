import MaizeCore
import MaizeDocuments
import MaizeWire
import Testing

final class Oven: Node {
    @Parameter(rule: .atLeast(0), help: "in kelvin") var kelvin: Double
    @Parameter(secret: true) var pin = 1
    let scale = Input<Double>(optional: true)
    let limits = MultiInput<Double>(optional: true)
    let out = Output<Int>(optional: true)
}

/// Two ovens, told in degrees Celsius.
final class Kitchen: Graph {
    @Parameter var celsius: Double
    let inp = Input<Double>()

    override func build() throws {
        let left = try add(Oven.self, name: "left")
        let right = try add(Oven.self, name: "right")
        try map(left.$kelvin, right.$kelvin, right.limits, to: $celsius) { $0 + 273.15 }
        try expose(left.scale, as: inp)
    }
}

@Suite struct ValueMapTests {
    let flow = Workflow("test")
    let oven: Oven
    let other: Oven

    init() throws {
        oven = try flow.add(Oven.self, name: "oven")
        other = try flow.add(Oven.self, name: "other")
    }

    private var findings: [String] { flow.checkBeforeRun().map(\.description) }

    @Test func `one option drives parameters and inputs, elements of multi inputs among them`() throws {
        try other.limits.append(1)
        let option = try flow.map(oven.$kelvin, other.$kelvin, oven.scale, other.limits, as: "kelvin")
        #expect(option.value == nil && option.help == "in kelvin" && option.requirements == ["is at least 0.0"])
        #expect(
            findings.first == "error: oven.kelvin: this parameter has no value; give the option --kelvin (in kelvin)"
        )
        try option.setWords(["300"])
        #expect(findings == [])
        #expect(oven.kelvin == 300 && other.kelvin == 300)
        #expect(try oven.scale.receive() == 300)
        #expect(try other.limits.map { try $0.receive() } == [1, 300])
    }

    @Test func `an option is needed only where one of its targets has no value`() throws {
        #expect(try flow.map(oven.scale, other.limits, as: "scale").isNeeded == false)
        let celsius = try flow.map(oven.$kelvin, other.$kelvin, as: "celsius") { (celsius: Double) in celsius + 273.15 }
        #expect(celsius.isNeeded)
        oven.kelvin = 1
        #expect(celsius.isNeeded)
        other.kelvin = 1
        #expect(!celsius.isNeeded)

        let inputs = try flow.add(ManyInputs.self)
        #expect(try flow.map(inputs.defaulted, as: "defaulted").isNeeded == false)
        #expect(try flow.map(inputs.required, as: "required").isNeeded)
    }

    @Test func `a conversion makes their values of the option's`() throws {
        let option = try flow.map(oven.$kelvin, other.$kelvin, oven.scale, as: "celsius", default: 20.0) { $0 + 273.15 }
        #expect(option.value == 20 && option.help == "in kelvin")
        #expect(findings == [] && oven.kelvin == 293.15)
        try option.setWords(["30"])
        #expect(findings == [] && other.kelvin == 303.15)
        #expect(try oven.scale.receive() == 303.15)
    }

    @Test func `the option may be of another type, and need not be given where its targets have values`() throws {
        (oven.kelvin, other.kelvin) = (1, 2)
        let option = try flow.map(oven.$kelvin, as: "word", help: "a word") { (word: String) in Double(word.count) }
        #expect(findings == [] && oven.kelvin == 1 && option.help == "a word")
        try option.setWords(["four"])
        #expect(findings == [] && oven.kelvin == 4)
    }

    @Test func `a default counts only where nothing was set`() throws {
        oven.kelvin = 5
        try flow.map(oven.$kelvin, other.$kelvin, as: "celsius", default: 20.0) { $0 + 273.15 }
        #expect(findings == [])
        #expect(oven.kelvin == 5 && other.kelvin == 293.15)
    }

    @Test func `a value that cannot be converted, or breaks a rule then, is found`() throws {
        struct TooCold: Error {}
        other.kelvin = 1
        let option = try flow.map(oven.$kelvin, as: "celsius") { (celsius: Double) in
            if celsius < -300 { throw TooCold() }
            return celsius + 273.15
        }
        option.wrappedValue = -301
        #expect(findings.first == "error: celsius: no value for 'oven.kelvin' can be made of -301.0: TooCold()")
        option.wrappedValue = -280
        #expect(findings.count == 1 && findings[0].contains("breaks the rule 'is at least 0.0'"))
    }

    @Test func `a secret value that cannot be converted is not shown`() throws {
        struct Wrong: Error {}
        (oven.kelvin, other.kelvin) = (1, 1)
        let option = try flow.map(oven.$pin, as: "pin") { (_: Int) in throw Wrong() }
        option.wrappedValue = 4711
        #expect(findings == ["error: pin: no value for 'oven.pin' can be made of (secret): Wrong()"])
    }

    @Test func `in a graph one parameter drives inner ones likewise`() throws {
        let kitchen = try flow.add(Kitchen.self) { $0.celsius = 0 }
        (oven.kelvin, other.kelvin) = (1, 1)
        _ = flow.check()
        let ovens = kitchen.components.compactMap { $0 as? Oven }
        #expect(ovens.map(\.kelvin) == [273.15, 273.15])
        #expect(try ovens[1].limits[0].receive() == 273.15)
    }

    @Test func `what is driven already is refused, and the refusal leaves nothing behind`() throws {
        try flow.map(oven.scale, as: "first")
        let twice = refusal(.mapping) { try flow.map(other.scale, oven.scale, other.limits, as: "second") }
        #expect(twice == "input 'oven.scale' is mapped already; one value can come from one place only")
        #expect(flow.optionParameters.map(\.name) == ["first"])
        #expect(other.limits.count == 0 && !other.scale.isMapped)
        #expect(refusal(.mapping) { try flow.map(other.scale, other.scale, as: "x") }?.contains("named twice") == true)
    }

    @Test func `a graph's port and the inner one that it stands for are one input`() throws {
        let kitchen = try flow.add(Kitchen.self) { $0.celsius = 0 }
        let left = try #require(kitchen.components.first as? Oven)
        try flow.map(kitchen.inp, as: "outer")
        #expect(refusal(.mapping) { try flow.map(left.scale, as: "inner") }?.contains("is mapped already") == true)
    }

    @Test func `an input that an option drives waits for it, and may not be connected`() throws {
        let scale = try flow.add(NumberStep.self, name: "step")
        try flow.map(scale.inp, as: "number")
        try flow.connect(scale.out, to: flow.add(NumberSink.self).inp)
        (oven.kelvin, other.kelvin) = (1, 1)
        #expect(flow.check().map(\.severity) == [.warning])
        #expect(findings == ["error: step.inp: this input has no value; give the option --number"])
        try flow.connect(flow.add(NumberSource.self).out, to: scale.inp)
        #expect(
            findings == [
                "error: step.inp: a parameter drives this input, and a channel is connected to it; remove one of both"
            ]
        )
    }

    @Test func `a value may be set by name on a multi input`() throws {
        try oven.set("limits", to: 4.0)
        try oven.set("limits", to: 5.0)
        #expect(try oven.limits.map { try $0.receive() } == [4, 5])
    }
}

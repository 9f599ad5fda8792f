import MaizeCore
import MaizeDocuments
import MaizeWire
import Testing

@Suite struct ParameterTests {
    let flow = Workflow("test")

    private func node() throws -> ManyParameters { try flow.add(ManyParameters.self, name: "many") }

    @Test func `a default is a value, but was not set`() throws {
        let parameter = try node().$defaulted
        #expect(parameter.value == 5)
        #expect(parameter.hasDefault && parameter.hasValue && !parameter.isSet && !parameter.isOptional)
    }

    @Test func `a required parameter has no value until it is set`() throws {
        let node = try node()
        #expect(node.$required.value == nil)
        #expect(!node.$required.hasValue && !node.$required.isOptional)
        node.required = 1
        #expect(node.$required.hasValue && node.$required.isSet && !node.$required.hasDefault)
    }

    @Test func `reading a required parameter too early ends the program`() async {
        await #expect(processExitsWith: .failure) {
            let node = try Workflow("test").add(ManyParameters.self)
            _ = node.required
        }
    }

    @Test func `an optional parameter is nil until it is set`() throws {
        let node = try node()
        #expect(node.optional == nil)
        #expect(node.$optional.isOptional && !node.$optional.hasValue && !node.$optional.hasDefault)
        node.optional = 3
        #expect(node.optional == 3 && node.$optional.isSet)
        node.optional = nil
        #expect(!node.$optional.hasValue)
    }

    @Test func `a name for files, help and secrecy are those of the declaration`() throws {
        let node = try node()
        #expect(node.$renamed.name == "n_packets" && node.$renamed.propertyName == "renamed")
        #expect(node.$renamed.help == "how many")
        #expect(node.$renamed.location == "many.n_packets")
        #expect(node.$word.isSecret && !node.$renamed.isSecret)
        #expect(node.$word.valueText == "(secret)")
        #expect(node.$renamed.valueText == "1")
        #expect(node.$optional.valueText == nil)
    }

    @Test func `a value travels encoded`() throws {
        let here = try node()
        here.defaulted = 12
        let there = ManyParameters()
        try there.$defaulted.setEncoded(#require(try here.$defaulted.encodedValue()))
        #expect(there.defaulted == 12 && there.$defaulted.isSet)
        #expect(try here.$optional.encodedValue() == nil)
        #expect(try here.$required.encodedValue() == nil)
    }

    @Test func `nil that was set over a default is a value too, and travels`() throws {
        let here = try node()
        #expect(here.optionalWithDefault == 7 && here.$optionalWithDefault.hasDefault)
        here.optionalWithDefault = nil
        #expect(here.$optionalWithDefault.isSet)
        let there = ManyParameters()
        try there.$optionalWithDefault.setEncoded(#require(try here.$optionalWithDefault.encodedValue()))
        #expect(there.optionalWithDefault == nil)
    }

    @Test func `a text that is no value is refused with what would be one`() throws {
        let node = try node()
        try node.$defaulted.setWords(["6"])
        #expect(node.defaulted == 6)
        let message = refusal(.value) { try node.$defaulted.setWords(["foo"]) }
        #expect(message == "a whole number is expected, not \"foo\"")
        #expect(node.defaulted == 6)
        #expect(refusal(.value) { try node.$renamed.setWords(["1.5\n"]) }?.contains("\n") == false)
        try node.$optional.setWords(["8"])
        #expect(node.optional == 8)
    }

    @Test func `a value goes to parameters and inputs of its type only`() throws {
        let node = try node()
        let inputs = try Workflow("test").add(ManyInputs.self)
        try node.$defaulted.copyValue(to: node.$required)
        try node.$defaulted.copyValue(to: inputs.required)
        #expect(node.required == 5)
        #expect(try inputs.required.receive() == 5)
        #expect(refusal(.mapping) { try node.$defaulted.copyValue(to: node.$word) } != nil)
    }
}

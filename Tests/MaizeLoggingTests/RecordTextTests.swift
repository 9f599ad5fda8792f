import Logging
import Testing

@testable import MaizeLogging

/// How a record of swift-log reads.
@Suite struct RecordTextTests {
    @Test func `the label comes first, then the message, the metadata by name and the place`() {
        var text = RecordText(label: "solver", message: "done")
        #expect(text.description == "solver: done")
        text.metadata = ["steps": "12", "energy": .stringConvertible(-3.5)]
        #expect(text.description == "solver: done [energy=-3.5 steps=12]")
        text.place = "Module/File.swift:3"
        #expect(text.description == "solver: done [energy=-3.5 steps=12] (Module/File.swift:3)")
        #expect(RecordText(label: "", message: "done").description == "done")
        #expect(RecordText(label: "a\nb", message: "c\nd").description == "a\\nb: c\nd")
    }

    @Test(arguments: [
        ("plain", "plain"), ("", #""""#), ("two words", #""two words""#), ("a=b", #""a=b""#), ("a\nb", #""a\nb""#),
        (#"say "x""#, #""say \"x\"""#), (#"C:\x"#, #""C:\\x""#), ("[1]", #""[1]""#), ("é😀", "é😀"),
        ("a\u{2028}b", "\"a\u{2028}b\""),
    ])
    func `a value that could be mistaken for more is quoted`(value: String, shown: String) {
        #expect(RecordText(label: "", message: "m", metadata: ["k": .string(value)]).description == "m [k=\(shown)]")
    }

    @Test func `lists and tables keep their form`() {
        let metadata: Logger.Metadata = ["list": ["1", ["a b": "c"], []], "my key": "x"]
        #expect(
            RecordText(label: "", message: "m", metadata: metadata).description
                == #"m [list=[1, {"a b"=c}, []] "my key"=x]"#
        )
    }

    @Test func `what the call gives wins over the provider, and that over the logger`() {
        struct Mishap: Error {}
        let merged = RecordText.merged(
            ["a": "own", "b": "own", "c": "own"],
            ["b": "provided", "c": "provided"],
            ["c": "given"],
            error: nil
        )
        #expect(merged == ["a": "own", "b": "provided", "c": "given"])
        #expect(RecordText.merged([:], nil, nil, error: Mishap())["error.message"] == "Mishap()")
    }
}

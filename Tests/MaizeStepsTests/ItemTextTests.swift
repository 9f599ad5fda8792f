import MaizeCore
import Testing

@testable import MaizeSteps

/// Items as people see them.
@Suite struct ItemTextTests {
    @Test func `dictionaries are shown in the order of their keys, in whatever they stand`() {
        let letters = Dictionary(uniqueKeysWithValues: "hgfedcba".map { ("\($0)", 1) })
        let shown = #"["a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 1]"#
        #expect(ItemText.text(of: letters) == shown)
        #expect(ItemText.text(of: [letters]) == "[\(shown)]")
        #expect(ItemText.text(of: ["x": [letters]]) == #"["x": [\#(shown)]]"#)
    }

    @Test func `everything else is shown as Swift prints it`() {
        func look(_ item: some Sendable) { #expect(ItemText.text(of: item) == "\(item)") }
        look("a\"b")
        look(["a\"b", "\n"])
        look([1.0, -0.0, .infinity])
        look([Int]())
        look([String: Int]())
        look(["a": [1, 2]])
        look([[1], []])
        look(["x": Int?.none])
        look([UInt8(1)])
        look(3 as Int?)
        look(File("x"))
        look([File("x")])
    }
}

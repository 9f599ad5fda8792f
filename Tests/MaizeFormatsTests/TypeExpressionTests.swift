import Maize
import MaizeCore
import MaizeWire
import Testing

@testable import MaizeFormats

/// Types as files write them.
@Suite struct TypeExpressionTests {
    private func items() -> [String: ItemType] { NodeCatalogue(samples).itemTypes }

    @Test(
        arguments: [
            ("Merge", "Merge", nil), ("Merge<Int>", "Merge", "Int"), ("LoadData<[Int]>", "LoadData", "[Int]"),
            ("Copy<[String: Double]>", "Copy", "[String: Double]"), ("Copy<Int?>", "Copy", "Int?"),
            ("Copy<[[Int?]?]>", "Copy", "[[Int?]?]"),
            (" Copy < [ String : [ UInt8 ] ] > ", "Copy", "[String: [UInt8]]"),
            ("copy<int>", "copy", "Int"), ("Copy<JSON>", "Copy", "JSON"), ("Copy<reading>", "Copy", "Reading"),
            ("Copy<Mode>", "Copy", "Mode"), ("Copy<float>", "Copy", "Float"), ("a.b-c_d", "a.b-c_d", nil),
        ] as [(String, String, String?)]
    )
    func `a name and a type of items are read`(text: String, name: String, argument: String?) throws {
        let type = try TypeExpression(text, items: items())
        #expect(type.name == name)
        #expect(type.arguments.map(\.description) == [argument].compactMap(\.self))
    }

    @Test(arguments: [
        ("", "\"\" names no type"), ("<Int>", "\"<Int>\" names no type"),
        ("Merge<", "the end stands after '<' or '['; a type is written like Merge<Int>, LoadData<[String: Double]>"),
        ("Merge<>", "'>' stands after '<' or '['; a type is written like Merge<Int>, LoadData<[String: Double]>"),
        (
            "Merge<Int",
            "the end stands after the type of items; a type is written like Merge<Int>, LoadData<[String: Double]>"
        ),
        ("Merge<Int>>", "'>' stands after >; a type is written like Merge<Int>, LoadData<[String: Double]>"),
        ("Merge Int", "'I' stands after Merge; a type is written like Merge<Int>, LoadData<[String: Double]>"),
        (
            "Merge<[Int>",
            "'>' stands after the type of a list's elements; a type is written like Merge<Int>, LoadData<[String: Double]>"
        ),
        ("Merge<[Int: Int]>", "the keys of a dictionary are of type String, not Int"),
        ("Merge<Integer>", "there is no type of items 'Integer'; there are: "),
        ("Merge<Doubel>", "there is no type of items 'Doubel'; did you mean 'Double'?"),
        ("Merge<Readng>", "there is no type of items 'Readng'; did you mean 'Reading'?"),
        ("Merge<Merge<Int>>", "there is no type of items 'Merge'; there are: "),
        ("Merge<Int<Int>>", "'<' stands after the type of items; a type is written like"),
        ("Merge<" + String(repeating: "[", count: 30), "the type is nested too deeply; 20 levels are possible"),
        (
            "Merge<Int" + String(repeating: "?", count: 30) + ">",
            "the type is nested too deeply; 20 levels are possible"
        ),
    ])
    func `what is no type is refused with what is`(text: String, problem: String) throws {
        do {
            _ = try TypeExpression(text, items: items())
            Issue.record("\(text) was read")
        } catch {
            #expect(error.message.hasPrefix(problem), "\(error.message)")
        }
    }
}

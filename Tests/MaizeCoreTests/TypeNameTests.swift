import MaizeCore
import MaizeSteps
import MaizeWire
import Testing

/// Types of nodes as people write them.
@Suite struct TypeNameTests {
    @Test(
        arguments: [
            (ReadLines.self, "ReadLines"), (Merge<Int>.self, "Merge<Int>"), (Discard<JSONValue>.self, "Void<JSON>"),
            (LoadData<[String: Double]>.self, "LoadData<[String: Double]>"),
            (LoadData<[Int?]>.self, "LoadData<[Int?]>"),
            (Multiplex<String, [[Int]]>.self, "Multiplex<String, [[Int]]>"),
            (Merge<Joined<Int, [String]>>.self, "Merge<Joined<Int, [String]>>"),
            (Parallel<Accumulate<Int>>.self, "Parallel<Accumulate>"),
        ] as [(Component.Type, String)]
    )
    func `a type has the short forms of lists, dictionaries and optionals`(type: Component.Type, text: String) {
        #expect(TypeName.text(of: type) == text)
    }
}

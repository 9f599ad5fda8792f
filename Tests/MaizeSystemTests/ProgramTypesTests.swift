import MaizeSystem
import Testing

class Ancestor {}
class Child: Ancestor {}
final class Grandchild: Child {}
class Container<Content>: Ancestor {}
final class Filled: Container<Int> {}
private final class Hidden: Ancestor {}
class Stranger {}
final class StrangersChild: Stranger {}

enum Outer {
    final class Nested: Child {}
}

enum GenericOuter<Parameter> {
    final class Nested: Ancestor {}
}

extension Outer.Nested {
    final class Deep: Ancestor {}
}

protocol Marking {}
protocol MarkingMore: Marking {}
struct MarkedStructure: Marking {}
enum MarkedEnumeration: MarkingMore { case one }
final class MarkedClass: MarkingMore {}
struct MarkedContainer<Content>: Marking {}
private struct MarkedPrivately: Marking {}
struct MarkedLater {}
extension MarkedLater: Marking {}
extension Int: Marking {}

struct ProgramTypesTests {
    private func classes(_ name: String, of module: String = "MaizeSystemTests") -> [ObjectIdentifier: Any.Type] {
        let types = ProgramTypes.classes(derivingFrom: name, of: module)
        return Dictionary(types.map { (ObjectIdentifier($0), $0) }) { first, _ in
            Issue.record("\(first) is found twice")
            return first
        }
    }

    @Test func `all classes below one are found, and no other`() {
        final class Local: Ancestor {}
        let expected: [Any.Type] = [
            Child.self, Grandchild.self, Filled.self, Hidden.self, Outer.Nested.self, Outer.Nested.Deep.self,
            Local.self,
        ]
        #expect(Set(classes("Ancestor").keys) == Set(expected.map { ObjectIdentifier($0) }))
    }

    @Test func `what is found can be used`() throws {
        let found = classes("Child").values
        #expect(found.count == 2)
        for type in found { #expect(type is Child.Type) }
    }

    @Test(arguments: [
        ("Ancestor", "MaizeSystem"), ("Nested", "MaizeSystemTests"), ("None", "MaizeSystemTests"), ("", ""),
    ])
    func `a class that is not there, or not at the top of its module, has none below`(name: String, module: String) {
        #expect(classes(name, of: module).isEmpty)
    }

    @Test func `all types that conform to a protocol are found, and no other`() {
        let found = ProgramTypes.all(conformingTo: "Marking", of: "MaizeSystemTests").map { ObjectIdentifier($0) }
        let expected: [Any.Type] = [
            MarkedStructure.self, MarkedEnumeration.self, MarkedClass.self, MarkedPrivately.self, MarkedLater.self,
            Int.self,
        ]
        #expect(Set(found) == Set(expected.map { ObjectIdentifier($0) }) && found.count == expected.count)
        let more = ProgramTypes.all(conformingTo: "MarkingMore", of: "MaizeSystemTests")
        #expect(more.count == 2 && more.allSatisfy { $0 is any MarkingMore.Type })
        #expect(ProgramTypes.all(conformingTo: "Marking", of: "MaizeSystem").isEmpty)
        #expect(ProgramTypes.all(conformingTo: "Ancestor", of: "MaizeSystemTests").isEmpty)
    }
}

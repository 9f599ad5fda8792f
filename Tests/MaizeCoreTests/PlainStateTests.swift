import MaizeCore
import Testing

struct Opaque {
    var value = 1
}

final class Box {
    var value = 1
}

/// A stored property of each kind that is no parameter.
final class PlainState: Node {
    var number = 1
    var list = [1, 2]
    var opaque = Opaque()
    var opaques = [Opaque()]
    var table = ["a": 1]
    var opaqueTable = ["a": Opaque(), "b": Opaque(value: 2), "c": Opaque(value: 3), "d": Opaque(value: 4)]
    var maybe: Opaque?
    var box = Box()
    var unlike = Double.random(in: 0...1)
    var function: () -> Int = { 1 }
    let out = Output<Int>()
    override func run() throws {}
}

@Suite struct PlainStateTests {
    private func message(_ configure: (PlainState) -> Void) -> String? {
        refusal(.value) { try Workflow("test").add(PlainState.self, name: "plain", configure: configure) }
    }

    /// What is the same in every fresh instance, and what is not, passes.
    @Test func `a node whose closure sets no plain property is added`() {
        for _ in 0..<50 { #expect(message { _ in } == nil) }
    }

    @Test func `a plain property that the closure sets is refused by name`() {
        let cases: [(String, (PlainState) -> Void)] = [
            ("number", { $0.number = 2 }),
            ("list", { $0.list.append(3) }),
            ("opaque", { $0.opaque.value = 2 }),
            ("opaques", { $0.opaques.append(Opaque()) }),
            ("opaques", { $0.opaques[0].value = 2 }),
            ("table", { $0.table["b"] = 2 }),
            ("table", { $0.table["a"] = nil }),
            ("opaqueTable", { $0.opaqueTable["a"]?.value = 2 }),
            ("opaqueTable", { $0.opaqueTable["e"] = Opaque() }),
            ("maybe", { $0.maybe = Opaque() }),
            ("box", { $0.box.value = 2 }),
            ("unlike", { $0.unlike = 3 }),
        ]
        for (name, configure) in cases {
            let text = message(configure)
            #expect(text?.hasPrefix("plain: '\(name)' was set here but is not a @Parameter") == true, "\(name)")
            #expect(text?.contains("@Parameter var \(name)") == true)
        }
    }

    @Test func `a parameter, an input's value and a port are no plain state`() throws {
        let flow = Workflow("test")
        try flow.add(NumberSource.self) { $0.first = 9 }
        try flow.add(ManyInputs.self) { try $0.required.set(1) }
    }
}

import MaizeCore
import Testing

@Suite struct SecretMaskTests {
    @Test func `texts are covered, the longest first, and short ones stay`() {
        let mask = SecretMask(["abcd", "abcdef", "xyz", ""])
        #expect(mask.masked("abcdef abcd xyz abc") == "(secret) (secret) xyz abc")
        #expect(SecretMask([]).masked("abcd") == "abcd")
    }

    @Test func `lines of a longer secret are covered too`() {
        #expect(SecretMask(["first line\nlast line"]).masked("a last line b") == "a (secret) b")
    }
}

@Suite struct SecretParameterTests {
    let flow = Workflow("test")

    @Test func `all texts of secret values are known, and no others`() throws {
        let node = try flow.add(SecretKeeper.self)
        (node.key, node.open, node.keys) = ("hunter2", "free", ["name": 4711])
        #expect(Set(flow.secretTexts) == ["hunter2", "4711"])
    }

    @Test func `what is mapped to a secret is one itself, and what it drives besides`() throws {
        let node = try flow.add(SecretKeeper.self)
        let option = try flow.map(node.$key, node.$open, as: "key", default: "hunter2")
        #expect(option.isSecret && node.$open.isSecret)
        #expect(node.$open.valueText == "(secret)" || node.open.isEmpty)
        _ = flow.check()
        #expect(node.open == "hunter2" && node.$open.valueText == "(secret)")
    }

    @Test func `what a node finds wrong with its values does not show them`() throws {
        let node = try flow.add(SecretKeeper.self)
        (node.key, node.open) = ("hunter2", "bad")
        #expect(flow.check().map(\.description) == ["error: secretkeeper: (secret) does not fit"])
    }
}

final class SecretKeeper: Node {
    let out = Output<Int>(optional: true)
    @Parameter(secret: true) var key = ""
    @Parameter var open = ""
    @Parameter(secret: true) var keys: [String: Int] = [:]

    override func validate() throws {
        if open == "bad" { throw WorkflowError(.value, "\(key) does not fit") }
    }
}

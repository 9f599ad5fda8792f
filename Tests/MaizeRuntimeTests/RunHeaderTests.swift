import MaizeCore
import Testing

@testable import MaizeRuntime

final class HeaderNode: Node {
    @Parameter var count = 1
    @Parameter var text = "a"
    @Parameter(secret: true) var token: String?
    @Parameter var password = ""
    @Parameter(isPath: true) var path = "out.txt"
    let out = Output<Int>(optional: true)
}

@Suite struct RunHeaderTests {
    let flow = Workflow("header")
    let node: HeaderNode

    init() throws { node = try flow.add(HeaderNode.self, name: "a") }

    private func header() throws -> [String] {
        let plan = try RunPlan(flow, pathsFrom: "/here")
        return RunHeader(plan, of: flow, pathsFrom: "/here").text.split(separator: "\n").map(String.init)
    }

    private var first: String { "running 1 node, 0 channels with maize-swift \(ProjectVersion.current)" }

    @Test func `what is as its type says is not told`() throws {
        node.count = 1
        node.path = "out.txt"
        #expect(try header() == [first])
    }

    @Test func `what is changed is told with its node, and secrets are covered`() throws {
        node.count = 2
        node.text = "two\nlines"
        node.token = "hunter2"
        node.path = "x"
        let lines = try header()
        #expect(
            lines == [
                "\(first); not by default:", "  a: count = 2, text = $'two\\nlines', token = ••••, path = /here/x",
            ]
        )
    }

    @Test func `what a secret option drives is a secret`() throws {
        let option = try flow.map(node.$token, as: "token")
        option.wrappedValue = "hunter2"
        #expect(try header().last == "  a: token = ••••")
    }

    @Test func `many parameters take as many lines as they need`() throws {
        for number in 1...100 {
            let node = try flow.add(HeaderNode.self, name: "n\(number)")
            node.count = number + 1
            node.text = String(repeating: "x", count: 90)
        }
        let lines = try header()
        #expect(lines.count == 201)
        #expect(lines[1] == "  n1: count = 2," && lines[2] == "    text = " + String(repeating: "x", count: 90))
        #expect(lines.allSatisfy { $0.count < 110 })
    }

    @Test func `a long value is cut`() throws {
        node.text = String(repeating: "x", count: 1000)
        #expect(try header()[1] == "  a: text = " + String(repeating: "x", count: 100) + "…")
    }
}

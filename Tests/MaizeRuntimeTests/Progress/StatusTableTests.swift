import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite struct StatusTableTests {
    private func table(_ width: Int = 80, _ height: Int = 20, isUnicode: Bool = false) -> StatusTable {
        StatusTable(title: "count: 3 nodes, 2 s", width: width, height: height, isUnicode: isUnicode)
    }

    private func row(
        _ name: String,
        _ state: NodeState = .living(.running),
        _ received: Int? = nil,
        _ sent: Int? = nil,
        rate: Double? = nil,
        inputs: [InputFill] = []
    ) -> StatusTable.Row {
        .init(name: name, state: state, received: received, sent: sent, rate: rate, inputs: inputs)
    }

    private func fill(_ port: String, _ queued: Int, _ capacity: Int = 64) -> InputFill {
        InputFill(port: port, sent: queued + 100, received: 100, capacity: capacity)
    }

    private var rows: [StatusTable.Row] {
        [
            row("source", .living(.waitingForOutput), nil, 1_234_567, rate: 98_123),
            row("sub/worker", .living(.running), 120, 119, rate: 3.25, inputs: [fill("inp", 48)]),
            row("sink", .ended(.completed), 7, nil, rate: 4, inputs: [fill("inp", 0)]),
        ]
    }

    @Test func `a line a node, in aligned columns`() {
        #expect(
            table().lines(rows, rest: []) == [
                "count: 3 nodes, 2 s",
                "NODE        STATUS                 IN    OUT     RATE  INPUTS",
                "source      waiting for output         1.23M  98.1k/s",
                "sub/worker  running               120    119    3.3/s  inp [####..] 48/64",
                "sink        completed               7",
            ]
        )
    }

    @Test func `bars are finer where the terminal has the characters`() {
        let lines = table(100, isUnicode: true).lines(
            [row("a", inputs: [fill("inp", 1), fill("more", 33), fill("x", 64)])],
            rest: []
        )
        #expect(lines[2].hasSuffix("inp ▕▏     ▏ 1/64  more ▕███   ▏ 33/64  x ▕██████▏ 64/64"))
    }

    @Test(arguments: [0, 1, 2, 5, 20, 39, 40, 60, 79, 80, 160])
    func `no line is as wide as the terminal, whatever the nodes are called`(width: Int) {
        let names = [
            String(repeating: "very/deep/", count: 40) + "end", "\u{1B}[2J\u{1B}[H", "a\nb\rc\td", "漢字漢字漢字漢字漢字漢字漢字",
            "e\u{301}\u{301}", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "\u{202E}evil", "",
        ]
        let inputs = (0..<30).map { fill("inp[\($0)]", $0) }
        for isUnicode in [false, true] {
            let rows = names.map { row($0, .living(.waitingForInput), 1, 1, rate: 1, inputs: inputs) }
            let lines = table(width, isUnicode: isUnicode).lines(rows, rest: [.living(.running)])
            #expect(lines.allSatisfy { TerminalText.width($0) <= max(0, width - 1) })
            #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } })
        }
    }

    @Test func `of a long path the end is shown`() {
        let lines = table(60).lines([row("graph/" + String(repeating: "inner/", count: 20) + "node")], rest: [])
        #expect(lines[2].hasPrefix(".../inner/inner/node  running"))
    }

    @Test func `bars go before numbers do`() {
        let lines = table(60).lines([row("a", inputs: [fill("one", 3), fill("two", 4)])], rest: [])
        #expect(lines[2].hasSuffix("  one 3/64  two 4/64"))
    }

    @Test func `a graph that the screen has no room for shows who works, and counts the others`() {
        var states = [NodeState](repeating: .living(.waitingForInput), count: 1000)
        for node in 100..<115 { states[node] = .living(.running) }
        states[999] = .ended(.failed(ErrorRecord(kind: "x", message: "y")))
        states[3] = .living(.waitingForOutput)
        let shown = StatusTable.shown(states, height: 20)
        #expect(shown == [3] + Array(100..<115) + [999])
        let rest = states.indices.filter { !shown.contains($0) }.map { states[$0] }
        let lines = table().lines(shown.map { row("n\($0)", states[$0]) }, rest: rest)
        #expect(lines.count == 20)
        #expect(lines.last == "... and 983 more waiting for input")
    }

    @Test func `the others are counted by what they do`() {
        let states: [NodeState] = [.living(.waitingForInput), .living(.running), .living(.waitingForInput)]
        #expect(states.andMore == "and 3 more: 1 running, 2 waiting for input")
    }

    @Test(arguments: 1...6)
    func `a low terminal gets as many lines as it has rows`(height: Int) {
        let states = [NodeState](repeating: .living(.running), count: 9)
        let shown = StatusTable.shown(states, height: height)
        let lines = table(80, height).lines(
            shown.map { row("n\($0)") },
            rest: states.dropFirst(shown.count).map(\.self)
        )
        #expect(lines.count <= height)
        #expect(lines[0].hasPrefix("count"))
    }

    @Test func `counters that cannot be are shown as what can`() {
        #expect(InputFill(port: "a", sent: 5, received: 9, capacity: 4).queued == 0)
        #expect(InputFill(port: "a", sent: 1 << 50, received: 0, capacity: 4).queued == 4)
        let huge = InputFill(port: "a", sent: 1 << 50, received: 0, capacity: .max)
        #expect(table().lines([row("n", inputs: [huge])], rest: []).count == 3)
    }
}

import MaizeCore
@testable import MaizeDrawings
import MaizeWire
import Testing

/// Drawings in the characters of a terminal.
@Suite struct TextDrawingTests {
    private func outline(_ links: [(String, String)]) -> GraphOutline {
        var names: [String] = []
        for name in links.flatMap({ [$0.0, $0.1] }) where !names.contains(name) { names.append(name) }
        return GraphOutline(
            root: .init(name: "flow", type: "Workflow", members: names.map { .init(name: $0, type: "T") }),
            channels: links.map { from, to in
                .init(sender: .init(node: [from], port: "out"), receiver: .init(node: [to], port: "inp"), item: "Int")
            }
        )
    }

    private func drawing(_ links: [(String, String)], width: Int = 100) -> String {
        String(outline(links).drawing(.text, options: DrawingOptions(width: width)).dropFirst("flow\n\n".count))
    }

    @Test func `branches part and meet`() {
        #expect(
            drawing([("a", "b"), ("b", "c"), ("b", "d"), ("c", "e"), ("d", "e"), ("e", "f")]) == """
                a ─▶ b ─┬─▶ c ─┬─▶ e ─▶ f
                        └─▶ d ─┘

                """
        )
    }

    @Test func `a cycle goes back below`() {
        #expect(
            drawing([("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")]) == """
                a ─┬─▶ b ─▶ c ─┬─▶ d
                   └───────────┘

                """
        )
    }

    @Test func `a node that sends to itself has a loop`() {
        #expect(
            drawing([("a", "a")]) == """
                ┌─▶ a ─┐
                └──────┘

                """
        )
    }

    @Test func `who sends to whom can be told where all send to several, where need be by name`() {
        #expect(
            drawing([("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]) == """
                a ───┬────┬─▶ x
                (b) ─│────┘
                     └────┬─▶ y
                b ───┬────┘
                     └──────▶ (x)

                """
        )
    }

    @Test func `what is too wide goes on below, between names in parentheses`() {
        #expect(
            drawing([("first", "second"), ("second", "third"), ("third", "fourth"), ("first", "fourth")], width: 40)
                == """
                first ─┬─▶ second ───▶ (third)
                       └─▶ (fourth)

                (second) ─▶ third ───┬─▶ fourth
                            (first) ─┘

                """
        )
    }

    @Test func `in a graph that is drawn by itself, names are those in it`() throws {
        let flow = try #require(SampleGraphs.all.first { $0.name == "a long chain in a graph" }).flow()
        let text = flow.drawing(.text, options: DrawingOptions(width: 60))
        #expect(
            text.hasPrefix(
                """
                long

                loaddata ─▶ [manypauses] ─▶ return

                manypauses:

                (loaddata) ─▶ delay1 ─▶ delay2 ─▶ delay3 ─▶ (delay4)

                """
            )
        )
        #expect(text.hasSuffix("─▶ delay16 ─▶ (return)\n"))
    }

    @Test func `what changes how a node runs stands behind its name`() throws {
        let flow = try #require(SampleGraphs.all.first { $0.name == "nodes with options" }).flow()
        #expect(
            flow.drawing(.text) == """
                options

                                               ┌─▶ often · ↻ ≤ 5 ─────────────┐
                loaddata · 3 attempts ─▶ copy ─┤  ╭┄ never · may fail · off ╮ ├─▶ merge ─▶ return
                                               └────▶ delay ──────────────────┘
                                                  ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╯

                """
        )
    }

    @Test(arguments: 1...12, [false, true])
    func `every node is drawn, and nothing is wider than may be`(seed: Int, hasPlainNames: Bool) {
        let outline = GraphOutline.random(seed: UInt64(seed), hasPlainNames: hasPlainNames)
        let options = DrawingOptions(width: 100)
        let text = outline.drawing(.text, options: options)
        let picture = Picture(outline, level: nil, showsSettings: false)
        for shape in picture.shapes where !shape.isCluster {
            #expect(text.contains(TextStyle.name(shape)), "seed \(seed)")
        }
        #expect(outline.drawing(.text, options: options) == text, "seed \(seed)")
        // Three of the longest names beside each other need more than that.
        let wide = text.split(separator: "\n").filter { hasPlainNames && TerminalWidth.of($0) > 100 }
        #expect(wide == [], "seed \(seed)")
    }
}

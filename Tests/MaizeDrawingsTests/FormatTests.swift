import MaizeCore
@testable import MaizeDrawings
import Testing

/// What the languages of drawings say of one small graph, and how they take signs of their own.
@Suite struct FormatTests {
    /// A graph in which there is something of everything.
    private let outline = GraphOutline(
        root: .init(
            name: "cleaning",
            type: "Workflow",
            members: [
                .init(
                    name: "read",
                    type: "ReadLines",
                    settings: [.init(name: "path", value: "a.txt", source: "--text")]
                ),
                .init(
                    name: "clean",
                    type: "Clean",
                    members: [.init(name: "trim", type: "Trim"), .init(name: "pick", type: "Filter<Match>")]
                ),
                .init(name: "write", type: "WriteLines"),
            ]
        ),
        channels: [
            .init(
                sender: .init(node: ["read"], port: "out"),
                receiver: .init(node: ["clean", "trim"], port: "inp", outerPorts: ["lines"]),
                item: "String",
                capacity: 4096
            ),
            .init(
                sender: .init(node: ["clean", "trim"], port: "out"),
                receiver: .init(node: ["clean", "pick"], port: "inp"),
                item: "String"
            ),
            .init(
                sender: .init(node: ["clean", "pick"], port: "bad", outerPorts: ["bad"]),
                receiver: .init(node: ["write"], port: "inp"),
                item: "File",
                mode: "link"
            ),
            .init(
                sender: .init(node: ["clean", "pick"], port: "again"),
                receiver: .init(node: ["clean", "trim"], port: "back"),
                item: "String"
            ),
        ]
    )

    @Test func `mermaid has a subgraph for a graph, and types on its arrows`() {
        #expect(
            outline.drawing(.mermaid) == """
                ---
                title: "cleaning"
                ---
                flowchart LR
                    n1["read<br/>ReadLines"]
                    subgraph n2["clean: Clean"]
                        n3["trim<br/>Trim"]
                        n4["pick<br/>Filter#60;Match#62;"]
                    end
                    n5["write<br/>WriteLines"]
                    n1 -->|"→ inp: String · 4096"| n3
                    n3 -->|"String"| n4
                    n4 -->|"bad: File · link"| n5
                    n4 -->|"again → back: String"| n3

                """
        )
    }

    @Test func `dot has a cluster for a graph, and names ports at their ends`() {
        let text = outline.drawing(.dot)
        #expect(text.contains("    subgraph cluster_2 {\n        graph [label=\"clean: Clean\","))
        #expect(text.contains("        n4 [label=\"pick\\nFilter<Match>\", tooltip=\"pick: Filter<Match>\"];"))
        #expect(
            text.contains(
                "    n4 -> n3 [label=\"String\", tooltip=\"clean.pick.again → clean.trim.back: String\","
                    + " taillabel=\"again\", headlabel=\"back\"];"
            )
        )
    }

    @Test func `text draws a graph as a frame, and what goes back below`() {
        #expect(
            outline.drawing(.text) == """
                cleaning

                       ╭┄ clean ┄┄┄┄┄┄┄┄┄┄┄┄┄┄╮
                read ────┬─▶ trim ─▶ pick ─┬────▶ write
                       ┆ └─────────────────┘  ┆
                       ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╯

                """
        )
    }

    @Test func `a closed graph is one box with the ports of the graph`() {
        let text = outline.drawing(.mermaid, options: DrawingOptions(level: 0))
        #expect(text.contains("n2[\"clean<br/>Clean\"]"))
        #expect(text.contains("n1 -->|\"→ lines: String · 4096\"| n2"))
        #expect(text.contains("n2 -->|\"bad: File · link\"| n3"))
        #expect(!text.contains("again"))
    }

    @Test func `values are shown on demand, with what drives them`() {
        let options = DrawingOptions(showsSettings: true)
        #expect(
            outline.drawing(.mermaid, options: options).contains(
                "n1[\"read<br/>ReadLines<br/>path: a.txt (--text)\"]"
            )
        )
        #expect(outline.drawing(.dot, options: options).contains("label=\"read\\nReadLines\\npath: a.txt (--text)\""))
        #expect(outline.drawing(.text, options: options).hasSuffix("\n\nread:\n  path: a.txt (--text)\n"))
        #expect(outline.drawing(.svg, options: options).contains(">path: a.txt (--text)</text>"))
    }

    // MARK: Signs of a language

    @Test(arguments: 1...20)
    func `dot is read as it was meant, whatever names are`(seed: Int) throws {
        let outline = GraphOutline.random(seed: UInt64(seed))
        let picture = Picture(outline, level: nil, showsSettings: true)
        let graph = try DotGraph(outline.drawing(.dot, options: DrawingOptions(showsSettings: true)))
        let boxes = picture.shapes.indices.dropFirst().filter { !picture.shapes[$0].isCluster }
        #expect(graph.name == "random")
        #expect(graph.nodes.map(\.name).sorted() == boxes.map { "n\($0)" }.sorted(), "seed \(seed)")
        #expect(graph.edges.count == outline.channels.count, "seed \(seed)")
        for node in graph.nodes {
            let number = try #require(Int(node.name.dropFirst()))
            let shape = picture.shapes[number]
            #expect(node.attributes["label"] == shape.lines.map(\.printable).joined(separator: "\n"), "seed \(seed)")
            let parent = try #require(shape.parent)
            #expect(node.cluster == (parent == 0 ? nil : "cluster_\(parent)"), "seed \(seed)")
        }
        for (edge, link) in zip(graph.edges, picture.links) {
            #expect(edge.attributes["label"] == link.label.printable, "seed \(seed)")
            #expect([edge.tail, edge.head] == ["n\(link.sender.shape)", "n\(link.receiver.shape)"], "seed \(seed)")
        }
    }

    /// Each line is one of the few that we write; what is in quotes holds nothing that Mermaid takes for its own.
    @Test(arguments: 1...20)
    func `mermaid has nothing but its statements and plain texts`(seed: Int) throws {
        let outline = GraphOutline.random(seed: UInt64(seed))
        let text = outline.drawing(.mermaid, options: DrawingOptions(showsSettings: true))
        let lines = text.split(separator: "\n").dropFirst(4)
        let label = #""(?:[^"<>#;`*_\\|&]|#[0-9]+;|<br/>)*""#
        let statement = try Regex(
            #"^ +(?:n[0-9]+\[\#(label)\]|subgraph n[0-9]+\[\#(label)\]|end|n[0-9]+ -->\|\#(label)\| n[0-9]+)$"#
        )
        #expect(lines.filter { $0.wholeMatch(of: statement) == nil } == [], "seed \(seed)")
        // What was opened is closed.
        #expect(
            lines.count { $0.contains(" subgraph ") }
                == lines.count { $0.trimmingPrefix(while: \.isWhitespace) == "end" }
        )
    }

    private func named(_ name: String) -> GraphOutline {
        let node = GraphOutline.Component(name: name, type: name)
        return GraphOutline(root: .init(name: name, type: "Workflow", members: [node]), channels: [])
    }

    @Test func `signs of a language are only text in it`() {
        let outline = named("a\"b\\n&amp;<i>#quot;`x`\u{7}\n")
        #expect(outline.drawing(.dot).contains("label=\"a\\\"b\\\\n&amp;amp;<i>#quot;`x`␇␊"))
        #expect(
            outline.drawing(.mermaid).contains(
                "n1[\"a#34;b#92;n#38;amp#59;#60;i#62;#35;quot#59;#96;x#96;#9223;#9226;<br/>"
            )
        )
        #expect(outline.drawing(.mermaid).hasPrefix("---\ntitle: \"a\\\"b\\\\n&amp;<i>#quot;`x`␇␊\"\n---\n"))
        #expect(outline.drawing(.svg).contains(">a&quot;b\\n&amp;amp;&lt;i&gt;#quot;`x`␇␊</text>"))
    }

    @Test(arguments: DrawingFormat.allCases)
    func `no drawing holds control characters or changes of direction`(format: DrawingFormat) {
        let text = named("a\u{7}\u{1B}[31m\r\n\u{85}\u{202E}\u{2066}\u{FFFE}b").drawing(format)
        let bad = text.unicodeScalars.filter {
            $0 != "\n" && ($0.properties.generalCategory == .control || [0x202E, 0x2066, 0xFFFE].contains($0.value))
        }
        #expect(bad.isEmpty)
    }
}

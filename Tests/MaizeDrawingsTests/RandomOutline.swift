import MaizeCore
import SeededRandom

extension GraphOutline {
    /// A graph of up to 30 nodes in clusters of clusters, with cycles, several channels between the same nodes, and names
    /// of all kinds.
    static func random(seed: UInt64, hasPlainNames: Bool = false) -> GraphOutline {
        let names = hasPlainNames ? ["read", "parse", "dock", "merge"] : GraphOutline.names
        var random = SeededGenerator(seed: seed)
        var clusters: [[String]] = [[]]
        for number in 0..<random.number(0...4) {
            let parent = clusters[random.number(0...clusters.count - 1)]
            if parent.count < 3 { clusters.append(parent + ["\(names[random.number(0...names.count - 1)])\(number)"]) }
        }
        var nodes: [[String]] = []
        for number in 0..<random.number(1...30) {
            let name = "\(names[random.number(0...names.count - 1)])-\(number)"
            nodes.append(clusters[random.number(0...clusters.count - 1)] + [name])
        }
        var inputs: [[String]: Int] = [:]
        var channels: [Channel] = []
        func connect(_ from: Int, _ to: Int) {
            let place = inputs[nodes[to], default: 0]
            inputs[nodes[to]] = place + 1
            let ports = ["out", "out[\(channels.count)]", "rest", "a-very-long-name-of-a-port-that-nobody-types"]
            let item = names[random.number(0...names.count - 1)]
            channels.append(
                Channel(
                    sender: End(
                        node: nodes[from],
                        port: ports[random.number(0...3)],
                        outerPorts: outerPorts(nodes[from])
                    ),
                    receiver: End(node: nodes[to], port: "inp[\(place)]", outerPorts: outerPorts(nodes[to])),
                    item: item,
                    capacity: random.once(in: 3) ? random.number(1...5000) : nil,
                    mode: random.once(in: 5) ? "link" : nil
                )
            )
        }
        func outerPorts(_ node: [String]) -> [String] {
            node.dropLast().indices.map { _ in ["inp", "out", "rest", "left"][random.number(0...3)] }
        }
        // Mostly forward, as programs are.
        for to in nodes.indices.dropFirst() { connect(random.number(max(0, to - 6)...to - 1), to) }
        for _ in 0..<random.number(0...nodes.count) {
            connect(random.number(0...nodes.count - 1), random.number(0...nodes.count - 1))
        }
        return GraphOutline(root: component([], clusters, nodes, &random), channels: channels)
    }

    private static func component(
        _ path: [String],
        _ clusters: [[String]],
        _ nodes: [[String]],
        _ random: inout SeededGenerator
    ) -> Component {
        let inner = clusters.filter { !$0.isEmpty && Array($0.dropLast()) == path }
        let leaves = nodes.filter { Array($0.dropLast()) == path }
        let settings = random.once(in: 4) ? [Setting(name: "path", value: "a.txt", source: "--text")] : []
        let members =
            inner.map { component($0, clusters, nodes, &random) }
            + leaves.map {
                Component(name: $0.last ?? "", type: types[random.number(0...types.count - 1)], settings: settings)
            }
        return Component(name: path.last ?? "random", type: path.isEmpty ? "Workflow" : "Part", members: members)
    }

    private static let types = ["ReadLines", "Merge<String>", "Map<Parse>", "Score<[String: Double]>"]

    /// Names that a program may have, and texts that no program has.
    static let names = [
        "read", "parse", "dock", "merge", "a", "count_all_the_words_in_this_file",
        String(repeating: "long-", count: 12),
        "<&\"'>", "数える", "считать", "عدد", "👩‍👩‍👧‍👦", "e\u{301}", "tab\there", "bell\u{7}", "line\nend", "\u{202E}rtl", "]]>",
        "-->",
        "#quot;", "`code`", "**", "\\n", "\u{FFFE}", "end",
    ]
}

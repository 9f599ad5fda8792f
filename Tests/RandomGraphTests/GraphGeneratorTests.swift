import Testing

/// The random graphs have in them what they are meant to try.
@Suite struct GraphGeneratorTests {
    @Test func `a thousand graphs have every kind of node, and sizes and capacities from end to end`() {
        let graphs = (0..<1000 as Range<UInt64>).map(GraphGenerator.graph)
        let nodes = graphs.flatMap(\.nodes)
        let edges = graphs.flatMap(\.edges)
        #expect(graphs.allSatisfy { (5...40).contains($0.nodes.count) })
        #expect(Set(graphs.map(\.nodes.count)).count > 30)
        for kind in GraphSpec.Kind.allCases {
            let count = nodes.filter { $0.kind == kind }.count
            #expect(count > 300, "\(kind)")
        }
        #expect(Set(edges.map(\.capacity)) == Set(1...64))
        let fullSize = nodes.filter { $0.largest == 1 << 20 && $0.count > 0 }.count
        #expect(fullSize > 30, "payloads of up to 1 MiB")
        let fannedOut = graphs.filter { graph in
            graph.nodes.indices.contains { node in graph.edges.filter { $0.from == node }.count > 2 }
        }
        #expect(fannedOut.count > 300)
    }

    @Test func `a seed gives the same graph each time`() {
        #expect(GraphGenerator.graph(seed: 7).description == GraphGenerator.graph(seed: 7).description)
        #expect(GraphGenerator.graph(seed: 7).description != GraphGenerator.graph(seed: 8).description)
    }
}

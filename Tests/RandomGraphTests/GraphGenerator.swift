import SeededRandom

/// Makes a random graph of a seed: 5 to 40 nodes, with bounds on all that goes through its channels.
struct GraphGenerator {
    /// Items, and bytes, through all channels of a graph together, at most.
    private static let itemBudget = 800
    private static let byteBudget = 8 << 20

    /// The most that a node can send on one output.
    private struct Flow {
        var items: Int
        var bytes: Int
    }

    private var random: SeededGenerator
    private var spec: GraphSpec
    private var flows: [Flow] = []
    private var isUsed: [Bool] = []
    private var itemsLeft = itemBudget
    private var bytesLeft = byteBudget

    static func graph(seed: UInt64) -> GraphSpec {
        var generator = GraphGenerator(seed: seed)
        generator.grow()
        return generator.spec
    }

    private init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        spec = GraphSpec(seed: seed)
    }

    private mutating func grow() {
        // The larger of two would favour large graphs; small ones find more a second.
        let size = min(random.number(5...40), random.number(5...40))
        for _ in 0..<random.number(1...max(1, size / 6)) { addSource() }
        while spec.nodes.count < size {
            let room = size - spec.nodes.count
            switch random.number(1...12) {
            case 1...3: addNode(.relay, inputs: 1)
            case 4: addNode(.looped, inputs: 1)
            case 5...6: addNode(.mixer, inputs: random.number(1...5))
            case 7...8: addNode(.inTurn, inputs: random.number(1...4))
            case 9...10: addNode(.zipper, inputs: random.number(1...4))
            case 11 where room >= 2: addRing(links: random.number(1...min(6, room - 1)))
            default: addSource()
            }
        }
    }

    // MARK: Nodes

    private mutating func addSource() {
        var node = GraphSpec.NodeSpec(kind: .source, spreads: random.once(in: 3), seed: random.next())
        switch random.number(1...16) {
        case 1: (node.count, node.largest) = (random.number(1...3), 1 << 20)
        case 2: (node.count, node.largest) = (random.number(1...8), 100_000)
        case 3: (node.count, node.largest) = (random.number(0...60), 0)
        default: (node.count, node.largest) = (random.number(0...60), random.number(1...500))
        }
        node.batch = random.once(in: 3) ? random.number(1...20) : 1
        node.pauses = random.once(in: 20)
        append(node, Flow(items: node.count, bytes: node.count * node.largest))
    }

    private mutating func addNode(_ kind: GraphSpec.Kind, inputs: Int) {
        let producers = (0..<inputs).compactMap { _ in takeProducer(times: 1) }
        guard !producers.isEmpty else { return addSource() }
        let flow = producers.reduce(Flow(items: 0, bytes: 0)) {
            Flow(items: $0.items + flows[$1].items, bytes: $0.bytes + flows[$1].bytes)
        }
        append(GraphSpec.NodeSpec(kind: kind, spreads: random.once(in: 3)), flow)
        for producer in producers { connect(producer, spec.nodes.count - 1) }
    }

    /// A head and some relays that lead back to it; what goes round can be tapped at each.
    ///
    /// The relays copy: one that spreads would take parcels off the ring.
    private mutating func addRing(links: Int) {
        let rounds = random.number(1...5)
        guard let feed = takeProducer(times: 1 + rounds * (links + 1)) else { return addSource() }
        let head = spec.nodes.count
        var node = GraphSpec.NodeSpec(kind: .ringHead, spreads: random.once(in: 3))
        node.rounds = rounds
        node.window = random.number(1...8)
        append(node, flows[feed])
        connect(feed, head, .feed)
        for link in 0..<links {
            append(.init(kind: .relay), Flow(items: flows[feed].items * rounds, bytes: flows[feed].bytes * rounds))
            connect(head + link, head + link + 1, link == 0 ? .ring : .plain)
        }
        connect(head + links, head, .back)
        // What has come round leaves by another port, which nobody takes from yet.
        isUsed[head] = false
    }

    private mutating func append(_ node: GraphSpec.NodeSpec, _ flow: Flow) {
        spec.nodes.append(node)
        flows.append(flow)
        isUsed.append(false)
    }

    // MARK: Edges

    /// Chooses a node whose flow the budget allows so many times, rather one to which nothing is connected yet.
    private mutating func takeProducer(times: Int) -> Int? {
        let fitting = flows.indices.filter {
            flows[$0].items * times <= itemsLeft && flows[$0].bytes * times <= bytesLeft
        }
        let unused = fitting.filter { !isUsed[$0] }
        let choice = unused.isEmpty || random.once(in: 3) ? fitting : unused
        guard let producer = choice.randomElement(using: &random) else { return nil }
        itemsLeft -= flows[producer].items * times
        bytesLeft -= flows[producer].bytes * times
        isUsed[producer] = true
        return producer
    }

    private mutating func connect(_ from: Int, _ to: Int, _ role: GraphSpec.Role = .plain) {
        let capacity = random.once(in: 3) ? 1 : random.once(in: 2) ? random.number(2...8) : random.number(1...64)
        isUsed[from] = true
        spec.edges.append(.init(from: from, to: to, role: role, capacity: capacity))
    }
}

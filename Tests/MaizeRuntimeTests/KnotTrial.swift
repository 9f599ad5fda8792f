@testable import MaizeRuntime
import SeededRandom

/// One seeded run of a random network under a finder that hears of everything late.
struct KnotTrial {
    private(set) var finder: KnotFinder
    private(set) var network: SimulatedNetwork
    private(set) var widenings: [WideningPolicy.Widening] = []
    private(set) var hasFoundKnotWhileOthersRan = false
    /// The first broken promise, if any.
    private(set) var failure: String?

    private var generator: SeededGenerator
    private(set) var watch: DeadlockWatch
    private let limits: WideningPolicy.Limits
    /// How often each kind of step is tried, and a delivery (nil), so that some trials have very late reports.
    private var pace: [SimulatedNetwork.Step?] = []
    /// The nodes whose messages stay under way for long, and those that seldom get to run.
    private var slowToTell: Set<Int> = []
    private var slowToAct: Set<Int> = []
    /// The nodes of all knots that stand: if one of them moves, the finder was wrong.
    private var frozen: Set<Int> = []
    /// The nodes that were told, in the order of telling.
    private(set) var told: [Int] = []
    private var inToldCycles: Set<Int> = []

    /// Prepares a random network, with widening in half of the cases.
    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let network = SimulatedNetwork.random(using: &generator)
        let items = Int.random(in: 0...12, using: &generator)
        let bytes = Int.random(in: 0...6, using: &generator)
        let isWidening = Bool.random(using: &generator)
        self.init(network, limits: isWidening ? .init(items: items, bytes: bytes) : .off, using: generator)
    }

    /// Prepares the given network; the generator decides who moves when.
    init(_ network: SimulatedNetwork, limits: WideningPolicy.Limits, using generator: SeededGenerator) {
        self.network = network
        self.limits = limits
        self.generator = generator
        finder = KnotFinder(
            nodeCount: network.nodes.count,
            channels: network.channels.map { .init(sender: $0.sender, receiver: $0.receiver, capacity: $0.capacity) }
        )
        watch = DeadlockWatch(WideningPolicy(limits: limits, bytesPerChannel: 1))
        for step in SimulatedNetwork.Step.allCases.map(Optional.some) + [nil] {
            pace += Array(repeating: step, count: .random(in: 1...5, using: &self.generator))
        }
        slowToTell = Set(network.nodes.indices.filter { _ in self.generator.once(in: 3) })
        slowToAct = Set(network.nodes.indices.filter { _ in self.generator.once(in: 3) })
    }

    /// Runs until nothing happens any more, or a promise is broken.
    mutating func run() {
        var stepsLeft = 20_000
        while failure == nil {
            while failure == nil, stepsLeft > 0, takeSomeStep() {
                stepsLeft -= 1
                if generator.once(in: 2) { look() }
            }
            guard stepsLeft > 0 else {
                fail("the network does not come to rest")
                return
            }
            let widened = widenings.count
            look()
            if widenings.count == widened { break }
        }
        if failure == nil { checkCompleteness() }
    }

    /// Tries steps at random, then all of them, and says whether one could be taken.
    private mutating func takeSomeStep() -> Bool {
        for _ in 0..<6 {
            let node = Int.random(in: network.nodes.indices, using: &generator)
            let step = pace.randomElement(using: &generator) ?? nil
            let isLate = step == nil ? slowToTell.contains(node) : slowToAct.contains(node)
            if isLate && !generator.once(in: 20) { continue }
            if take(step, by: node) { return true }
        }
        let offset = Int.random(in: network.nodes.indices, using: &generator)
        for position in network.nodes.indices {
            let node = (position + offset) % network.nodes.count
            for step in SimulatedNetwork.Step.allCases where take(step, by: node) { return true }
            if take(nil, by: node) { return true }
        }
        return false
    }

    private mutating func take(_ step: SimulatedNetwork.Step?, by node: Int) -> Bool {
        guard let step else { return deliver(from: node) }
        guard network.take(step, by: node) else { return false }
        if !frozen.isDisjoint(with: network.moved) {
            fail("node \(node) was in a knot and moved")
        }
        network.moved = []
        return true
    }

    private mutating func deliver(from node: Int) -> Bool {
        guard let message = network.deliver(from: node) else { return false }
        switch message {
        case .report(let report): finder.apply(report)
        case .resumed: finder.resumed(node)
        case .ended: finder.ended(node)
        }
        return true
    }

    /// Looks for knots, checks what it finds, and widens where the watch says so.
    private mutating func look() {
        let knots = finder.knots()
        let stuck = knots.isEmpty ? [] : network.stuckNodes()
        for knot in knots { check(knot, stuck: stuck) }
        for finding in watch.look(at: knots) {
            switch finding {
            case .deadlock(let knot):
                let cycles = knot.cycles.flatMap(\.nodes)
                if cycles.isEmpty { fail("nodes \(knot.nodes) are called a deadlock without a cycle") }
                if !inToldCycles.isDisjoint(with: cycles) { fail("a deadlock of \(cycles) is told twice") }
                inToldCycles.formUnion(cycles)
                told += knot.nodes
            case .joined(let knot): told += knot.nodes
            case .widen(let widening):
                widenings.append(widening)
                finder.widen(widening.channel, by: widening.extraCredits)
                network.order(widening)
            case .loosened(let nodes): fail("nodes \(nodes) are not in a deadlock any more, and nobody helped them")
            }
        }
        frozen = Set(watch.standing.flatMap(\.nodes))
        if widenings.map(\.extraCredits).reduce(0, +) > limits.items { fail("more items than the limit") }
        if widenings.map(\.extraBytes).reduce(0, +) > limits.bytes { fail("more bytes than the limit") }
    }

    private mutating func check(_ knot: Knot, stuck: Set<Int>) {
        if !stuck.isSuperset(of: knot.nodes) {
            fail("nodes \(knot.nodes) are called a knot, but only \(stuck.sorted()) are stuck")
        }
        for waited in knot.members.flatMap(\.waits) {
            let channel = network.channels[waited.channel]
            if (waited.queued, waited.capacity) != (channel.queued, channel.capacity) {
                fail("channel \(waited.channel) holds \(channel.queued) of \(channel.capacity), not \(waited)")
            }
        }
        let isRunning = network.nodes.contains { !$0.hasEnded && $0.wait == nil }
        if isRunning { hasFoundKnotWhileOthersRan = true }
    }

    private mutating func fail(_ reason: String) {
        failure = failure ?? reason
    }

    private mutating func checkCompleteness() {
        let found = finder.knots().flatMap(\.nodes)
        let stuck = network.stuckNodes().sorted()
        if found.sorted() != stuck {
            fail("nodes \(stuck) are stuck, but \(found.sorted()) are found")
        }
        if told.sorted() != stuck { fail("nodes \(stuck) are stuck, and \(told) were told") }
    }
}

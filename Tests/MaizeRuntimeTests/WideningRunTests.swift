import Testing

@testable import MaizeRuntime
import SeededRandom

@Suite struct WideningRunTests {
    private static let items = 40

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a reader of one branch after the other behind a copy comes to its end when channels may grow`(seed: UInt64) {
        let trial = Self.run(Self.copyReadInTurn, limits: .init(), seed: seed)
        let hasEnded = trial.network.hasEnded
        #expect(hasEnded, "seed \(seed)")
        let widened = Set(trial.widenings.map { $0.channel })
        #expect(widened == [2], "seed \(seed)")
        #expect(trial.widenings.count < 12, "seed \(seed): doubling needs few steps")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `the same reader is reported when channels may not grow`(seed: UInt64) {
        let trial = Self.run(Self.copyReadInTurn, limits: .off, seed: seed)
        #expect(trial.finder.knots().map(\.nodes) == [[0, 1, 2]], "seed \(seed)")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a ring with one place a channel and one item on the way is never taken for a knot`(seed: UInt64) {
        let trial = Self.run(Self.ring(of: 8), limits: .init(), seed: seed)
        let hasEnded = trial.network.hasEnded
        #expect(hasEnded, "seed \(seed)")
        #expect(trial.widenings.isEmpty, "seed \(seed)")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a true deadlock behind a source is reported without widening the source's channel`(seed: UInt64) {
        let trial = Self.run(Self.starvedPairBehindSource, limits: .init(items: 10, bytes: 0), seed: seed)
        #expect(trial.watch.standing.map(\.nodes) == [[0, 1, 2]], "seed \(seed)")
        #expect(trial.watch.standing.first?.cycles.map(\.nodes) == [[1, 2]], "seed \(seed)")
        #expect(trial.widenings.isEmpty, "seed \(seed)")
    }

    private static func run(_ network: SimulatedNetwork, limits: WideningPolicy.Limits, seed: UInt64) -> KnotTrial {
        var trial = KnotTrial(network, limits: limits, using: SeededGenerator(seed: seed))
        trial.run()
        let failure = trial.failure
        #expect(failure == nil, "seed \(seed)")
        return trial
    }

    /// 0 produces, 1 copies to both of its outputs, 2 reads the first to its end before the second.
    private static var copyReadInTurn: SimulatedNetwork {
        network(
            channels: [(0, 1), (1, 2), (1, 2)],
            capacity: 2,
            scripts: [
                Array(repeating: .send(0), count: items),
                Array(repeating: [.receive(0), .send(1), .send(2)], count: items).flatMap(\.self),
                Array(repeating: .receive(1), count: items) + Array(repeating: .receive(2), count: items),
            ]
        )
    }

    private static func ring(of count: Int) -> SimulatedNetwork {
        let rounds = 20
        return network(
            channels: (0..<count).map { ($0, ($0 + 1) % count) },
            capacity: 1,
            scripts: (0..<count).map { node in
                let pass: [SimulatedNode.Action] = [.receive((node + count - 1) % count), .send(node)]
                return Array(repeating: node == 0 ? pass.reversed() : pass, count: rounds).flatMap(\.self)
            }
        )
    }

    /// 0 feeds 1, which first waits for 2, which waits for 1.
    private static var starvedPairBehindSource: SimulatedNetwork {
        network(
            channels: [(0, 1), (1, 2), (2, 1)],
            capacity: 2,
            scripts: [
                Array(repeating: .send(0), count: items),
                [.receive(2), .receive(0), .send(1)],
                [.receive(1), .send(2)],
            ]
        )
    }

    private static func network(
        channels: [(Int, Int)],
        capacity: Int,
        scripts: [[SimulatedNode.Action]]
    ) -> SimulatedNetwork {
        SimulatedNetwork(
            nodes: scripts.map { SimulatedNode(script: $0, passes: 1) },
            channels: channels.map {
                SimulatedChannel(sender: $0.0, receiver: $0.1, capacity: capacity, pipeLimit: 100, heldLimit: 100)
            },
            deadlinesPass: false
        )
    }
}

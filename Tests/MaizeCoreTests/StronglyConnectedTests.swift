import MaizeCore
import Testing

@Suite struct StronglyConnectedTests {
    /// The sets by their meaning: two nodes are together when each can be reached from the other.
    private func byReach(_ successors: [[Int]]) -> Set<Set<Int>> {
        let count = successors.count
        var reaches = (0..<count).map { from in (0..<count).map { to in from == to || successors[from].contains(to) } }
        for middle in 0..<count {
            for from in 0..<count where reaches[from][middle] {
                for to in 0..<count where reaches[middle][to] { reaches[from][to] = true }
            }
        }
        return Set((0..<count).map { node in Set((0..<count).filter { reaches[node][$0] && reaches[$0][node] }) })
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `random graphs fall apart as reachability says`(seed: UInt64) {
        var random = SeededNumbers(state: seed)
        for round in 0..<25 {
            let count = Int(random.next() % 12)
            let density = random.next() % 40
            let successors = (0..<count).map { _ in (0..<count).filter { _ in random.next() % 100 < density } }
            let found = StronglyConnected.sets(successors: successors)
            #expect(Set(found.map(Set.init)) == byReach(successors), "seed \(seed), round \(round)")
            #expect(found.joined().count == count)
        }
    }

    @Test func `every node of a long chain is alone, without recursion`() {
        let count = 100_000
        let chain = (0..<count).map { $0 + 1 < count ? [$0 + 1] : [] }
        #expect(StronglyConnected.sets(successors: chain).count == count)
        let ring = (0..<count).map { [($0 + 1) % count] }
        #expect(StronglyConnected.sets(successors: ring).count == 1)
    }

    @Test func `edges that are there twice, and to oneself, change nothing`() {
        #expect(StronglyConnected.sets(successors: [[0, 0, 1, 1], []]).count == 2)
        #expect(StronglyConnected.sets(successors: []).isEmpty)
    }
}

/// A small repeatable generator (SplitMix64), so that a failing seed can be repeated.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

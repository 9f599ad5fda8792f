import Testing

@testable import MaizeRuntime

/// Looks at knots as they come and go.
@Suite struct DeadlockWatchTests {
    private var watch = DeadlockWatch(WideningPolicy(limits: .init(items: 4, bytes: 0)))

    private static func member(_ node: Int, waitsFor peers: [Int], full: Bool = false) -> Knot.Member {
        let waits = peers.map { peer in
            Knot.WaitedChannel(
                channel: node * 10 + peer,
                peer: peer,
                need: full ? .room : .item,
                queued: full ? 2 : 0,
                capacity: 2
            )
        }
        return Knot.Member(node: node, waits: waits)
    }

    /// Nodes that wait for an item of one other each.
    private static func knot(_ waits: [Int: [Int]]) -> Knot {
        Knot(members: waits.sorted { $0.key < $1.key }.map { member($0.key, waitsFor: $0.value) })
    }

    @Test mutating func `a deadlock is told once, and who comes to wait for it as that`() {
        let pair = Self.knot([0: [1], 1: [0]])
        #expect(watch.look(at: [pair]) == [.deadlock(pair)])
        #expect(watch.look(at: [pair]) == [])
        let more = Self.knot([0: [1], 1: [0], 2: [1], 3: [2]])
        #expect(watch.look(at: [more]) == [.joined(Self.knot([2: [1], 3: [2]]))])
        #expect(watch.look(at: [more]) == [])
        #expect(watch.standing == [more])
    }

    @Test mutating func `a second deadlock is told later, even where it hangs together with the first`() {
        let first = Self.knot([0: [1], 1: [0]])
        _ = watch.look(at: [first])
        let apart = Self.knot([3: [4], 4: [3]])
        #expect(watch.look(at: [first, apart]) == [.deadlock(apart)])
        // 2 waits for whichever of both comes first, 6 for itself.
        let all = Self.knot([0: [1], 1: [0], 2: [1, 4, 6], 3: [4], 4: [3], 6: [6]])
        #expect(watch.look(at: [all]) == [.deadlock(Self.knot([2: [1, 4, 6], 6: [6]]))])
        #expect(watch.look(at: [all]) == [])
    }

    @Test mutating func `a full cycle is widened although a starved one hangs together with it`() {
        let starved = [Self.member(0, waitsFor: [1]), Self.member(1, waitsFor: [0])]
        let full = [Self.member(2, waitsFor: [3], full: true), Self.member(3, waitsFor: [2], full: true)]
        let between = [Self.member(4, waitsFor: [0, 2]), Self.member(5, waitsFor: [1], full: true)]
        let findings = watch.look(at: [Knot(members: starved + full + between)])
        #expect(
            findings == [
                .widen(.init(channel: 23, extraCredits: 2, extraBytes: 0, isFirst: true)),
                .deadlock(Knot(members: starved + [between[1]])),
            ]
        )
        #expect(watch.standing.map(\.nodes) == [[0, 1, 5]])
    }

    @Test mutating func `a cycle is told when the limit of widening is reached`() {
        let full = Knot(members: [Self.member(0, waitsFor: [1], full: true), Self.member(1, waitsFor: [0], full: true)])
        for isFirst in [true, false] {
            let widening = WideningPolicy.Widening(channel: 1, extraCredits: 2, extraBytes: 0, isFirst: isFirst)
            #expect(watch.look(at: [full]) == [.widen(widening)])
            #expect(watch.standing.isEmpty)
        }
        #expect(watch.look(at: [full]) == [.deadlock(full)])
        #expect(watch.look(at: [full]) == [])
    }

    @Test mutating func `a deadlock whose member somebody ends is taken back, and may come again`() {
        let ring = Self.knot([0: [1], 1: [2], 2: [0]])
        _ = watch.look(at: [ring])
        #expect(watch.look(at: []) == [.loosened([0, 1, 2])])
        #expect(watch.standing.isEmpty)
        #expect(watch.look(at: [ring]) == [.deadlock(ring)])
    }

    @Test func `a cycle is told from those who wait for it`() {
        // 1 -> 2 -> 3 -> 1; 0 and 4 wait for each other or for the cycle, 5 for 4.
        let knot = Self.knot([0: [4, 3], 1: [2], 2: [3], 3: [1], 4: [0], 5: [4]])
        #expect(knot.cycles.map(\.nodes) == [[1, 2, 3]])
        #expect(knot.waiters.map(\.node) == [0, 4, 5])
        #expect(Self.knot([7: [2], 2: [9], 9: [7]]).membersInWaitingOrder.map(\.node) == [2, 9, 7])
    }
}

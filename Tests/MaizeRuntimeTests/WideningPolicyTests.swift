import Testing

@testable import MaizeRuntime

@Suite struct WideningPolicyTests {
    @Test func `a cycle without a full channel is not widened`() {
        var policy = WideningPolicy()
        let knot = Self.knot([.init(channel: 0, peer: 0, need: .item, queued: 0, capacity: 4)])
        #expect(policy.widening(for: knot) == nil)
    }

    @Test func `the narrowest full channel is doubled, and the first of several alike`() {
        var policy = WideningPolicy()
        let knot = Self.knot([
            Self.full(3, capacity: 8), Self.full(2, capacity: 4), Self.full(1, capacity: 4),
            .init(channel: 0, peer: 0, need: .item, queued: 0, capacity: 1),
        ])
        #expect(policy.widening(for: knot) == Self.credits(4, on: 1, isFirst: true))
    }

    @Test func `only the first widening of a channel is its first`() {
        var policy = WideningPolicy()
        #expect(policy.widening(for: Self.knot([Self.full(1, capacity: 4)])) == Self.credits(4, on: 1, isFirst: true))
        #expect(policy.widening(for: Self.knot([Self.full(1, capacity: 8)])) == Self.credits(8, on: 1, isFirst: false))
        #expect(policy.widening(for: Self.knot([Self.full(2, capacity: 9)])) == Self.credits(9, on: 2, isFirst: true))
    }

    @Test func `items of all channels together stay within the limit, then nothing is widened any more`() {
        var policy = WideningPolicy(limits: .init(items: 10, bytes: 0))
        #expect(policy.widening(for: Self.knot([Self.full(1, capacity: 4)])) == Self.credits(4, on: 1, isFirst: true))
        #expect(policy.widening(for: Self.knot([Self.full(2, capacity: 5)])) == Self.credits(5, on: 2, isFirst: true))
        #expect(policy.widening(for: Self.knot([Self.full(1, capacity: 8)])) == Self.credits(1, on: 1, isFirst: false))
        let knot = Self.knot([Self.full(1, capacity: 9)])
        #expect(policy.widening(for: knot) == nil)
    }

    @Test func `limits of 0 turn widening off`() {
        var policy = WideningPolicy(limits: .off)
        let knot = Self.knot([Self.full(1, capacity: 4), Self.full(2, capacity: 4, need: .bytes)])
        #expect(policy.widening(for: knot) == nil)
    }

    @Test func `a receiver at its byte limit may hold twice as much, up to the limit of the run`() {
        var policy = WideningPolicy(limits: .init(items: 10, bytes: 256), bytesPerChannel: 64)
        let knot = Self.knot([Self.full(1, capacity: 4, need: .bytes)])
        #expect(policy.widening(for: knot) == Self.bytes(64, on: 1, isFirst: true))
        #expect(policy.widening(for: knot) == Self.bytes(128, on: 1, isFirst: false))
        #expect(policy.widening(for: knot) == Self.bytes(64, on: 1, isFirst: false))
        #expect(policy.widening(for: knot) == nil)
    }

    @Test func `room for items comes before bytes, and bytes are left when items are used up`() {
        var policy = WideningPolicy(limits: .init(items: 4, bytes: 256), bytesPerChannel: 64)
        let knot = Self.knot([Self.full(1, capacity: 4, need: .bytes), Self.full(2, capacity: 4)])
        #expect(policy.widening(for: knot) == Self.credits(4, on: 2, isFirst: true))
        #expect(policy.widening(for: knot) == Self.bytes(64, on: 1, isFirst: true))
    }

    @Test func `the usual limits are a mebi items and 256 mebibytes, reached in few steps`() {
        let limits = WideningPolicy.Limits()
        #expect(limits == .init(items: 1_048_576, bytes: 268_435_456))
        var policy = WideningPolicy()
        var capacity = 64
        var steps = 0
        while let widening = policy.widening(for: Self.knot([Self.full(0, capacity: capacity)])) {
            capacity += widening.extraCredits
            steps += 1
        }
        #expect(capacity == 64 + limits.items)
        #expect(steps == 15)
    }

    private static func full(_ channel: Int, capacity: Int, need: Knot.Need = .room) -> Knot.WaitedChannel {
        .init(channel: channel, peer: 0, need: need, queued: capacity, capacity: capacity)
    }

    private static func knot(_ waits: [Knot.WaitedChannel]) -> Knot {
        Knot(members: waits.enumerated().map { .init(node: $0.offset, waits: [$0.element]) })
    }

    private static func credits(_ credits: Int, on channel: Int, isFirst: Bool) -> WideningPolicy.Widening {
        .init(channel: channel, extraCredits: credits, extraBytes: 0, isFirst: isFirst)
    }

    private static func bytes(_ bytes: Int, on channel: Int, isFirst: Bool) -> WideningPolicy.Widening {
        .init(channel: channel, extraCredits: 0, extraBytes: bytes, isFirst: isFirst)
    }
}

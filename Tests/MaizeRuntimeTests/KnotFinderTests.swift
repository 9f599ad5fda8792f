internal import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite struct KnotFinderTests {
    // MARK: What is a knot

    @Test func `two nodes that wait for each other's items are a knot`() throws {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (1, 0)])
        waits.publish(0, Wait(inputs: [1]))
        #expect(waits.knots.isEmpty)
        waits.publish(1, Wait(inputs: [0]))

        let knot = try #require(waits.finder.knots().first)
        #expect(knot.nodes == [0, 1])
        #expect(!knot.isWaitingForRoom)
        #expect(knot.fullChannels.isEmpty)
        #expect(
            knot.members[0].waits == [.init(channel: 1, peer: 1, need: .item, queued: 0, capacity: 2)]
        )
    }

    @Test func `a third node that computes does not hide the knot of two others`() {
        var waits = PublishedWaits(nodes: 3, channels: [(0, 1), (1, 0), (0, 2)])
        waits.publish(0, Wait(inputs: [1]))
        waits.publish(1, Wait(inputs: [0]))
        #expect(waits.knots == [[0, 1]])
    }

    @Test func `a ring in which every channel is full is a knot that waits for room`() throws {
        var waits = PublishedWaits(nodes: 3, channels: [(0, 1), (1, 2), (2, 0)])
        for channel in 0..<3 { waits.send(2, on: channel, received: 1) }
        for node in 0..<3 { waits.publish(node, Wait(roomOn: [node])) }

        let knot = try #require(waits.finder.knots().first)
        #expect(knot.nodes == [0, 1, 2])
        #expect(knot.isWaitingForRoom)
        #expect(knot.fullChannels.map(\.channel) == [0, 1, 2])
        #expect(knot.fullChannels.allSatisfy { $0.queued == 2 && $0.capacity == 2 })
    }

    @Test func `a reader that takes one branch of a copy after the other is a knot with a full channel`() throws {
        // 0 produces, 1 copies to 2 on channels 1 and 2, and 2 wants the end of the first before it reads the second.
        var waits = PublishedWaits(nodes: 3, channels: [(0, 1), (1, 2), (1, 2)])
        waits.send(5, on: 0, received: 5)
        waits.grant(3, on: 0, received: 3)
        waits.send(3, on: 1, received: 3)
        waits.grant(3, on: 1, received: 3)
        waits.send(2, on: 2, received: 2)
        waits.publish(0, Wait(roomOn: [0]))
        waits.publish(1, Wait(roomOn: [2]))
        waits.publish(2, Wait(inputs: [1]))

        let knot = try #require(waits.finder.knots().first)
        #expect(knot.nodes == [0, 1, 2])
        #expect(knot.fullChannels.map(\.channel) == [0, 2])
        #expect(knot.cycles.map(\.nodes) == [[1, 2]])
        // The producer's channel is as narrow, but more from the producer would help nobody.
        var watch = DeadlockWatch(WideningPolicy())
        #expect(watch.look(at: [knot]) == [.widen(.init(channel: 2, extraCredits: 2, extraBytes: 0, isFirst: true))])
    }

    @Test func `nodes that wait for a member of a knot belong to it`() {
        // 0 and 1 starve each other; 2 waits for items of 1; 3 has filled its channel to 0.
        var waits = PublishedWaits(nodes: 4, channels: [(0, 1), (1, 0), (1, 2), (3, 0)])
        waits.send(2, on: 3, received: 2)
        waits.publish(0, Wait(inputs: [1]))
        waits.publish(1, Wait(inputs: [0]))
        waits.publish(2, Wait(inputs: [2]))
        waits.publish(3, Wait(roomOn: [3]))
        #expect(waits.knots == [[0, 1, 2, 3]])
    }

    @Test func `two knots that do not wait for each other are separate`() {
        var waits = PublishedWaits(nodes: 4, channels: [(0, 2), (2, 0), (1, 3), (3, 1), (0, 1)])
        waits.publish(0, Wait(inputs: [1]))
        waits.publish(2, Wait(inputs: [0]))
        waits.publish(1, Wait(inputs: [3]))
        waits.publish(3, Wait(inputs: [2]))
        #expect(waits.knots == [[0, 2], [1, 3]])
    }

    @Test func `a node that waits for itself is a knot`() {
        var waits = PublishedWaits(nodes: 1, channels: [(0, 0)])
        waits.publish(0, Wait(inputs: [0]))
        #expect(waits.knots == [[0]])
    }

    @Test func `a wait for an item or for room is in a knot if neither can come`() {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (1, 0)])
        waits.send(2, on: 0, received: 2)
        waits.publish(0, Wait(inputs: [1], roomOn: [0]))
        waits.publish(1, Wait(inputs: [0]))
        #expect(waits.knots == [[0, 1]])
        waits.finder.resumed(1)
        #expect(waits.knots.isEmpty)
    }

    @Test func `five thousand nodes in a ring are one knot, and none once one of them runs`() {
        let count = 5_000
        var finder = KnotFinder(
            nodeCount: count,
            channels: (0..<count).map { .init(sender: $0, receiver: ($0 + 1) % count, capacity: 2) }
        )
        for node in 0..<count {
            let input = (node + count - 1) % count
            finder.apply(
                WaitReport(
                    node: node,
                    wait: Wait(inputs: [input]),
                    inputs: [InputCounters(channel: input, framesReceived: 0, creditsGranted: 2)],
                    outputs: [OutputCounters(channel: node, framesSent: 0, creditsReceived: 2)],
                    widenings: 0
                )
            )
        }
        #expect(finder.knots().map(\.nodes) == [Array(0..<count)])
        finder.resumed(count / 2)
        #expect(finder.knots().isEmpty)
    }

    // MARK: What is not

    @Test func `a merge is not in a knot while one of its senders can still send`() {
        var waits = PublishedWaits(nodes: 3, channels: [(0, 1), (2, 1), (1, 0)])
        waits.publish(0, Wait(inputs: [2]))
        waits.publish(1, Wait(inputs: [0, 1]))
        #expect(waits.knots.isEmpty)
        waits.publish(2, Wait(inputs: []))
        #expect(waits.knots.isEmpty, "a wait for nothing proves nothing")
    }

    @Test func `a merge whose senders all wait for it is in a knot`() {
        var waits = PublishedWaits(nodes: 3, channels: [(0, 1), (2, 1), (1, 0), (1, 2)])
        waits.publish(0, Wait(inputs: [2]))
        waits.publish(1, Wait(inputs: [0, 1]))
        waits.publish(2, Wait(inputs: [3]))
        #expect(waits.knots == [[0, 1, 2]])
    }

    @Test(arguments: [0, 1])
    func `a node that has ended keeps its peers out of a knot`(ended: Int) {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (1, 0)])
        waits.publish(0, Wait(inputs: [1]))
        waits.publish(1, Wait(inputs: [0]))
        waits.finder.ended(ended)
        #expect(waits.knots.isEmpty)
        waits.publish(ended, Wait(inputs: [1 - ended]))
        #expect(waits.knots.isEmpty, "nothing is published after the end")
    }

    @Test func `a wait with a deadline is outside`() {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (1, 0)])
        waits.publish(0, Wait(inputs: [1], isPure: false))
        waits.publish(1, Wait(inputs: [0]))
        #expect(waits.knots.isEmpty)
        waits.publish(0, Wait(inputs: [1]))
        #expect(waits.knots == [[0, 1]])
    }

    @Test func `a node that runs again, or is told something, is outside until it reports again`() {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (1, 0)])
        waits.publish(0, Wait(inputs: [1]))
        waits.publish(1, Wait(inputs: [0]))
        waits.finder.resumed(0)
        #expect(waits.knots.isEmpty)
        waits.publish(0, Wait(inputs: [1]))
        #expect(waits.knots == [[0, 1]])
        waits.finder.void(1)
        #expect(waits.knots.isEmpty)
    }
}

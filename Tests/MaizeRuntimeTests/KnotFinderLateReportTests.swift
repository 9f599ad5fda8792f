internal import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite struct KnotFinderLateReportTests {
    @Test func `an item under way keeps its receiver out of a knot`() {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (1, 0)])
        waits.publish(1, Wait(inputs: [0]))
        waits.send(1, on: 0, received: 0)
        waits.publish(0, Wait(inputs: [1]))
        #expect(waits.knots.isEmpty)
        waits.send(0, on: 0, received: 1)
        waits.publish(1, Wait(inputs: [0]))
        #expect(waits.knots == [[0, 1]])
    }

    @Test func `a credit under way keeps its sender out of a knot`() {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (0, 1)])
        waits.send(2, on: 0, received: 2)
        waits.publish(0, Wait(roomOn: [0]))
        waits.grant(1, on: 0, received: 0)
        waits.publish(1, Wait(inputs: [1]))
        #expect(waits.knots.isEmpty)
        waits.grant(0, on: 0, received: 1)
        waits.send(1, on: 0, received: 1)
        waits.publish(0, Wait(roomOn: [0]))
        #expect(waits.knots == [[0, 1]])
    }

    @Test func `a sender that closed its end is not judged by what it counted before`() {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (1, 0)])
        waits.publish(0, Wait(inputs: [1]))
        waits.publish(1, Wait(inputs: [0]))
        #expect(waits.knots == [[0, 1]])
        waits.close(.sending(0))
        waits.publish(0, Wait(inputs: [1]))
        #expect(waits.knots.isEmpty)
    }

    @Test func `a receiver that closed its end is not judged by what it counted before`() {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (0, 1)])
        waits.send(2, on: 0, received: 2)
        waits.publish(0, Wait(roomOn: [0]))
        waits.publish(1, Wait(inputs: [1]))
        #expect(waits.knots == [[0, 1]])
        waits.close(.receiving(0))
        waits.publish(1, Wait(inputs: [1]))
        #expect(waits.knots.isEmpty)
    }

    @Test func `a full pipe counts only if the receiver stopped reading and the sender has heard so`() throws {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (0, 1)])
        waits.send(1, on: 0, received: 1)
        waits.publish(0, Wait(bytesOn: [0]))
        waits.publish(1, Wait(inputs: [1]))
        #expect(waits.knots.isEmpty, "the receiver still reads")
        waits.stop(0, isHeard: false)
        waits.publish(1, Wait(inputs: [1]))
        #expect(waits.knots.isEmpty, "what was read before the stop may have made space")
        waits.stop(0, isHeard: true)
        waits.publish(1, Wait(inputs: [1]))
        waits.publish(0, Wait(bytesOn: [0]))

        let knot = try #require(waits.finder.knots().first)
        #expect(knot.fullChannels == [.init(channel: 0, peer: 1, need: .bytes, queued: 1, capacity: 2)])
        #expect(knot.isWaitingForRoom)
    }

    @Test func `after a widening only reports from after it count`() throws {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (0, 1)])
        waits.send(2, on: 0, received: 2)
        waits.publish(0, Wait(roomOn: [0]))
        waits.publish(1, Wait(inputs: [1]))
        waits.finder.widen(0, by: 2)
        #expect(waits.knots.isEmpty)
        waits.publish(1, Wait(inputs: [1]))
        #expect(waits.knots.isEmpty, "the report was under way when the widening was sent")

        waits.carryOutWidening(1)
        waits.grant(2, on: 0, received: 0)
        waits.publish(1, Wait(inputs: [1]))
        #expect(waits.knots.isEmpty, "the sender has not got the credits")
        waits.grant(0, on: 0, received: 2)
        waits.send(2, on: 0, received: 2)
        waits.publish(0, Wait(roomOn: [0]))
        let knot = try #require(waits.finder.knots().first)
        #expect(knot.fullChannels == [.init(channel: 0, peer: 1, need: .room, queued: 4, capacity: 4)])
    }

    @Test func `a report about unknown or foreign channels is not believed`() {
        var waits = PublishedWaits(nodes: 2, channels: [(0, 1), (1, 0)])
        waits.publish(1, Wait(inputs: [0]))
        for wait in [Wait(inputs: [0]), Wait(roomOn: [1]), Wait(inputs: [7]), Wait(bytesOn: [-1])] {
            waits.publish(0, Wait(inputs: [1]))
            #expect(waits.knots == [[0, 1]])
            waits.publish(0, wait)
            #expect(waits.knots.isEmpty)
        }
        waits.finder.apply(WaitReport(node: 9, wait: Wait(inputs: [0]), inputs: [], outputs: [], widenings: 0))
        #expect(waits.knots.isEmpty)
    }
}

import MaizeSystem
import Testing

@Suite struct EventQueueTests {
    @Test func `an event carries the token that its descriptor was added with`() throws {
        let queue = try EventQueue()
        let first = try WakeEvent()
        let second = try WakeEvent()
        try queue.add(first.descriptor, token: 1 << 40)
        try queue.add(second.descriptor, token: 2)
        var tokens = queue.wait(until: .now).map(\.token)
        #expect(tokens == [])
        second.signal()
        tokens = queue.wait(until: nil).map(\.token)
        #expect(tokens == [2])
        first.signal()
        tokens = queue.wait(until: nil).map(\.token).sorted()
        #expect(tokens == [2, 1 << 40])
    }

    @Test func `a removed descriptor is not reported`() throws {
        let queue = try EventQueue()
        let event = try WakeEvent()
        try queue.add(event.descriptor, token: 1)
        event.signal()
        queue.remove(event.descriptor)
        let count = queue.wait(until: .now).count
        #expect(count == 0)
    }

    @Test func `an end of file is readable and hung up`() throws {
        let queue = try EventQueue()
        var pair = try SocketPair()
        let own = pair.takeOwnEnd()
        try queue.add(own, token: 5)
        do { _ = pair.takePeerEnd() }
        let event = queue.wait(until: nil).first
        #expect(event?.isReadable == true)
        #expect(event?.isHungUp == true)
    }
}

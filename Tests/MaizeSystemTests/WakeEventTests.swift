import MaizeSystem
import Testing

@Suite struct WakeEventTests {
    @Test func `a signal makes the event readable until it is cleared`() throws {
        let event = try WakeEvent()
        var set = PollSet()
        set.add(event.descriptor.number, .readable)
        #expect(try set.wait(milliseconds: 0) == 0)
        event.signal()
        event.signal()
        #expect(try set.wait(milliseconds: 0) == 1)
        event.clear()
        #expect(try set.wait(milliseconds: 0) == 0)
    }

    @Test func `clearing an event that was not signalled does not wait`() throws {
        let event = try WakeEvent()
        event.clear()
        event.signal()
        var set = PollSet()
        set.add(event.descriptor.number, .readable)
        #expect(try set.wait(milliseconds: 0) == 1)
    }
}

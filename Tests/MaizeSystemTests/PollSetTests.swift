import MaizeSystem
import Testing

@Suite struct PollSetTests {
    @Test func `a wait tells which descriptors are ready, by their places`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        let writer = pipe.takeWriteEnd()
        var set = PollSet()
        let readable = set.add(reader.number, .readable)
        let writable = set.add(writer.number, .writable)
        #expect(try set.wait(milliseconds: 0) == 1)
        #expect(events(in: set, at: readable) == [])
        #expect(events(in: set, at: writable) == .writable)
        try [1 as UInt8].withUnsafeBytes { try writer.writeAll($0) }
        #expect(try set.wait(milliseconds: nil) == 2)
        #expect(events(in: set, at: readable) == .readable)
    }

    @Test func `a peer that is gone is reported without being asked for`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        do { _ = pipe.takeWriteEnd() }
        var set = PollSet()
        let place = set.add(reader.number, .readable)
        #expect(try set.wait(milliseconds: nil) == 1)
        #expect(!events(in: set, at: place).isDisjoint(with: .hangup))
    }

    @Test func `a wait for nothing ends at its time, not before`() throws {
        var set = PollSet()
        let start = MonotonicTime.now
        #expect(try set.wait(milliseconds: 20) == 0)
        #expect(MonotonicTime.now.seconds(since: start) >= 0.02)
    }

    @Test func `a set is emptied and used again`() throws {
        let wake = try WakeEvent()
        var set = PollSet()
        set.add(wake.descriptor.number, .readable)
        set.removeAll()
        var count = set.count
        #expect(count == 0)
        #expect(set.add(wake.descriptor.number, .readable) == 0)
        count = set.count
        #expect(count == 1)
    }

    private func events(in set: borrowing PollSet, at place: Int) -> PollSet.Interest { set.events(at: place) }
}

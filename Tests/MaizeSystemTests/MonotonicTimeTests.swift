import MaizeSystem
import Testing

@Suite struct MonotonicTimeTests {
    @Test func `time goes on and never back`() {
        var last = MonotonicTime.now
        for _ in 0..<1000 {
            let next = MonotonicTime.now
            #expect(next >= last)
            last = next
        }
    }

    @Test func `a moment is moved by seconds, and never back or without bound`() {
        let start = MonotonicTime(nanoseconds: 1_000)
        #expect(start.advanced(bySeconds: 1.5).nanoseconds == 1_500_001_000)
        #expect(start.advanced(bySeconds: 1.5).seconds(since: start) == 1.5)
        #expect(start.advanced(bySeconds: -3) == start)
        #expect(start.advanced(bySeconds: .infinity) > start)
        #expect(start.advanced(bySeconds: 1e300) == start.advanced(bySeconds: .infinity))
    }

    @Test func `not a number of seconds is a moment and no crash`() {
        let start = MonotonicTime(nanoseconds: 1_000)
        #expect(start.advanced(bySeconds: .nan) >= start)
    }

    @Test func `milliseconds are rounded up, and are 0 once the moment has passed`() {
        let now = MonotonicTime.now
        #expect(MonotonicTime(nanoseconds: now.nanoseconds - 1).millisecondsFromNow == 0)
        #expect(now.advanced(bySeconds: 1e9).millisecondsFromNow > 0)
        let soon = MonotonicTime.now.advanced(bySeconds: 3600.0005)
        #expect((3_590_000...3_600_001).contains(soon.millisecondsFromNow))
    }

    @Test func `a wall clock time is shown to the millisecond`() {
        let text = WallClock.clockText(1_700_000_000.25)
        #expect(text.count == 12)
        #expect(text.hasSuffix(":20.250"))
        #expect(WallClock.now > 1_700_000_000)
    }
}

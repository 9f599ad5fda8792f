import MaizeSystem
import Testing

@testable import MaizeRuntime

@Suite struct RateWindowTests {
    private func time(_ seconds: Double) -> MonotonicTime {
        MonotonicTime(nanoseconds: 5_000_000_000).advanced(bySeconds: seconds)
    }

    private func window(_ samples: [(Double, Int, Int)]) -> RateWindow {
        var window = RateWindow()
        for (seconds, received, sent) in samples {
            window.add([NodeCounts(received: received, sent: sent)], at: time(seconds))
        }
        return window
    }

    @Test func `nothing is known from one look, or from two at nearly the same time`() {
        #expect(window([]).rate(of: 0) == nil)
        #expect(window([(0, 10, 10)]).rate(of: 0) == nil)
        #expect(window([(0, 10, 10), (0.05, 20, 20)]).rate(of: 0) == nil)
    }

    @Test func `a rate is that of the busier side over about a second`() throws {
        let rate = try #require(window([(0, 0, 0), (0.5, 10, 100), (1, 20, 200)]).rate(of: 0))
        #expect(abs(rate - 200) < 0.001)
    }

    @Test func `what is long past does not count`() throws {
        var samples = (0..<10).map { (Double($0) * 0.25, $0 * 1000, 0) }
        samples += (10..<20).map { (Double($0) * 0.25, 9000, 0) }
        #expect(window(samples).rate(of: 0) == 0)
    }

    @Test func `what stands still is told from what moves`() {
        #expect(window([(0, 1, 1)]).isMoving, "nobody knows yet")
        #expect(window([(0, 1, 1), (1, 1, 2)]).isMoving)
        #expect(!window([(0, 1, 1), (1, 1, 2), (2, 1, 2)]).isMoving)
    }

    @Test func `a counter that runs backwards is no rate`() {
        #expect(window([(0, 100, 100), (1, 5, 5)]).rate(of: 0) == 0)
    }
}

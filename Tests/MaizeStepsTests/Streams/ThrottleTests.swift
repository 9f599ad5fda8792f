import Maize
import MaizeSystem
import MaizeTesting
import SeededRandom
import Testing

@testable import MaizeSteps

@Suite(.timeLimit(.minutes(10))) struct ThrottleTests {
    private func throttle(_ count: Int, _ seconds: Double) -> NodeRig<Throttle<Int>> {
        NodeRig(Throttle<Int>.self) {
            $0.count = count
            $0.seconds = seconds
        }
    }

    @Test func `nothing is lost, and the order stays`() throws {
        #expect(try throttle(3, 0.001).feed(\.inp, 0..<20).run().items(of: \.out) == Array(0..<20))
        #expect(try throttle(1, 1e6).feed(\.inp, []).run().items(of: \.out) == [])
        #expect(try throttle(3, 1e6).feed(\.inp, 0..<3).run().items(of: \.out) == [0, 1, 2], "a burst leaves at once")
    }

    @Test func `items are far enough apart`() throws {
        let begin = MonotonicTime.now
        _ = try throttle(2, 0.02).feed(\.inp, 0..<5).run()
        #expect(MonotonicTime.now.seconds(since: begin) >= 0.04)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `no span of time has more than are allowed`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let (count, seconds) = (random.number(1...5), Double(random.number(1...8)))
        var limit = RateLimit(count: count, seconds: seconds)
        var now = MonotonicTime(nanoseconds: 0)
        var moments: [MonotonicTime] = []
        for _ in 0..<200 {
            now = max(now.advanced(bySeconds: Double(random.number(0...20)) / 10), limit.next)
            limit.take(at: now)
            moments.append(now)
        }
        for (first, last) in zip(moments, moments.dropFirst(count)) {
            #expect(last.seconds(since: first) >= seconds, "seed \(seed)")
        }
    }

    @Test func `a broken stream is passed on broken, a receiver that goes away stops it`() throws {
        let broken = try throttle(9, 1).feed(\.inp, 0..<3, then: .broken).run()
        #expect(broken.items(of: \.out) == [0, 1, 2] && broken.end(of: \.out) == .broken)
        #expect(try throttle(99, 1).feed(\.inp, 0..<9).take(2, of: \.out).run().outcome.word == "stopped")
    }

    @Test func `limits out of range are found before the run`() throws {
        #expect(throttle(0, 1).feed(\.inp, []).problem?.contains("is in 1...1000000") == true)
        for seconds in [0, -1, .nan, .infinity] {
            #expect(throttle(1, seconds).feed(\.inp, []).problem?.contains("is above 0.0, and finite") == true)
        }
    }
}

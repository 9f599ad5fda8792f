import Dispatch
import Glibc
import Maize
import MaizeTesting
import Synchronization
import Testing

/// Where four workers of one run in memory wait for each other.
final class MeetingPlace: @unchecked Sendable {
    // Unchecked: the pointer never changes, and what it points to is made for being used by many threads.
    private let barrier = UnsafeMutablePointer<pthread_barrier_t>.allocate(capacity: 1)

    /// One for each run, by number; they live as long as the tests.
    static let all = [MeetingPlace(), MeetingPlace()]

    private init() { pthread_barrier_init(barrier, nil, 4) }

    /// Goes on once four have come.
    func wait() { pthread_barrier_wait(barrier) }
}

/// Goes on with an item only once four workers have one.
final class Meeting: Node {
    @Parameter var place = 0
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() {
            MeetingPlace.all[place].wait()
            try out.send(number)
        }
    }
}

/// How many items of a run in memory were worked on, and who waits for all of them.
final class Countdown: Sendable {
    private let left: Mutex<Int>
    private let isOver = DispatchSemaphore(value: 0)

    static let all = [Countdown(150), Countdown(150)]

    private init(_ count: Int) { left = Mutex(count) }

    func count() {
        let isLast = left.withLock {
            $0 -= 1
            return $0 == 0
        }
        if isLast { isOver.signal() }
    }

    func waitForEnd() { isOver.wait() }
}

/// Keeps item 0 until all others were worked on.
final class Holding: Node {
    @Parameter var place = 0
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() {
            if number == 0 { Countdown.all[place].waitForEnd() } else { Countdown.all[place].count() }
            try out.send(number)
        }
    }
}

/// Who gets what; none of this hangs on time: where items went another way, the run would never end.
@Suite(.timeLimit(.minutes(10))) struct ParallelSharingTests {
    private let flow = Workflow("sharing")

    private func run(_ count: Int, _ inp: Input<Int>, _ out: Output<Int>) throws -> ([Int], InMemoryResult) {
        let source = try flow.add(Counting.self) { $0.count = count }
        let sink = try flow.add(Return<Int>.self)
        try flow.chained(source.out, inp, out, sink.inp)
        var run = InMemoryRun(flow)
        run.timeLimit = 120
        let result = try run.execute()
        return (sink.values, result)
    }

    @Test(arguments: [false, true])
    func `all four branches have work at the same time, again and again`(keepsOrder: Bool) throws {
        let whole = try flow.parallel(Meeting.self, branches: 4, keepsOrder: keepsOrder) {
            $0.place = keepsOrder ? 1 : 0
        }
        let (values, result) = try run(400, whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(values.sorted() == Array(0..<400))
    }

    @Test(arguments: [false, true])
    func `no item waits behind one that takes long, while others have nothing to do`(keepsOrder: Bool) throws {
        let whole = try flow.parallel(Holding.self, branches: 4, keepsOrder: keepsOrder) {
            $0.place = keepsOrder ? 1 : 0
        }
        let (values, result) = try run(151, whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(result.widened.isEmpty)
        let shares = (1...4).map { result["holding/branch\($0)"]?.received ?? 0 }
        #expect(shares.filter { $0 == 1 }.count >= 1, "who had item 0 got \(shares), so others waited behind it")
        #expect(shares.reduce(0, +) == 151)
        if keepsOrder { #expect(values == Array(0..<151)) }
    }
}

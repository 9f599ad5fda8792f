internal import MaizeSystem
internal import Synchronization

/// Items sent and received on every channel of a run, as its nodes count them: memory that all its processes share.
///
/// Each counter has one writer, the process at that end of the channel, and a cache line of its own, so that counting
/// costs a node one store. What stands here is for people to look at: a node's code may write over all of it, and
/// nothing is decided by it.
final class CounterBoard {
    private let memory: SharedMemory

    private static let cacheLine = 64
    /// Counters that no node of sane mind reaches; sums of them still fit an `Int`.
    private static let most = 1 << 50

    /// Makes the memory file for the counters of so many channels.
    static func makeFile(channels: Int) throws(SystemError) -> Descriptor {
        try SharedMemory.makeFile(name: "maize-counters", size: size(channels))
    }

    init(mapping file: borrowing Descriptor, channels: Int) throws(SystemError) {
        memory = try SharedMemory(mapping: file, size: CounterBoard.size(channels))
    }

    private static func size(_ channels: Int) -> Int { max(1, channels) * 2 * cacheLine }

    /// Where the channel's sender counts.
    func sentCounter(of channel: Int) -> SharedCounter { counter(channel * 2) }
    /// Where its receiver counts.
    func receivedCounter(of channel: Int) -> SharedCounter { counter(channel * 2 + 1) }

    func sent(on channel: Int) -> Int { plausible(sentCounter(of: channel)) }
    func received(on channel: Int) -> Int { plausible(receivedCounter(of: channel)) }

    private func plausible(_ counter: SharedCounter) -> Int { min(max(0, counter.value), CounterBoard.most) }

    private func counter(_ place: Int) -> SharedCounter {
        let line = memory.bytes[(place * CounterBoard.cacheLine)...].prefix(CounterBoard.cacheLine)
        guard let start = UnsafeMutableRawBufferPointer(rebasing: line).baseAddress else {
            preconditionFailure("the board has no channel \(place / 2)")
        }
        return SharedCounter(start)
    }
}

/// One counter of a board, which must outlive it.
struct SharedCounter {
    private let number: UnsafeMutablePointer<Atomic<Int>>

    fileprivate init(_ start: UnsafeMutableRawPointer) {
        number = start.bindMemory(to: Atomic<Int>.self, capacity: 1)
    }

    var value: Int { number.pointee.load(ordering: .relaxed) }

    func store(_ value: Int) { number.pointee.store(value, ordering: .relaxed) }
}

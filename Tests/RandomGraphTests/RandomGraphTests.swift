import Glibc
import Testing

/// Random graphs run to their end, and on every channel arrives what was sent, in order.
///
/// A seed that fails is printed with the command that repeats it alone, in memory and with processes:
/// `MAIZE_SEED=123 swift test --filter RandomGraphTests`.
@Suite struct RandomGraphTests {
    /// The only seed to run, where one is given.
    private static let onlySeed: UInt64? = getenv("MAIZE_SEED").flatMap { UInt64(String(cString: $0)) }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `in memory every item that was sent is received, in order`(block: UInt64) throws {
        let widened = try run(RandomGraphTests.seeds(block, size: 50), inMemory: true)
        // A property that is kept for want of cases is not worth much.
        if RandomGraphTests.onlySeed == nil { #expect(widened > 0) }
    }

    @Test(arguments: 0..<5 as Range<UInt64>)
    func `between processes every item that was sent is received, in order`(block: UInt64) throws {
        try run(RandomGraphTests.seeds(block, size: 10), inMemory: false)
    }

    /// The seeds of a block; the first block has the only seed where one is given.
    private static func seeds(_ block: UInt64, size: UInt64) -> [UInt64] {
        guard let onlySeed else { return Array(block * size..<(block + 1) * size) }
        return block == 0 ? [onlySeed] : []
    }

    /// Runs all of them and gives the number of channels that were widened.
    @discardableResult
    private func run(_ seeds: [UInt64], inMemory: Bool) throws -> Int {
        var widened = 0
        for seed in seeds {
            let trial = try GraphTrial(seed: seed, inMemory: inMemory)
            widened += trial.widenedCount
            if !trial.problems.isEmpty { Issue.record("\(trial.report)") }
        }
        return widened
    }
}

import MaizeSystem
import MaizeWire
import Testing

@testable import MaizeRuntime

/// Random histories of runs in virtual time.
@Suite struct RunStatePropertyTests {
    @Test(arguments: 0..<8 as Range<UInt64>)
    func `every history ends each node once, and within its time`(block: UInt64) {
        for seed in block * 500..<(block + 1) * 500 {
            var history = RunHistory(seed: seed)
            history.play()
            #expect(history.faults == [], "seed \(seed)")
        }
    }
}

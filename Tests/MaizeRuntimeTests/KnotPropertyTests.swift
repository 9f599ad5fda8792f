import Testing

@testable import MaizeRuntime

@Suite struct KnotPropertyTests {
    /// What the cases of a block came upon, so that a property is not kept for want of cases.
    private struct Seen {
        var knots = 0
        var partial = 0
        var several = 0
        var starved = 0
        var fullOfItems = 0
        var fullOfBytes = 0
        var widenings = 0
        var firstWidenings = 0
        var loosened = 0
    }

    private static let casesPerBlock: UInt64 = 750

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `a knot never moves again, and what never moves again is a knot`(block: UInt64) {
        var seen = Seen()
        for seed in (block * Self.casesPerBlock)..<((block + 1) * Self.casesPerBlock) {
            var trial = KnotTrial(seed: seed)
            trial.run()
            if let failure = trial.failure {
                Issue.record("seed \(seed): \(failure)")
                return
            }
            count(trial, in: &seen)
        }
        #expect(seen.knots > 100)
        #expect(seen.partial > 20)
        #expect(seen.several > 20)
        #expect(seen.starved > 20)
        #expect(seen.fullOfItems > 20)
        #expect(seen.fullOfBytes > 20)
        #expect(seen.widenings > seen.firstWidenings)
        #expect(seen.loosened > 20)
    }

    private func count(_ trial: KnotTrial, in seen: inout Seen) {
        let knots = trial.finder.knots()
        let needs = Set(knots.flatMap(\.members).flatMap(\.waits).map(\.need))
        seen.knots += knots.isEmpty ? 0 : 1
        seen.partial += trial.hasFoundKnotWhileOthersRan ? 1 : 0
        seen.several += knots.count > 1 ? 1 : 0
        seen.starved += needs == [.item] ? 1 : 0
        seen.fullOfItems += needs.contains(.room) ? 1 : 0
        seen.fullOfBytes += needs.contains(.bytes) ? 1 : 0
        seen.widenings += trial.widenings.count
        seen.firstWidenings += trial.widenings.filter(\.isFirst).count
        seen.loosened += knots.isEmpty && !trial.widenings.isEmpty ? 1 : 0
    }
}

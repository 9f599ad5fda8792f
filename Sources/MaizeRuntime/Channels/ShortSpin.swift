internal import MaizeSystem

/// Quick looks before a wait, for about as long as being put to sleep and woken on another processor takes.
///
/// Looking that long costs at most as much as the sleep that it may save (the competitive argument for spinning: Karlin
/// et al., "Competitive randomized algorithms for nonuniform problems", 1990), and saves the wake-up at the other end
/// too. Between looks the processor is given away, so that the other end can work if it shares the processor: it then
/// sends many items before it is this node's turn again, instead of waking it for each.
///
/// It learns from its results: looks that find nothing are soon left out and then tried ever more rarely, so nodes that
/// wait long spend next to nothing here.
struct ShortSpin {
    /// Nanoseconds that the looks before one wait may take.
    private static let longest: Int64 = 30_000
    private static let mostTrust = 8
    private static let shortestRest = 64
    private static let longestRest = 1 << 14

    private var trust = 1
    /// Waits until looks are tried again, once they have found nothing.
    private var rest = 0
    private var nextRest = ShortSpin.shortestRest

    /// Calls `look` until it finds something or the time is up; whether it did.
    mutating func run(_ look: () throws -> Bool) rethrows -> Bool {
        if trust == 0 {
            rest -= 1
            guard rest <= 0 else { return false }
            trust = 1
        }
        let end = MonotonicTime.now.nanoseconds + ShortSpin.longest
        repeat {
            OwnProcess.yieldProcessor()
            if try look() {
                trust = min(trust + 1, ShortSpin.mostTrust)
                nextRest = ShortSpin.shortestRest
                return true
            }
        } while MonotonicTime.now.nanoseconds < end
        trust -= 1
        if trust == 0 {
            rest = nextRest
            nextRest = min(nextRest * 2, ShortSpin.longestRest)
        }
        return false
    }
}

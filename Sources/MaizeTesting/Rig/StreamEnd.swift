internal import MaizeWire

/// How a stream ends after its last item.
///
///     let rig = NodeRig(Threshold.self).feed(\.inp, [0.1, 0.9], then: .broken)
///     #expect(try rig.run().end(of: \.out) == .broken(by: "the test"))
public enum StreamEnd: Hashable, Sendable {
    /// Whole: the sender had sent all it had.
    case finished
    /// Cut short, as by a sender that failed; the text names what did it.
    case broken(by: String)
    /// Not at all: a node that waits for more waits for ever, which ends the run as a deadlock.
    case open

    /// Cut short by the test.
    public static let broken = StreamEnd.broken(by: "the test")

    init(_ reason: CloseReason?) {
        switch reason {
        case .finished: self = .finished
        case .broken(let culprit): self = .broken(by: culprit)
        case nil: self = .open
        }
    }

    var reason: CloseReason? {
        switch self {
        case .finished: .finished
        case .broken(let culprit): .broken(by: culprit)
        case .open: nil
        }
    }
}

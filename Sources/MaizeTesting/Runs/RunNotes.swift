internal import MaizeWire
internal import Synchronization

/// What the nodes of a run in memory say and return, whichever thread they are on.
final class RunNotes: Sendable {
    struct Contents {
        var log: [InMemoryResult.LogLine] = []
        var notices: [String] = []
        /// Encoded results by the number of their node, in the order in which they came.
        var results: [Int: [[UInt8]]] = [:]
        var outcomes: [Int: NodeOutcome] = [:]
        /// The node whose failure ended the run.
        var firstFailure: Int?
    }

    private let contents = Mutex(Contents())

    var all: Contents { contents.withLock { $0 } }

    func add(_ line: InMemoryResult.LogLine) { contents.withLock { $0.log.append(line) } }
    func add(notice: String) { contents.withLock { $0.notices.append(notice) } }
    func add(result: [UInt8], of node: Int) { contents.withLock { $0.results[node, default: []].append(result) } }

    func add(_ outcome: NodeOutcome, of node: Int) {
        contents.withLock { contents in
            precondition(contents.outcomes[node] == nil, "a node ends once")
            contents.outcomes[node] = outcome
            if outcome.isFailure, contents.firstFailure == nil { contents.firstFailure = node }
        }
    }
}

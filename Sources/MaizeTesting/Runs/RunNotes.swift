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
        /// The work folders of nodes that asked for theirs.
        var folders: [Int: String] = [:]
        /// What nodes threw, by their number.
        var errors: [Int: any Error] = [:]
        /// The first node that threw, whether that was tolerated or not.
        var firstError: Int?
        /// The run was given up: what nodes say that are left behind is for nobody.
        var isClosed = false
        /// The node whose failure ended the run.
        var firstFailure: Int?
    }

    private let contents = Mutex(Contents())

    func add(_ line: InMemoryResult.LogLine) { note { $0.log.append(line) } }
    func add(folder: String, of node: Int) { note { $0.folders[node] = folder } }
    func add(notice: String) { note { $0.notices.append(notice) } }
    func add(result: [UInt8], of node: Int) { note { $0.results[node, default: []].append(result) } }

    func add(_ error: any Error, of node: Int) {
        note { contents in
            contents.errors[node] = error
            contents.firstError = contents.firstError ?? node
        }
    }

    func add(_ outcome: NodeOutcome, of node: Int) {
        note { contents in
            precondition(contents.outcomes[node] == nil, "a node ends once")
            contents.outcomes[node] = outcome
            if outcome.isFailure, contents.firstFailure == nil { contents.firstFailure = node }
        }
    }

    /// Nothing is noted any more; gives what was.
    func close() -> Contents {
        contents.withLock { contents in
            contents.isClosed = true
            return contents
        }
    }

    private func note(_ change: (inout Contents) -> Void) {
        contents.withLock { if !$0.isClosed { change(&$0) } }
    }
}

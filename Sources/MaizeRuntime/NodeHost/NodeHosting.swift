package import MaizeCore
package import MaizeWire

/// What runs one node: its process in a run, a thread in a test.
///
/// `NodeRunner` needs no more to follow the rules of passes and attempts.
package protocol NodeHosting: NodeContext {
    /// The node's place in the workflow.
    var path: String { get }
    /// What cut the first stream short that the node has met; nil while all are whole.
    var brokenStreamCulprit: String? { get }
    /// Empties the node's folder between passes, if the node ever asked for it.
    func emptyFolder() throws
    /// Tells the user something.
    func notice(_ text: String)
    /// The node has failed for good with what its code threw.
    func note(failure error: any Error)
}

extension NodeHosting {
    /// A host in a process has nobody to hand an error to: its record travels.
    package func note(failure error: any Error) {}

    /// How the node's streams end after `outcome`.
    package func closeReason(for outcome: NodeOutcome) -> CloseReason {
        if let culprit = brokenStreamCulprit { return .broken(by: culprit) }
        switch outcome {
        case .completed, .tolerated, .notStarted: return .finished
        case .stopped: return shutdownRequested ? .broken(by: "the run's shutdown") : .finished
        case .failed, .killed: return .broken(by: path)
        }
    }
}

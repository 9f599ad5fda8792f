internal import MaizeCore

/// What all ends of a node's channels need to know of it to send files.
package final class NodeFiles {
    /// The node's path, for messages.
    let node: String
    /// The folder from which relative paths are taken.
    let workDirectory: () -> String
    /// Throws the stop of a shutdown: a long copy asks now and then.
    let checkStop: () throws -> Void
    /// The inboxes of the node's own inputs.
    package var inboxes: [String] = []

    package init(node: String, workDirectory: @escaping () -> String, checkStop: @escaping () throws -> Void) {
        self.node = node
        self.workDirectory = workDirectory
        self.checkStop = checkStop
    }

    /// Whether a file came through one of the node's own inputs, so that nobody outside of the run misses it.
    func isReceived(_ source: FileSource) -> Bool {
        inboxes.contains { source.given.utf8.starts(with: ($0 + "/").utf8) }
    }
}

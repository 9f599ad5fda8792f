internal import MaizeCore
internal import MaizeSystem

/// Where a node keeps what does not fit into its memory, and what it says when there is no room for it.
struct SpillSpace {
    /// The most bytes that may be in memory.
    let limit: Int
    private let node: Node

    /// Takes at most half of the machine's memory, whatever the limit: more could not be had in one piece.
    init(_ node: Node, limit: Int) {
        self.node = node
        self.limit = min(limit, PhysicalMemory.size / 2)
    }

    /// The same place with a part of the memory.
    func part(_ share: Int) -> SpillSpace { SpillSpace(node, limit: limit / share) }

    /// A fresh file, which goes with its owner.
    func makeFile() throws -> ScratchFile { try naming { try ScratchFile(in: node.workDirectory) } }

    /// Throws the stop when the run is shut down: long work on disk asks now and then.
    func checkStop() throws { if node.shutdownRequested { throw Stop(.shutdown) } }

    /// An error about what was found on disk.
    func failure(_ problem: String) -> WorkflowError {
        WorkflowError(.value, path: node.nodePath.description, problem)
    }

    /// Names node and folder in the system's errors, and says what can be done.
    func naming<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as SystemError {
            let way =
                error.isOutOfSpace
                ? "free some space there, give the run a folder on a larger disk (--scratch), or raise memory_limit"
                : "give the run another folder (--scratch), or raise memory_limit"
            throw WorkflowError(
                .file,
                path: node.nodePath.description,
                "items that do not fit into \(limit) bytes of memory cannot be kept in \(node.workDirectory):"
                    + " \(error.reason) (\(error.call)); \(way)"
            )
        }
    }
}

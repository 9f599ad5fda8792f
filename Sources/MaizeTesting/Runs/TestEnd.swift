internal import MaizeCore

/// A node that stands for the test at the other end of a channel: it has no thread, and no part in the result.
protocol TestEnd: Node {
    /// Called before the first node starts.
    func begin(on channel: Int, of network: MemoryNetwork, host: MemoryHost) throws
    /// Called after the last node has ended, with what the channel has come to.
    func finish(_ channel: MemoryChannel)
}

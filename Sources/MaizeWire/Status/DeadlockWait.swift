/// One node of a deadlock: what it waits for, and who would have to give it.
///
///     do {
///         try flow.execute()
///     } catch let error as RunError {
///         for wait in error.summary?.deadlock ?? [] { print(wait) }  // left waits for an item on 'inp' from right …
///     }
public struct DeadlockWait: Codable, Sendable, Hashable, CustomStringConvertible {
    /// What a node lacks on a channel.
    ///
    ///     func lacksRoom(_ wait: DeadlockWait) -> Bool { wait.channels.contains { $0.need == .room } }
    public enum Need: String, Codable, Sendable {
        /// An item, from the sender.
        case item
        /// Room for another item: the channel holds as many as it may.
        case room
        /// Memory at the receiver, which holds as many bytes as it may.
        case memory
    }

    /// A channel that would end the wait.
    ///
    ///     func isFull(_ channel: DeadlockWait.Channel) -> Bool { channel.queued == channel.capacity }
    public struct Channel: Codable, Sendable, Hashable {
        /// The waiting node's port, with its place in a multi port: `inp[1]`.
        public var port: String
        /// What is lacking.
        public var need: Need
        /// The path of the node at the other end.
        public var peer: String
        /// That node's port.
        public var peerPort: String
        /// Items that were sent and not yet received.
        public var queued: Int
        /// Items that the channel may hold, widenings included.
        public var capacity: Int

        /// Makes the description of a channel.
        public init(port: String, need: Need, peer: String, peerPort: String, queued: Int, capacity: Int) {
            self.port = port
            self.need = need
            self.peer = peer
            self.peerPort = peerPort
            self.queued = queued
            self.capacity = capacity
        }
    }

    /// The path of the node that waits.
    public var node: String
    /// The channels that it waits on, any one of which would do.
    public var channels: [Channel]
    /// Which circle of nodes that wait for each other it is a part of, counted from 0; nil for a node outside, which
    /// only waits for such nodes.
    public var circle: Int?

    /// Makes the description of a wait.
    public init(node: String, channels: [Channel], circle: Int? = 0) {
        self.node = node
        self.channels = channels
        self.circle = circle
    }

    private static let shownChannels = 3

    /// The wait in words: a line with up to three of its channels and how full these are.
    public var description: String { "\(node) waits \(goal)" }

    /// What the node waits for, in words: `for an item on 'inp' from …`.
    public var goal: String {
        let shown = channels.prefix(DeadlockWait.shownChannels).map(\.description).joined(separator: ", or ")
        let rest = channels.count - DeadlockWait.shownChannels
        return shown + (rest > 0 ? ", or \(rest) more" : "")
    }
}

extension DeadlockWait.Channel: CustomStringConvertible {
    /// What is waited for, on which port, from whom, and how full the channel is.
    public var description: String {
        let wanted =
            switch need {
            case .item: "for an item on '\(port)' from \(peer)"
            case .room: "for room on '\(port)' to \(peer)"
            case .memory: "for memory on '\(port)' to \(peer)"
            }
        return "\(wanted) (\(queued) of \(capacity) items)"
    }
}

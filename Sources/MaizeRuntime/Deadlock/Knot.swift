/// Nodes that wait for each other in such a way that none of them can move again without help from outside.
struct Knot: Hashable, Sendable {
    /// What a node needs from the other end of a channel.
    enum Need: Hashable, Sendable {
        /// An item from the sender.
        case item
        /// A credit from the receiver: the channel holds as many items as it may.
        case room
        /// Space in the pipe: the receiver holds as many bytes as it may and reads no more.
        case bytes
    }

    /// A channel that a member waits on.
    struct WaitedChannel: Hashable, Sendable {
        /// The channel's index.
        let channel: Int
        /// The node at the other end.
        let peer: Int
        /// What would end the wait.
        let need: Need
        /// The items sent and not yet taken.
        let queued: Int
        /// The items that the channel may hold, widenings included.
        let capacity: Int

        /// Whether the member waits because the channel is full.
        var isFull: Bool {
            need != .item
        }
    }

    /// A node of a knot, with everything that could end its wait.
    struct Member: Hashable, Sendable {
        /// The node's index.
        let node: Int
        /// The channels it waits on, each of which would do.
        let waits: [WaitedChannel]
    }

    /// The nodes of the knot, in the order of their indices.
    let members: [Member]

    /// The indices of the nodes, in order.
    var nodes: [Int] {
        members.map(\.node)
    }

    /// The full channels that keep members waiting, in the order of the members.
    var fullChannels: [WaitedChannel] {
        members.flatMap { member in member.waits.filter(\.isFull) }
    }

    /// Whether some member waits for room, so that a wider channel might loosen the knot.
    var isWaitingForRoom: Bool {
        members.contains { member in member.waits.contains(where: \.isFull) }
    }
}

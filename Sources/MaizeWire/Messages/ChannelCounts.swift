/// Items that went through a node's ends of channels.
package struct ChannelCounts: Sendable, Hashable {
    /// What went through one end.
    package struct Count: Sendable, Hashable {
        /// The channel's number in the run.
        package var channel: Int
        package var items: Int

        package init(channel: Int, items: Int) {
            self.channel = channel
            self.items = items
        }
    }

    /// Items that `receive` gave to the node.
    package var received: [Count]
    /// Items that `send` returned for.
    package var sent: [Count]
    /// Items with files that the node took, of the channels that had any.
    package var filesTaken: [Count]

    package init(received: [Count] = [], sent: [Count] = [], filesTaken: [Count] = []) {
        self.received = received
        self.sent = sent
        self.filesTaken = filesTaken
    }
}

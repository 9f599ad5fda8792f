/// What a channel does beside carrying items in order.
package struct ChannelTraits: OptionSet, Codable, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// There is room only once the receiving node waits for an item and has none: no item lies behind one that is worked
    /// on.
    ///
    /// Credits go back whenever the node waits for an item, on whichever input, and never else: a node that has to take
    /// from several such channels is not kept waiting by the one that it does not look at yet.
    package static let onDemand = ChannelTraits(rawValue: 1)

    /// Each item ends with the number of the item that its sender was working on: how many it had taken from its inputs
    /// on demand.
    package static let numbered = ChannelTraits(rawValue: 2)
}

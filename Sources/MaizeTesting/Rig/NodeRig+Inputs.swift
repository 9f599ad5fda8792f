public import MaizeCore

/// What goes in.
extension NodeRig {
    /// Feeds an input: the items one after the other, then the end of the stream.
    ///
    /// - Parameters:
    ///   - port: The input, as `\.inp`.
    ///   - items: What it receives.
    ///   - end: How the stream ends: whole, unless it is to break, or to stay open.
    /// - Returns: A rig with that.
    public func feed<Item>(
        _ port: KeyPath<Tested, Input<Item>>,
        _ items: some Sequence<Item>,
        then end: StreamEnd = .finished
    ) -> Self {
        let items = Array(items)
        return adding { try $0.feed($0.tested[keyPath: port], items, then: end) }
    }

    /// Feeds a new channel of a multi input: each call makes the next place.
    ///
    ///     rig.feed(\.inp, ["a", "b"]).feed(\.inp, ["c"], then: .broken)
    ///
    /// - Parameters:
    ///   - port: The multi input, as `\.inp`.
    ///   - items: What the new place receives.
    ///   - end: How its stream ends.
    /// - Returns: A rig with that.
    public func feed<Item>(
        _ port: KeyPath<Tested, MultiInput<Item>>,
        _ items: some Sequence<Item>,
        then end: StreamEnd = .finished
    ) -> Self {
        let items = Array(items)
        return adding { try $0.feed($0.tested[keyPath: port], items, then: end) }
    }

    /// Feeds new channels of a multi input, one for each list.
    ///
    ///     rig.feed(\.inp, channels: [["a", "b"], ["c"]])
    ///
    /// - Parameters:
    ///   - port: The multi input, as `\.inp`.
    ///   - lists: What the new places receive.
    /// - Returns: A rig with that.
    public func feed<Item>(_ port: KeyPath<Tested, MultiInput<Item>>, channels lists: [[Item]]) -> Self {
        lists.reduce(self) { rig, items in rig.feed(port, items) }
    }
}

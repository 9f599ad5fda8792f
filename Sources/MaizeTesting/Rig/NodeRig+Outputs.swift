public import MaizeCore

/// What becomes of outputs. Unless something else is said, each is connected, and a multi output has one channel.
extension NodeRig {
    /// Takes no more than so many items of an output: whoever sends another one finds that its receiver has ended.
    ///
    ///     let result = try NodeRig(Endless.self).take(3, of: \.out).run()
    ///
    /// - Parameters:
    ///   - count: Items that are taken; 0 for a receiver that has ended before the node starts.
    ///   - port: The output, as `\.out`.
    /// - Returns: A rig with that.
    public func take<Item>(_ count: Int, of port: KeyPath<Tested, Output<Item>>) -> Self {
        adding { try $0.collect($0.tested[keyPath: port], limits: [count]) }
    }

    /// Connects a multi output with so many channels.
    ///
    ///     let result = try NodeRig(Copy<Int>.self).feed(\.inp, [1, 2]).channels(3, of: \.out).run()
    ///     #expect(result.items(of: \.out) == [[1, 2], [1, 2], [1, 2]])
    ///
    /// - Parameters:
    ///   - count: Channels.
    ///   - port: The multi output, as `\.out`.
    /// - Returns: A rig with that.
    public func channels<Item>(_ count: Int, of port: KeyPath<Tested, MultiOutput<Item>>) -> Self {
        adding { try $0.collect($0.tested[keyPath: port], limits: Array(repeating: nil, count: max(0, count))) }
    }

    /// Connects a multi output with a channel for each count, which takes no more items than that.
    ///
    ///     rig.take([1, 5], of: \.out)
    ///
    /// - Parameters:
    ///   - counts: Items that each channel takes.
    ///   - port: The multi output, as `\.out`.
    /// - Returns: A rig with that.
    public func take<Item>(_ counts: [Int], of port: KeyPath<Tested, MultiOutput<Item>>) -> Self {
        adding { try $0.collect($0.tested[keyPath: port], limits: counts) }
    }

    /// Leaves an optional output without a channel.
    ///
    /// - Parameter port: The output, as `\.extra`.
    /// - Returns: A rig with that.
    public func disconnect<Item>(_ port: KeyPath<Tested, Output<Item>>) -> Self {
        adding { try $0.collect($0.tested[keyPath: port], limits: []) }
    }
}

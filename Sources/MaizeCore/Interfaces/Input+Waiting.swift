/// Waiting for an item without taking it.
extension Input {
    /// Waits for an item, for so many seconds at most.
    ///
    /// After true, `next()` and `receive()` do not wait: they give the item, or what they give at the end of the stream.
    /// After false nothing has come yet, and more may come. With 0 seconds it looks, and does not wait. A cached input
    /// that has an item, and one that holds a value in place of a channel, never wait.
    ///
    /// Waiting costs no processor time, and a wait with a limit is never part of a deadlock.
    ///
    ///     let inp = Input<Double>()
    ///     let out = Output<Double>()
    ///
    ///     override func run() throws {
    ///         while true {
    ///             guard try inp.waitForItem(seconds: 60) else {
    ///                 logger.warning("nothing has come for a minute")
    ///                 continue
    ///             }
    ///             guard let value = try inp.next() else { return }
    ///             try out.send(value)
    ///         }
    ///     }
    ///
    /// - Parameter seconds: The longest wait; what is not above 0 is none.
    /// - Returns: Whether an item is there, or none will come any more.
    /// - Throws: `Stop` at the run's shutdown, `WorkflowError` when there is neither a channel nor a value and the input is
    ///   not optional.
    public func waitForItem(seconds: Double) throws -> Bool {
        try refuseToReceive()
        guard let receiver, !ready else { return true }
        guard let context = owner?.context else { throw unusable("can only wait in a run") }
        return try context.waitForNews(of: [receiver], seconds: seconds)
    }

    /// Waits until an item is there, and leaves it there; false once the stream has ended.
    ///
    /// - Throws: as `next()`.
    package func hasNext() throws -> Bool {
        try refuseToReceive()
        if isActiveWithoutChannel { return true }
        return try receiver?.nextPayload() != nil
    }

    /// As `next()` does where nothing can ever come.
    private func refuseToReceive() throws {
        if exposedPort != nil { throw unusable("belongs to a graph, which receives nothing itself") }
        if !isSet, !isOptional { throw unusable("is not connected and has no value") }
    }
}

extension MultiInput {
    /// Waits for an item on any of the inputs, for so many seconds at most.
    ///
    /// After true, `receiveAny()` does not wait: it gives the item, or nil once all inputs have ended. After false nothing
    /// has come yet, and more may come. With 0 seconds it looks, and does not wait.
    ///
    ///     let inp = MultiInput<Double>()
    ///     let out = Output<Double>()
    ///
    ///     override func run() throws {
    ///         while try inp.waitForItem(seconds: 60), let (_, value) = try inp.receiveAny() { try out.send(value) }
    ///     }
    ///
    /// - Parameter seconds: The longest wait; what is not above 0 is none.
    /// - Returns: Whether an item is there, or none will come any more.
    /// - Throws: `Stop` at the run's shutdown.
    public func waitForItem(seconds: Double) throws -> Bool {
        guard let context = owner?.context else { throw unusable("can only wait in a run") }
        if elements.contains(where: \.hasPreloaded) { return true }
        return try context.waitForNews(of: elements.compactMap(\.receiver), seconds: seconds)
    }
}

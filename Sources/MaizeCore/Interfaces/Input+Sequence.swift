extension Input: Sequence {
    /// The items until the stream ends; a stream that is cut short ends the node, not merely the loop.
    ///
    /// In a `for` loop an error cannot be thrown from here: it is kept, and the node is stopped when its `run()`
    /// returns. Prefer `while let item = try inp.next()`.
    public func makeIterator() -> AnyIterator<Value> {
        AnyIterator { [self] in
            do {
                return try next()
            } catch {
                owner?.pendingError = error
                return nil
            }
        }
    }
}

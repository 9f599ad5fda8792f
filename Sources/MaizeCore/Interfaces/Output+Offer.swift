/// Sending where the end of a receiver does not end the node.
extension Output {
    /// Sends an item, unless the receiver has ended.
    ///
    /// - Returns: Whether the receiver lives, and has got it.
    /// - Throws: the stop of a shutdown; the encoder's error.
    package func offer(_ item: Value) throws -> Bool { try lives { try send(item) } }

    /// Sends an item that is encoded already, unless the receiver has ended.
    ///
    /// - Parameters:
    ///   - item: The item, lent.
    ///   - use: Whether somebody else is to get its files from here.
    /// - Returns: Whether the receiver lives, and has got it.
    /// - Throws: the stop of a shutdown; the encoder's error.
    package func offer(_ item: EncodedItem<Value>, files use: ReceivedFilesUse = .passedOn) throws -> Bool {
        try lives { try send(item, files: use) }
    }

    /// Whether the receiver still lived when `send` was called.
    private func lives(_ send: () throws -> Void) throws -> Bool {
        do {
            try send()
            return true
        } catch let stop as Stop {
            guard case .receiverGone = stop.reason else { throw stop }
            return false
        }
    }
}

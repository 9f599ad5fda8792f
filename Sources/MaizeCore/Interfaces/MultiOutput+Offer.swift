/// Items for some of the outputs, for nodes that choose.
extension MultiOutput {
    /// Sends an item to the output at a place, unless its receiver has ended.
    ///
    /// - Parameters:
    ///   - item: The item, lent.
    ///   - place: The output.
    ///   - use: Whether somebody else is to get its files from here.
    /// - Returns: Whether the receiver lives, and has got it.
    /// - Throws: the stop of a shutdown; the encoder's error.
    package func offer(
        _ item: EncodedItem<Value>,
        to place: Int,
        files use: ReceivedFilesUse = .passedOn
    ) throws -> Bool {
        try self[place].isActive && self[place].offer(item, files: use)
    }

    /// Throws the stop once no receiver is left.
    package func stopUnlessActive() throws { if !isActive { throw Stop(.receiverGone(port: name)) } }
}

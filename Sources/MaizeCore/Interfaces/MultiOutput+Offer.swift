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
        guard self[place].isActive else { return false }
        do {
            try self[place].send(item, files: use)
            return true
        } catch let stop as Stop {
            guard case .receiverGone = stop.reason else { throw stop }
            return false
        }
    }

    /// Sends an item to each of some outputs; one whose receiver has ended is left out.
    ///
    /// Its files are handed over to the last one.
    ///
    /// - Throws: the stop once no receiver is left anywhere; as `offer`.
    package func send(_ item: EncodedItem<Value>, toEachOf places: Range<Int>) throws {
        let last = item.hasFiles ? places.last { self[$0].isActive } : nil
        for place in places { _ = try offer(item, to: place, files: place == last ? .passedOn : .sentAgain) }
        try stopUnlessActive()
    }

    /// Throws the stop once no receiver is left.
    package func stopUnlessActive() throws { if !isActive { throw Stop(.receiverGone(port: name)) } }
}

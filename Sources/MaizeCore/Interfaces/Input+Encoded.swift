internal import MaizeWire

/// Items as they were encoded, for nodes that only pass them on.
extension Input {
    /// Lends the next item as it was encoded; nil once the stream has ended.
    ///
    /// Its files go when `body` returns: whoever wants them has taken them by then. When it throws, an item with files
    /// was not taken. With `keepingFiles` they stay where they are, for a node that sends the item later.
    package func nextEncoded<Result>(
        keepingFiles: Bool = false,
        _ body: (EncodedItem<Value>) throws -> Result
    ) throws -> Result? {
        if let source = plainReceiver {
            guard let payload = try source.nextPayload() else { return nil }
            if source.itemHasFiles {
                let result = try body(EncodedItem(bytes: payload, hasFiles: true))
                source.removePayload()
                if !keepingFiles { try source.files?.removeLast() }
                return result
            }
            defer { source.removePayload() }
            return try body(EncodedItem(bytes: payload, hasFiles: false))
        }
        guard let item = try next() else { return nil }
        // Whether it holds any is found when it is sent.
        let mayHaveFiles = receiver?.files != nil
        let result = try ItemCoder.encodeItem(item).withUnsafeBytes { bytes in
            try body(EncodedItem(bytes: bytes, hasFiles: mayHaveFiles))
        }
        if !keepingFiles { try removeLastFiles() }
        return result
    }

    /// As `nextEncoded`, but once the stream has ended it throws the stop that ends the node, as `receive()` does.
    package func receiveEncoded<Result>(_ body: (EncodedItem<Value>) throws -> Result) throws -> Result {
        if let result = try nextEncoded(body) { return result }
        throw Stop(.inputFinished(port: label))
    }

    /// Whether the item that was taken last came with files.
    package var lastItemHasFiles: Bool { receiver?.itemHasFiles ?? false }

    /// Removes the files of the item that was taken last, as far as they are still here.
    package func removeLastFiles() throws { if lastItemHasFiles, !keepsLastItem { try receiver?.files?.removeLast() } }
}

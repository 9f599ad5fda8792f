internal import MaizeCore
internal import MaizeWire

extension Input<String> {
    /// Lends the bytes of the next text to `body`; false once the stream has ended.
    ///
    /// No string is made of them, which would cost as much as most of what is done with words and lines.
    func nextText(_ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
        guard let receiver = plainReceiver else {
            guard var text = try next() else { return false }
            try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
            return true
        }
        guard let payload = try receiver.nextPayload() else { return false }
        defer { receiver.removePayload() }
        if let text = WholeText.text(in: payload) {
            try body(text)
        } else {
            var text = try decoded(payload, from: receiver)
            try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
        }
        return true
    }

    /// A text in a form that only the decoder knows: behind it are names that other items of its sender use.
    private func decoded(_ payload: UnsafeRawBufferPointer, from receiver: any ItemReceiver) throws -> String {
        do {
            return try ItemDecoder().decode(String.self, from: payload)
        } catch let error as DecodingError {
            throw WorkflowError(
                .value,
                "input '\(location)': what \(receiver.peerName) sent is no String: \(error)"
            )
        }
    }

    /// Whether the next text is there already: a batch may wait for it.
    var hasTextWaiting: Bool { hasItem }
}

extension Output<String> {
    /// Sends a batch and empties it, unless it may still grow without anybody waiting for it.
    func sendWhenDue(_ batch: TextBatch, moreIsWaiting: Bool) throws {
        guard batch.byteCount >= TextBatch.goodSize || !moreIsWaiting else { return }
        try send(batch)
        batch.removeAll()
    }
}

extension ByteBuffer {
    /// Appends a text as a line.
    func append(line: UnsafeRawBufferPointer) {
        append(line)
        append(fixed: UInt8(ascii: "\n"))
    }
}

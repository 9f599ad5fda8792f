package import MaizeWire

/// An item as it was encoded, lent to a node that passes it on without a look inside.
package struct EncodedItem<Value: Codable & Sendable> {
    /// Valid as long as the item is lent.
    package let bytes: UnsafeRawBufferPointer
    /// Whether it holds files, which must go with it.
    package let hasFiles: Bool

    package init(bytes: UnsafeRawBufferPointer, hasFiles: Bool) {
        self.bytes = bytes
        self.hasFiles = hasFiles
    }

    /// The item itself.
    package func value() throws -> Value { try value(with: ItemDecoder()) }

    /// The item itself, by a decoder that has seen others of its kind.
    package func value(with decoder: ItemDecoder) throws -> Value { try decoder.decode(Value.self, from: bytes) }
}

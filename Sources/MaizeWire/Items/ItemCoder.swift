/// Coding single items without keeping an encoder or decoder.
package enum ItemCoder {
    /// The encoded form of a value.
    package static func encodeItem<T: Encodable>(_ value: T) throws -> [UInt8] {
        let buffer = ByteBuffer()
        try ItemEncoder().encode(value, into: buffer)
        return Array(buffer.bytes)
    }

    /// The value with the given encoded form.
    package static func decodeItem<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
        try bytes.withUnsafeBytes { bytes in
            try ItemDecoder().decode(type, from: bytes)
        }
    }
}

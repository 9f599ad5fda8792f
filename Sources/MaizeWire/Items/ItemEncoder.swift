/// Turns `Encodable` values into the binary form of an item.
///
/// An item is a value, the table of the key names used in it, and the `u32` length of that table. Fields refer to
/// their keys by the index in the table, wherever in the item they are: a reader that skips over a value still knows
/// every name. See `WireType` for the form of values.
///
/// An encoder is reused from item to item, which makes an item cost next to no allocations; it is not for concurrent
/// use.
package final class ItemEncoder {
    private let core: EncoderCore
    private let root: EncodingLevel
    @exclusivity(unchecked) private var isBusy = false

    /// Creates an encoder.
    ///
    /// - Parameter userInfo: What values find in their encoder.
    package init(userInfo: [CodingUserInfoKey: Any] = [:]) {
        core = EncoderCore(userInfo: userInfo)
        root = EncodingLevel(core: core, depth: 0, buffer: core.scratch)
    }

    deinit {
        core.spare.removeAll()
    }

    /// Appends the encoded form of `value` to `buffer`; on an error the buffer is cut back to where it was.
    package func encode<T: Encodable>(_ value: T, into buffer: ByteBuffer) throws {
        if WholeBytes.append(value, to: buffer.sink) { return }
        guard !isBusy else {
            // A value's own code encodes another item with the same encoder.
            return try ItemEncoder(userInfo: core.userInfo).encode(value, into: buffer)
        }
        isBusy = true
        let start = buffer.count
        root.begin(in: buffer)
        core.beginItem()
        defer {
            root.end()
            isBusy = false
        }
        do {
            try root.write(value)
            buffer.append(core.names.bytes)
            buffer.append(fixed: UInt32(truncatingIfNeeded: core.names.count))
            guard buffer.count - start <= ItemLimits.length else {
                throw root.invalid(value, "The item is longer than 4 GiB.")
            }
        } catch {
            buffer.truncate(to: start)
            throw error
        }
    }
}

/// What all levels of one encoder share.
final class EncoderCore {
    let keys = KeyRegistry()
    let coders = ValueCoderTable()
    let userInfo: [CodingUserInfoKey: Any]
    /// The table of names of the item at hand.
    let names = ByteBuffer()
    /// Memory for moving bytes around.
    let scratch = ByteBuffer()
    /// Detached levels for reuse.
    @exclusivity(unchecked) var spare: [EncodingLevel] = []
    @exclusivity(unchecked) private var nameCount: UInt32 = 0
    @exclusivity(unchecked) private var isStarted = false

    /// Bytes of names that are kept from one item to the next.
    private static let keptNames = 256

    init(userInfo: [CodingUserInfoKey: Any]) {
        self.userInfo = userInfo
    }

    /// Starts a table of names, or goes on with the last item's: the next item usually has the same keys, and one that
    /// it does not use only takes up its bytes.
    func beginItem() {
        if isStarted, names.count <= Self.keptNames { return }
        isStarted = true
        keys.indexes.pointee.epoch &+= 1
        names.removeAll()
        nameCount = 0
    }

    /// The name with an index, for coding paths.
    func name(at index: UInt32) -> String? {
        guard let base = names.bytes.baseAddress else {
            return nil
        }
        var at = 0
        for _ in 0..<index {
            guard let name = WireReading.run(base, at: at, limit: names.count) else {
                return nil
            }
            at = name.upperBound
        }
        return WireReading.run(base, at: at, limit: names.count).map { name in
            String(decoding: names.bytes[name], as: UTF8.self)
        }
    }

    /// Gives a key's name the next index of the item at hand and writes it to the table of names.
    @inline(never)
    func intern<K: CodingKey>(_ key: K, in table: UnsafeMutablePointer<Int32>) -> UInt32 {
        let number = keys.slot(of: key, in: table)
        let slot = keys.indexes.pointee.slots + number
        let index = nameCount
        nameCount += 1
        slot.pointee.epoch = keys.indexes.pointee.epoch
        slot.pointee.index = index
        names.sink.append(variable: UInt32(truncatingIfNeeded: slot.pointee.nameCount))
        names.append(UnsafeRawBufferPointer(start: slot.pointee.name, count: slot.pointee.nameCount))
        return index
    }
}

/// A value found in the bytes of an item: its type, where its payload begins and where the value ends.
struct WireValue {
    var type: WireType
    var payload: Int
    var end: Int
}

/// A field's key found in the bytes of an item.
struct WireKey {
    /// The tag in front of the key, see ``KeyTag``.
    var tag: UInt32
    /// Where an inline name lies; empty for other tags.
    var name: Range<Int>
    /// Where the key ends and the field's value begins.
    var end: Int
}

/// Bounds-checked steps through the bytes of an item; a nil answer means that the bytes are not an item's.
///
/// Nothing here recurses: containers carry their length, so a value is skipped in one step.
enum WireReading {
    /// Finds the value that begins at `offset` and checks that it ends before `limit`.
    @inline(__always)
    static func value(_ base: UnsafeRawPointer, at offset: Int, limit: Int) -> WireValue? {
        guard offset < limit, let type = WireType(rawValue: base.load(fromByteOffset: offset, as: UInt8.self)) else {
            return nil
        }
        let payload = offset + 1
        let size = type.fixedSize
        let end = size >= 0 ? payload + size : variableEnd(base, type, payload, limit)
        guard end >= 0, end <= limit else {
            return nil
        }
        return WireValue(type: type, payload: payload, end: end)
    }

    /// Where a value without a fixed size ends, or -1; the answer may lie behind `limit`.
    @inline(__always)
    private static func variableEnd(_ base: UnsafeRawPointer, _ type: WireType, _ payload: Int, _ limit: Int) -> Int {
        switch type {
        case .unkeyed:
            guard limit - payload >= 8 else { return -1 }
            return payload + 8 + Int(base.loadUnaligned(fromByteOffset: payload, as: UInt32.self))
        case .numbers:
            guard limit - payload >= 5, let element = element(base, ofNumbersAt: payload) else { return -1 }
            let count = Int(base.loadUnaligned(fromByteOffset: payload + 1, as: UInt32.self))
            return payload + 5 + count * element.fixedSize
        default:
            guard limit - payload >= 4 else { return -1 }
            return payload + 4 + Int(base.loadUnaligned(fromByteOffset: payload, as: UInt32.self))
        }
    }

    /// The element type of a run of numbers, or nil when it is not one of a number.
    static func element(_ base: UnsafeRawPointer, ofNumbersAt payload: Int) -> WireType? {
        let element = WireType(rawValue: base.load(fromByteOffset: payload, as: UInt8.self))
        guard let element, element.fixedSize > 0 else {
            return nil
        }
        return element
    }

    /// Finds the key that begins at `offset`.
    static func key(_ base: UnsafeRawPointer, at offset: Int, limit: Int) -> WireKey? {
        guard let (tag, next) = number(base, at: offset, limit: limit) else {
            return nil
        }
        guard tag == KeyTag.inline else {
            return WireKey(tag: tag, name: next..<next, end: next)
        }
        guard let name = run(base, at: next, limit: limit) else {
            return nil
        }
        return WireKey(tag: tag, name: name, end: name.upperBound)
    }

    /// Finds the bytes behind a variable-length length.
    static func run(_ base: UnsafeRawPointer, at offset: Int, limit: Int) -> Range<Int>? {
        guard let (length, next) = number(base, at: offset, limit: limit), Int(length) <= limit - next else {
            return nil
        }
        return next..<(next + Int(length))
    }

    /// Reads a number in 7-bit groups, see ``ByteBuffer/append(variable:)``.
    static func number(_ base: UnsafeRawPointer, at offset: Int, limit: Int) -> (value: UInt32, end: Int)? {
        var value: UInt64 = 0
        var at = offset
        for shift in stride(from: UInt64(0), through: 28, by: 7) {
            guard at < limit else {
                return nil
            }
            let byte = base.load(fromByteOffset: at, as: UInt8.self)
            at += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                return UInt32(exactly: value).map { ($0, at) }
            }
        }
        return nil
    }

    /// Whether two runs of the same length hold the same bytes.
    @inline(__always)
    static func equal(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int) -> Bool {
        var at = 0
        while count - at >= 8 {
            let same =
                left.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                == right.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            guard same else { return false }
            at += 8
        }
        while at < count {
            guard left.load(fromByteOffset: at, as: UInt8.self) == right.load(fromByteOffset: at, as: UInt8.self) else {
                return false
            }
            at += 1
        }
        return true
    }
}

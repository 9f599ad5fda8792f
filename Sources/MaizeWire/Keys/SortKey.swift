/// The bytes by which values are ordered: comparing them as `memcmp` does compares the values.
///
/// Nothing comes first, then false, true, numbers by their value whatever their type, texts by their UTF-8, and lists,
/// element by element. Equal values have equal bytes. Each value begins with a byte that tells its kind:
///
/// | byte | |
/// |---|---|
/// | 0 | the end of a list, or of a text in one |
/// | 1, 2, 3 | nothing, false, true |
/// | 8 … 143 | a number, see `SortKey+Numbers.swift` |
/// | 144 | a text: its bytes; in a list each 0 is followed by 255, and a 0 ends it |
/// | 145 | a list: its elements, then a 0 |
package enum SortKey {
    static let end: UInt8 = 0
    static let nothing: UInt8 = 1
    static let `false`: UInt8 = 2
    static let `true`: UInt8 = 3
    static let text: UInt8 = 144
    static let list: UInt8 = 145

    /// The text of a key that is one; nil for another key.
    package static func text(of key: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        key.first == text ? UnsafeRawBufferPointer(rebasing: key[1...]) : nil
    }

    /// Whether two runs hold the same bytes.
    package static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        guard left.count == right.count else { return false }
        guard let one = left.baseAddress, let other = right.baseAddress else { return true }
        return WireReading.equal(one, other, count: left.count)
    }

    @inline(__always)
    static func append(text bytes: UnsafeRawBufferPointer, to sink: ByteSink) {
        sink.append(fixed: text)
        sink.append(bytes)
    }

    /// Appends the key of a value in an item.
    static func append(_ value: WireValue, _ base: UnsafeRawPointer, to sink: ByteSink) throws {
        if value.type == .string {
            append(text: stringBytes(value, base), to: sink)
        } else {
            try append(element: value, base, depth: 0, to: sink)
        }
    }

    private static func stringBytes(_ value: WireValue, _ base: UnsafeRawPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base + value.payload + 4, count: value.end - value.payload - 4)
    }

    /// Appends a value that others may follow.
    private static func append(
        element value: WireValue,
        _ base: UnsafeRawPointer,
        depth: Int,
        to sink: ByteSink
    ) throws {
        switch value.type {
        case .nil, .absent: sink.append(fixed: nothing)
        case .false: sink.append(fixed: `false`)
        case .true: sink.append(fixed: `true`)
        case .string:
            sink.append(fixed: text)
            for byte in stringBytes(value, base) {
                sink.append(fixed: byte)
                if byte == 0 { sink.append(fixed: UInt8.max) }
            }
            sink.append(fixed: end)
        case .bytes, .numbers, .unkeyed: try append(list: value, base, depth: depth, to: sink)
        case .keyed: throw KeyProblem("has a list of objects, which have no order", lacksOrder: true)
        default: append(number: value.type, base + value.payload, to: sink)
        }
    }

    private static func append(
        list value: WireValue,
        _ base: UnsafeRawPointer,
        depth: Int,
        to sink: ByteSink
    ) throws {
        guard depth < ItemLimits.depth else { throw KeyProblem.broken }
        sink.append(fixed: list)
        switch value.type {
        case .bytes:
            for at in (value.payload + 4)..<value.end { append(number: .uint8, base + at, to: sink) }
        case .numbers:
            guard let type = WireReading.element(base, ofNumbersAt: value.payload) else { throw KeyProblem.broken }
            for at in stride(from: value.payload + 5, to: value.end, by: type.fixedSize) {
                append(number: type, base + at, to: sink)
            }
        default:
            var at = value.payload + 8
            while at < value.end {
                guard let element = WireReading.value(base, at: at, limit: value.end) else { throw KeyProblem.broken }
                try append(element: element, base, depth: depth + 1, to: sink)
                at = element.end
            }
        }
        sink.append(fixed: end)
    }
}

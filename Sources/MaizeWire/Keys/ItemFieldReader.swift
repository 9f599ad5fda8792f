/// Finds fields in items as they were encoded, without decoding anything else of them.
///
/// A reader is reused from item to item, which usually have the same names in their tables; it is not for concurrent
/// use.
package final class ItemFieldReader {
    private let core = DecoderCore()
    private let path: FieldPath

    /// Makes a reader of one field.
    package init(_ path: FieldPath) {
        self.path = path
    }

    /// Appends the bytes by which the field is ordered, see ``SortKey``.
    ///
    /// - Throws: `KeyProblem` where the item has no such field, or one without an order.
    package func appendKey(of item: UnsafeRawBufferPointer, to buffer: ByteBuffer) throws {
        if path.isEmpty, let text = WholeText.text(in: item) { return SortKey.append(text: text, to: buffer.sink) }
        try withField(of: item) { value, base in
            guard value.type != .keyed else { throw noOrder(value, base) }
            try SortKey.append(value, base, to: buffer.sink)
        }
    }

    /// The field as a JSON value.
    package func jsonValue(of item: UnsafeRawBufferPointer) throws -> JSONValue {
        try withField(of: item) { value, base in try JSONValue(value, base) }
    }

    // MARK: Finding

    private func withField<Result>(
        of item: UnsafeRawBufferPointer,
        _ body: (WireValue, UnsafeRawPointer) throws -> Result
    ) throws -> Result {
        guard let base = item.baseAddress, let whole = try? core.beginItem(item) else { throw KeyProblem.broken }
        defer { core.endItem() }
        return try body(find(in: whole, base), base)
    }

    private func find(in whole: WireValue, _ base: UnsafeRawPointer) throws -> WireValue {
        var value = whole
        var start = 0
        while start < path.bytes.count {
            // A name may itself have dots, as the head of a table's column.
            if let last = try field(path.bytes.indices[start...], of: value, base) { return last }
            let (name, rest) = path.head(from: start)
            guard let next = rest < path.bytes.count ? try field(name, of: value, base) : nil else {
                throw missing(name, of: value, base, at: start)
            }
            value = next
            start = rest
        }
        return value
    }

    private func field(_ name: Range<Int>, of value: WireValue, _ base: UnsafeRawPointer) throws -> WireValue? {
        guard value.type == .keyed else { return nil }
        return try path.bytes.withUnsafeBytes { bytes in
            let wanted = UnsafeRawBufferPointer(rebasing: bytes[name])
            var at = value.payload + 4
            while at < value.end {
                let (found, field) = try fieldParts(at, value, base)
                if let found, found.count == wanted.count, SortKey.areEqual(found, wanted) { return field }
                at = field.end
            }
            return nil
        }
    }

    /// The name of the field at an offset, nil for one that was replaced, and its value.
    private func fieldParts(
        _ offset: Int,
        _ value: WireValue,
        _ base: UnsafeRawPointer
    ) throws -> (name: UnsafeRawBufferPointer?, value: WireValue) {
        guard
            let key = WireReading.key(base, at: offset, limit: value.end),
            let field = WireReading.value(base, at: key.end, limit: value.end)
        else { throw KeyProblem.broken }
        switch key.tag {
        case KeyTag.dead: return (nil, field)
        case KeyTag.inline:
            return (UnsafeRawBufferPointer(start: base + key.name.lowerBound, count: key.name.count), field)
        default: return (core.name(at: key.tag - KeyTag.firstIndex), field)
        }
    }

    // MARK: Problems

    private func missing(
        _ name: Range<Int>,
        of value: WireValue,
        _ base: UnsafeRawPointer,
        at start: Int
    ) -> KeyProblem {
        let wanted = String(decoding: path.bytes[name], as: UTF8.self)
        let owner = start == 0 ? "" : "'\(String(decoding: path.bytes[..<(start - 1)], as: UTF8.self))' "
        guard value.type == .keyed else {
            return KeyProblem("\(owner)is \(value.type.words), so it has no field '\(wanted)'")
        }
        return KeyProblem("\(owner)has no field '\(wanted)'; it has \(names(in: value, base))")
    }

    private func noOrder(_ value: WireValue, _ base: UnsafeRawPointer) -> KeyProblem {
        let owner = path.isEmpty ? "" : "has in '\(path.text)' what "
        return KeyProblem(
            "\(owner)is an object, which has no order; its fields are \(names(in: value, base))",
            lacksOrder: true
        )
    }

    /// The names of an object's first fields.
    private func names(in value: WireValue, _ base: UnsafeRawPointer) -> String {
        var names: [String] = []
        var at = value.payload + 4
        while at < value.end, names.count < 12, let (name, field) = try? fieldParts(at, value, base) {
            if let name { names.append("'\(String(decoding: name, as: UTF8.self))'") }
            at = field.end
        }
        return names.isEmpty ? "none" : names.joined(separator: ", ") + (at < value.end ? ", …" : "")
    }
}

extension WireType {
    /// What a value of the type is to a user.
    var words: String {
        switch self {
        case .nil, .absent: "nothing"
        case .false, .true: "a truth value"
        case .int8, .int16, .int32, .int64, .int128, .uint8, .uint16, .uint32, .uint64, .uint128, .float, .double:
            "a number"
        case .string: "a text"
        case .bytes, .numbers, .unkeyed: "a list"
        case .keyed: "an object"
        }
    }
}

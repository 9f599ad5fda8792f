/// Writes items, and values of any type, as JSON on one line.
///
/// An item says itself what it is made of, so that nothing has to know its type. Fields stand in the order in which their
/// type has them, names of dictionaries in the order of their bytes: the same item always makes the same line. Bytes are
/// lists of numbers. Numbers read again are the same ones. It is not for concurrent use.
package final class JSONItemEncoder {
    /// What is made of the numbers that JSON lacks.
    package enum SpecialNumbers: Sendable {
        case refused
        /// `"inf"`, `"-inf"`, `"nan"`.
        case texts
    }

    private let specialNumbers: SpecialNumbers
    private let sortsFields: Bool
    private let encoder = ItemEncoder()
    private let item = ByteBuffer()
    /// Knows the names of the item at hand.
    private let names = DecoderCore()

    /// - Parameters:
    ///   - specialNumbers: What is made of the numbers that JSON lacks.
    ///   - sortsFields: Whether fields of types stand in the order of their names too.
    package init(specialNumbers: SpecialNumbers = .refused, sortsFields: Bool = false) {
        self.specialNumbers = specialNumbers
        self.sortsFields = sortsFields
    }

    /// Appends a value; on an error the buffer is cut back to where it was.
    package func encode<Value: Encodable>(_ value: Value, into buffer: ByteBuffer) throws {
        item.removeAll()
        try encoder.encode(value, into: item)
        try append(item: item.bytes, to: buffer)
    }

    /// Appends an encoded item; on an error the buffer is cut back to where it was.
    package func append(item: UnsafeRawBufferPointer, to buffer: ByteBuffer) throws {
        let start = buffer.count
        defer { names.endItem() }
        do {
            try append(try names.beginItem(item), to: buffer)
        } catch {
            buffer.truncate(to: start)
            throw error
        }
    }

    private var base: UnsafeRawPointer { names.item.pointee.base }

    private func append(_ value: WireValue, to buffer: ByteBuffer) throws {
        switch value.type {
        case .nil, .absent: put("null", buffer)
        case .false: put("false", buffer)
        case .true: put("true", buffer)
        case .string:
            let text = UnsafeRawBufferPointer(start: base + value.payload + 4, count: value.end - value.payload - 4)
            JSONText.append(text, to: buffer)
        case .bytes: try appendRun(of: .uint8, from: value.payload + 4, to: value.end, buffer)
        case .numbers:
            guard let element = WireReading.element(base, ofNumbersAt: value.payload) else { throw ItemFields.broken() }
            try appendRun(of: element, from: value.payload + 5, to: value.end, buffer)
        case .unkeyed: try appendElements(of: value, buffer)
        case .keyed: try appendFields(of: value, buffer)
        default: try appendNumber(value.type, at: value.payload, buffer)
        }
    }

    private func appendElements(of list: WireValue, _ buffer: ByteBuffer) throws {
        buffer.append(fixed: UInt8(ascii: "["))
        var place = list.payload + 8
        while place < list.end {
            if place > list.payload + 8 { buffer.append(fixed: UInt8(ascii: ",")) }
            guard let value = WireReading.value(base, at: place, limit: list.end) else { throw ItemFields.broken() }
            try append(value, to: buffer)
            place = value.end
        }
        buffer.append(fixed: UInt8(ascii: "]"))
    }

    private func appendRun(of type: WireType, from start: Int, to end: Int, _ buffer: ByteBuffer) throws {
        buffer.append(fixed: UInt8(ascii: "["))
        for place in stride(from: start, to: end, by: type.fixedSize) {
            if place > start { buffer.append(fixed: UInt8(ascii: ",")) }
            try appendNumber(type, at: place, buffer)
        }
        buffer.append(fixed: UInt8(ascii: "]"))
    }

    private func appendFields(of object: WireValue, _ buffer: ByteBuffer) throws {
        var fields = try ItemFields(of: object, names)
        if sortsFields { fields.sort() } else { fields.sortIfDictionary() }
        buffer.append(fixed: UInt8(ascii: "{"))
        var isFirst = true
        for field in fields.all where field.value.type != .absent {
            if !isFirst { buffer.append(fixed: UInt8(ascii: ",")) }
            isFirst = false
            JSONText.append(field.name, to: buffer)
            buffer.append(fixed: UInt8(ascii: ":"))
            try append(field.value, to: buffer)
        }
        buffer.append(fixed: UInt8(ascii: "}"))
    }

    private func appendNumber(_ type: WireType, at place: Int, _ buffer: ByteBuffer) throws {
        switch type {
        case .double: try refuseSpecial(base.loadUnaligned(fromByteOffset: place, as: Double.self))
        case .float: try refuseSpecial(base.loadUnaligned(fromByteOffset: place, as: Float.self))
        default: break
        }
        guard let text = NumberText.of(type, at: base + place) else { throw ItemFields.broken() }
        // Those that JSON lacks are words, whatever bits a `nan` has: no other number holds this letter.
        guard text.utf8.contains(UInt8(ascii: "n")) else { return put(text, buffer) }
        put(text.hasSuffix("inf") ? "\"\(text)\"" : "\"nan\"", buffer)
    }

    private func refuseSpecial<Number: BinaryFloatingPoint>(_ number: Number) throws {
        guard !number.isFinite, specialNumbers == .refused else { return }
        let context = EncodingError.Context(codingPath: [], debugDescription: "JSON has no number \(number).")
        throw EncodingError.invalidValue(number, context)
    }

    private func put(_ text: String, _ buffer: ByteBuffer) {
        var text = text
        text.withUTF8 { buffer.append(UnsafeRawBufferPointer($0)) }
    }
}

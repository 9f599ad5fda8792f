/// What an encoded item is made of, whatever its type: for whoever writes items for people.
///
/// Fields stand in the order in which their type has them, names of dictionaries in the order of their bytes.
package indirect enum ItemTree {
    case null
    case bool(Bool)
    /// A number as text, the shortest that is read as the same one; `inf`, `-inf`, `nan` for those without digits.
    case number(String)
    case text(String)
    case list([ItemTree])
    case fields([(name: String, value: ItemTree)])

    /// Takes an item apart.
    package init(item: [UInt8]) throws {
        self = try item.withUnsafeBytes { bytes in
            let core = DecoderCore()
            defer { core.endItem() }
            return try ItemTree(try core.beginItem(bytes), core)
        }
    }

    private init(_ value: WireValue, _ core: DecoderCore) throws {
        let base = core.item.pointee.base
        switch value.type {
        case .nil, .absent: self = .null
        case .false: self = .bool(false)
        case .true: self = .bool(true)
        case .string:
            let start = base + value.payload + 4
            let text = UnsafeRawBufferPointer(start: start, count: value.end - value.payload - 4)
            self = .text(String(decoding: text, as: UTF8.self))
        case .bytes:
            self = .list(
                (value.payload + 4..<value.end).map { .number("\(base.load(fromByteOffset: $0, as: UInt8.self))") }
            )
        case .numbers:
            guard let type = WireReading.element(base, ofNumbersAt: value.payload) else { throw ItemFields.broken() }
            self = .list(
                try stride(from: value.payload + 5, to: value.end, by: type.fixedSize).map {
                    try ItemTree(number: type, base + $0)
                }
            )
        case .unkeyed:
            var elements: [ItemTree] = []
            var place = value.payload + 8
            while place < value.end {
                guard let element = WireReading.value(base, at: place, limit: value.end) else {
                    throw ItemFields.broken()
                }
                elements.append(try ItemTree(element, core))
                place = element.end
            }
            self = .list(elements)
        case .keyed:
            var fields = try ItemFields(of: value, core)
            fields.sortIfDictionary()
            self = .fields(
                try fields.all.filter { $0.value.type != .absent }.map {
                    (String(decoding: $0.name, as: UTF8.self), try ItemTree($0.value, core))
                }
            )
        default: self = try ItemTree(number: value.type, base + value.payload)
        }
    }

    private init(number type: WireType, _ place: UnsafeRawPointer) throws {
        guard let text = NumberText.of(type, at: place) else { throw ItemFields.broken() }
        self = .number(text)
    }
}

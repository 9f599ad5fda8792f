/// An encoded item as a row: single values, with names where the item has fields.
package final class ItemRow {
    /// One value of a row.
    package struct Cell {
        /// Lent, as the item is; nil in a row without names.
        package let name: UnsafeRawBufferPointer?
        package let content: Content

        package init(name: UnsafeRawBufferPointer?, content: Content) {
            self.name = name
            self.content = content
        }
    }

    package enum Content {
        case nothing
        case text(UnsafeRawBufferPointer)
        /// A number or a truth value.
        case literal(String)
        /// What has parts itself, in words.
        case composite(String)
    }

    /// Knows the names of the item at hand.
    private let names = DecoderCore()

    package init() {}

    /// Gives the cells of an item to `body`; an item that is a single value is a row of one.
    ///
    /// Fields stand in the order in which their type has them, with those that are not there among them; names of
    /// dictionaries in the order of their bytes.
    package func read<Result>(
        _ item: UnsafeRawBufferPointer,
        _ body: (_ cells: [Cell], _ isDictionary: Bool) throws -> Result
    ) throws -> Result {
        defer { names.endItem() }
        let value = try names.beginItem(item)
        switch value.type {
        case .keyed:
            var fields = try ItemFields(of: value, names)
            fields.sortIfDictionary()
            // An item without any field has no names that could tell.
            let isDictionary = fields.isDictionary || fields.all.isEmpty
            return try body(fields.all.map { Cell(name: $0.name, content: try content($0.value)) }, isDictionary)
        case .unkeyed: return try body(try elements(of: value).map { Cell(name: nil, content: try content($0)) }, false)
        case .numbers, .bytes: return try body(try run(value).map { Cell(name: nil, content: .literal($0)) }, false)
        default: return try body([Cell(name: nil, content: try content(value))], false)
        }
    }

    private var base: UnsafeRawPointer { names.item.pointee.base }

    private func elements(of list: WireValue) throws -> [WireValue] {
        var values: [WireValue] = []
        var place = list.payload + 8
        while place < list.end {
            guard let value = WireReading.value(base, at: place, limit: list.end) else { throw ItemFields.broken() }
            values.append(value)
            place = value.end
        }
        return values
    }

    private func run(_ value: WireValue) throws -> [String] {
        let isBytes = value.type == .bytes
        guard let element = isBytes ? .uint8 : WireReading.element(base, ofNumbersAt: value.payload) else {
            throw ItemFields.broken()
        }
        let start = value.payload + (isBytes ? 4 : 5)
        return stride(from: start, to: value.end, by: element.fixedSize).compactMap { place in
            NumberText.of(element, at: base + place)
        }
    }

    private func content(_ value: WireValue) throws -> Content {
        switch value.type {
        case .nil, .absent: return .nothing
        case .false: return .literal("false")
        case .true: return .literal("true")
        case .string:
            return .text(UnsafeRawBufferPointer(start: base + value.payload + 4, count: value.end - value.payload - 4))
        case .keyed: return .composite("an object")
        case .unkeyed, .numbers, .bytes: return .composite("a list")
        default:
            guard let text = NumberText.of(value.type, at: base + value.payload) else { throw ItemFields.broken() }
            return .literal(text)
        }
    }
}

/// The fields of a keyed container of an encoded item.
struct ItemFields {
    private(set) var all: [(name: UnsafeRawBufferPointer, value: WireValue)] = []
    /// Whether the names are the item's own, not those of its type's properties.
    private(set) var isDictionary = false

    /// Fields that were written as "not there" are among them.
    init(of object: WireValue, _ names: DecoderCore) throws {
        let base = names.item.pointee.base
        var place = object.payload + 4
        while place < object.end {
            guard let key = WireReading.key(base, at: place, limit: object.end),
                let value = WireReading.value(base, at: key.end, limit: object.end)
            else { throw ItemFields.broken() }
            place = value.end
            if key.tag == KeyTag.inline {
                isDictionary = true
                all.append((UnsafeRawBufferPointer(start: base + key.name.lowerBound, count: key.name.count), value))
            } else if key.tag != KeyTag.dead {
                guard let name = names.name(at: key.tag - KeyTag.firstIndex) else { throw ItemFields.broken() }
                all.append((name, value))
            }
        }
    }

    mutating func sort() { all.sort { $0.name.lexicographicallyPrecedes($1.name) } }
    mutating func sortIfDictionary() { if isDictionary { sort() } }

    static func broken() -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "The item is broken."))
    }
}

/// Numbers of an encoded item as text: the shortest that is read as the same number.
enum NumberText {
    /// The number of a type at an address; nil for what is none.
    static func of(_ type: WireType, at place: UnsafeRawPointer) -> String? {
        func text<Number: BitwiseCopyable & CustomStringConvertible>(_ type: Number.Type) -> String {
            place.loadUnaligned(as: type).description
        }
        return switch type {
        case .int8: text(Int8.self)
        case .int16: text(Int16.self)
        case .int32: text(Int32.self)
        case .int64: text(Int64.self)
        case .int128: text(Int128.self)
        case .uint8: text(UInt8.self)
        case .uint16: text(UInt16.self)
        case .uint32: text(UInt32.self)
        case .uint64: text(UInt64.self)
        case .uint128: text(UInt128.self)
        case .float: text(Float.self)
        case .double: text(Double.self)
        default: nil
        }
    }
}

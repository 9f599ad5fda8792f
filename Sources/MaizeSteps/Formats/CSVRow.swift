internal import MaizeCore
internal import MaizeWire

/// A row of CSV as a value of any type: the names of the columns are those of its properties.
///
/// Used by the node's thread alone, one call after the other: checks of exclusive access would cost as much as the reading
/// of a field.
final class CSVRow {
    @exclusivity(unchecked) var record: CSVRecord
    /// The names of the columns; empty where there are none.
    @exclusivity(unchecked) private(set) var names: [String] = []
    @exclusivity(unchecked) private var places: [String: Int] = [:]
    /// Whether open values take what is written like a number as one.
    private let numbers: Bool
    /// The column that is looked at first: the one behind the last.
    @exclusivity(unchecked) private var next = 0

    init(separator: UInt8, numbers: Bool) {
        record = CSVRecord(separator: separator)
        self.numbers = numbers
    }

    /// Takes the row at hand as that of the names.
    func takeNames() throws(CSVProblem) {
        for number in record.fields.indices {
            let name = record.text(number)
            if let earlier = places.updateValue(number, forKey: name) {
                throw CSVProblem(
                    offset: record.offset(of: number),
                    message:
                        "column \(number + 1) has the name '\(name)', as column \(earlier + 1) has; names must differ"
                )
            }
            names.append(name)
        }
    }

    /// The column with a name; nil where there is none.
    func column(_ name: String) -> Int? {
        if next < names.count, names[next] == name {
            next += 1
            return next - 1
        }
        guard let found = places[name] else { return nil }
        next = found + 1
        return found
    }

    /// The row at hand as a value.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        next = 0
        if type == JSONValue.self { return SameType.cast(open) }
        do {
            return try Value(from: CSVDecoding(row: self))
        } catch let error as DecodingError {
            throw CSVProblem(offset: 0, message: "no \(type): \(CSVRow.reason(of: error))")
        }
    }

    private var open: JSONValue {
        let fields = record.fields.indices.map(openField)
        return names.isEmpty
            ? .array(fields) : .object(Dictionary(zip(names, fields)) { first, _ in first })
    }

    private func openField(_ number: Int) -> JSONValue {
        let text = record.raw(number)
        // As in JSON: `007` and `1e400` are texts.
        if numbers, !record.fields[number].isQuoted, let value = JSONValue(number: text) { return value }
        return .string(record.text(number))
    }

    static func reason(of error: DecodingError) -> String {
        switch error {
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
            .keyNotFound(_, let context):
            context.debugDescription
        @unknown default: "\(error)"
        }
    }

    // MARK: Fields

    /// A field as a value of the type that takes it; what a type itself finds wrong is told with the field.
    func decode<Value: Decodable>(_ type: Value.Type, at number: Int) throws -> Value {
        if type == String.self { return SameType.cast(record.text(number)) }
        if type == Double.self { return SameType.cast(try double(at: number)) }
        if type == JSONValue.self { return SameType.cast(openField(number)) }
        do {
            return try Value(from: CSVField(row: self, number: number))
        } catch is DecodingError {
            // What the type is made of says more than its own words, which know of no file.
            throw expected(type, at: number)
        }
    }

    func lossless<Value: LosslessStringConvertible>(_ type: Value.Type, at number: Int) throws -> Value {
        let text = String(decoding: trimmed(record.raw(number)), as: UTF8.self)
        guard let value = Value(text) else { throw expected(type, at: number) }
        return value
    }

    func bool(at number: Int) throws -> Bool {
        switch String(decoding: trimmed(record.raw(number)), as: UTF8.self).lowercased() {
        case "true": return true
        case "false": return false
        default: throw expected(Bool.self, at: number)
        }
    }

    func double(at number: Int) throws -> Double {
        let text = trimmed(record.raw(number))
        if let value = JSONValue.exactNumber(text) { return value }
        return try lossless(Double.self, at: number)
    }

    /// Without the spaces around it, which say nothing about a number.
    private func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard let first = text.firstIndex(where: { $0 != 0x20 }) else { return text }
        let last = text.lastIndex { $0 != 0x20 } ?? first
        return UnsafeRawBufferPointer(rebasing: text[first...last])
    }

    func expected(_ type: Any.Type, at number: Int) -> CSVProblem {
        let column = names.isEmpty ? "column \(number + 1)" : "column '\(names[number])'"
        let shown = record.text(number).prefix(40).debugDescription
        return CSVProblem(
            offset: record.offset(of: number),
            message: "\(ParameterText.typeDescription(of: type)) is expected in \(column), not \(shown)"
        )
    }
}

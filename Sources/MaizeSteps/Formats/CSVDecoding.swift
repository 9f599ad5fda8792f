internal import MaizeWire

/// The decoder that is handed to the value of a row.
struct CSVDecoding: Decoder {
    let row: CSVRow
    /// Problems know their place in the file, which says more.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard !row.names.isEmpty else {
            throw CSVProblem(
                offset: 0,
                message: "the columns have no names, which the type needs; set header to true, or take lists"
            )
        }
        return KeyedDecodingContainer(CSVColumns<Key>(row: row))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { CSVFields(row: row) }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        guard row.record.fields.count == 1 else {
            throw CSVProblem(offset: 0, message: "one field is expected, not \(row.record.fields.count)")
        }
        return CSVField(row: row, number: 0)
    }
}

/// A single field.
struct CSVField: ValueDecoder, SingleValueDecodingContainer {
    let row: CSVRow
    let number: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> { throw composite() }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw composite() }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    private func composite() -> CSVProblem {
        CSVProblem(
            offset: row.record.offset(of: number),
            message: "a field holds one value, and the type has a list or an object there"
        )
    }

    func decodeNil() -> Bool { row.record.isEmpty(number) }
    func decode(_ type: Bool.Type) throws -> Bool { try row.bool(at: number) }
    func decode(_ type: String.Type) throws -> String { row.record.text(number) }
    func decode(_ type: Double.Type) throws -> Double { try row.double(at: number) }
    func decode(_ type: Float.Type) throws -> Float { try row.lossless(type, at: number) }
    func decode(_ type: Int.Type) throws -> Int { try row.lossless(type, at: number) }
    func decode(_ type: Int8.Type) throws -> Int8 { try row.lossless(type, at: number) }
    func decode(_ type: Int16.Type) throws -> Int16 { try row.lossless(type, at: number) }
    func decode(_ type: Int32.Type) throws -> Int32 { try row.lossless(type, at: number) }
    func decode(_ type: Int64.Type) throws -> Int64 { try row.lossless(type, at: number) }
    func decode(_ type: UInt.Type) throws -> UInt { try row.lossless(type, at: number) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try row.lossless(type, at: number) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try row.lossless(type, at: number) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try row.lossless(type, at: number) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try row.lossless(type, at: number) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try row.decode(type, at: number) }
}

/// The fields of a row one after the other.
struct CSVFields: ElementDecoding {
    let row: CSVRow
    var codingPath: [any CodingKey] { [] }
    var count: Int? { row.record.fields.count }
    var isAtEnd: Bool { currentIndex >= row.record.fields.count }
    private(set) var currentIndex = 0

    init(row: CSVRow) { self.row = row }

    mutating func next() throws -> CSVField {
        guard !isAtEnd else {
            throw CSVProblem(offset: 0, message: "more than the \(currentIndex) fields of the row are expected")
        }
        defer { currentIndex += 1 }
        return CSVField(row: row, number: currentIndex)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, row.record.isEmpty(currentIndex) else { return false }
        currentIndex += 1
        return true
    }
}

internal import MaizeCore
internal import MaizeWire

/// The fields of a row by the names of their columns.
struct CSVColumns<Key: CodingKey>: FieldDecoding {
    let row: CSVRow
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { row.names.compactMap(Key.init) }

    func field(_ key: Key) throws -> CSVField {
        guard let number = row.column(key.stringValue) else {
            let known = NearestName.suggestion(for: key.stringValue, among: row.names)
            throw CSVProblem(offset: 0, message: "there is no column '\(key.stringValue)'\(known)")
        }
        return CSVField(row: row, number: number)
    }

    func contains(_ key: Key) -> Bool { row.column(key.stringValue) != nil }

    /// The columns are those of the whole class.
    func superDecoder() throws -> any Decoder { CSVDecoding(row: row) }
}

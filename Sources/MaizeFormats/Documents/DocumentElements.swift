/// Reads a list element by element.
struct DocumentElements: UnkeyedDecodingContainer {
    private let values: [DocumentValue]
    private let owner: DocumentValue
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(_ values: [DocumentValue], of owner: DocumentValue, codingPath: [any CodingKey]) {
        self.values = values
        self.owner = owner
        self.codingPath = codingPath
    }

    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    private mutating func next() throws -> DocumentDecoder {
        guard !isAtEnd else {
            throw ValueError(owner.position, "more than the \(values.count) elements that are there are expected")
        }
        defer { currentIndex += 1 }
        return DocumentDecoder(values[currentIndex], codingPath: codingPath)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, case .null = values[currentIndex].content else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().decode(type) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
}

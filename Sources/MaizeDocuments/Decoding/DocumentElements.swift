internal import MaizeWire

/// Reads a list element by element.
package struct DocumentElements: ElementDecoding {
    private let values: [DocumentValue]
    private let owner: DocumentValue
    package let codingPath: [any CodingKey]
    package private(set) var currentIndex = 0

    package init(_ values: [DocumentValue], of owner: DocumentValue, codingPath: [any CodingKey]) {
        self.values = values
        self.owner = owner
        self.codingPath = codingPath
    }

    package var count: Int? { values.count }
    package var isAtEnd: Bool { currentIndex >= values.count }

    package mutating func next() throws -> DocumentDecoder {
        guard !isAtEnd else {
            throw ValueError(owner.position, "more than the \(values.count) elements that are there are expected")
        }
        defer { currentIndex += 1 }
        return DocumentDecoder(values[currentIndex], codingPath: codingPath)
    }

    package mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, case .null = values[currentIndex].content else { return false }
        currentIndex += 1
        return true
    }
}

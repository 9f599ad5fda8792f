/// Reads a list element by element.
struct JSONElements: ElementDecoding {
    private let source: JSONSource
    private let list: Int
    private let end: Int
    private var place: Int
    private(set) var currentIndex = 0

    init(source: JSONSource, list: Int) {
        self.source = source
        self.list = list
        end = source.reader.nodes[list].next
        place = list + 1
    }

    var codingPath: [any CodingKey] { [] }
    /// A list does not know it before all of it was gone through.
    var count: Int? { nil }
    var isAtEnd: Bool { place >= end }

    mutating func next() throws -> JSONDecoding {
        guard !isAtEnd else {
            let node = try source.node(list)
            throw JSONProblem(
                offset: node.start,
                "more than the \(currentIndex) elements are expected\(source.path(to: node))"
            )
        }
        let element = JSONDecoding(source: source, place: place)
        place = try source.node(place).next
        currentIndex += 1
        return element
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, try source.isNull(at: place) else { return false }
        _ = try next()
        return true
    }
}

internal import MaizeWire

/// Makes plain data of JSON (RFC 8259), with the position of each value, which no library gives.
package struct JSONDocument {
    private let bytes: UnsafeRawBufferPointer
    private let nodes: [JSONNode]
    private var positions = PositionCounter()

    /// The one value of a text.
    package static func read(_ text: SourceText) throws -> DocumentValue {
        try text.bytes.withUnsafeBytes { bytes in
            let limits = JSONLimits(depth: DocumentLimits.depth, values: DocumentLimits.values)
            var reader = JSONReader("file", limits: limits)
            do {
                try reader.read(bytes)
            } catch let problem as JSONProblem {
                throw error(problem, text)
            }
            var document = JSONDocument(bytes: bytes, nodes: reader.nodes)
            return try document.value(at: 0)
        }
    }

    private init(bytes: UnsafeRawBufferPointer, nodes: [JSONNode]) {
        self.bytes = bytes
        self.nodes = nodes
    }

    private static func error(_ problem: JSONProblem, _ text: SourceText) -> DocumentError {
        let line = problem.earlier.map { text.position(at: $0).line }
        let more = line.map { "; the first time in line \($0)" } ?? ""
        return DocumentError(position: text.position(at: problem.offset), message: problem.message + more)
    }

    private mutating func value(at place: Int) throws -> DocumentValue {
        let node = nodes[place]
        let position = positions.position(at: node.start, in: bytes)
        return DocumentValue(content: try content(of: node, at: place), position: position)
    }

    private mutating func content(of node: JSONNode, at place: Int) throws -> DocumentValue.Content {
        switch node.kind {
        case .null: return .null
        case .true, .false, .number:
            return .scalar(String(decoding: bytes[node.start..<node.end], as: UTF8.self), .literal)
        case .string: return .scalar(JSONText.string(node, in: bytes), .text)
        case .list:
            var values: [DocumentValue] = []
            var next = place + 1
            while next < node.next {
                values.append(try value(at: next))
                next = nodes[next].next
            }
            return .list(values)
        case .object:
            var entries = EntryList()
            var next = place + 1
            while next < node.next {
                let position = positions.position(at: nodes[next].start, in: bytes)
                let key = JSONText.string(nodes[next], in: bytes)
                try entries.append(DocumentValue.Entry(key: key, position: position, value: try value(at: next + 1)))
                next = nodes[next + 1].next
            }
            return .mapping(entries.entries)
        }
    }
}

/// What a text in the language of Graphviz says, as a strict reader of the part of it that we write finds it.
///
///     digraph NAME { (graph|node|edge) [LIST]; NAME [LIST]; NAME -> NAME [LIST]; subgraph NAME { … } }
struct DotGraph {
    struct Node: Hashable {
        var name: String
        var attributes: [String: String]
        /// The subgraph around, if there is one.
        var cluster: String?
    }

    struct Edge: Hashable {
        var tail: String
        var head: String
        var attributes: [String: String]
    }

    struct Unreadable: Error, CustomStringConvertible {
        var description: String
    }

    private(set) var name = ""
    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []
    /// Attributes of subgraphs by name.
    private(set) var clusters: [String: [String: String]] = [:]

    private var rest: Substring

    init(_ text: String) throws {
        rest = text[...]
        try expect("digraph")
        name = try word()
        try expect("{")
        try readStatements(cluster: nil)
        skipSpace()
        guard rest.isEmpty else { throw Unreadable(description: "text after the end: \(rest.prefix(20))") }
        for edge in edges where ![edge.tail, edge.head].allSatisfy({ end in nodes.contains { $0.name == end } }) {
            throw Unreadable(description: "the edge from \(edge.tail) to \(edge.head) makes nodes of its own")
        }
    }

    private mutating func readStatements(cluster: String?) throws {
        while !skip("}") {
            let first = try word()
            switch first {
            case "graph", "node", "edge":
                let attributes = try list()
                if let cluster, first == "graph" { clusters[cluster] = attributes }
            case "subgraph":
                let inner = try word()
                try expect("{")
                clusters[inner] = [:]
                try readStatements(cluster: inner)
                continue
            default:
                if skip("->") {
                    edges.append(Edge(tail: first, head: try word(), attributes: try list()))
                } else {
                    nodes.append(Node(name: first, attributes: try list(), cluster: cluster))
                }
            }
            try expect(";")
        }
    }

    private mutating func list() throws -> [String: String] {
        var attributes: [String: String] = [:]
        try expect("[")
        repeat {
            let key = try word()
            try expect("=")
            guard attributes.updateValue(try word(), forKey: key) == nil else {
                throw Unreadable(description: "'\(key)' twice")
            }
        } while skip(",")
        try expect("]")
        return attributes
    }

    /// A word of letters, digits and `_`, or a text in quotes as a label shows it.
    private mutating func word() throws -> String {
        guard skip("\"") else {
            let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            guard let first = word.first, first.isLetter || word.allSatisfy(\.isNumber) else {
                throw Unreadable(description: "no word: \(rest.prefix(20))")
            }
            rest = rest[word.endIndex...]
            return String(word)
        }
        var text = ""
        while let character = rest.popFirst(), character != "\"" {
            guard character == "\\" else {
                if character.isNewline { throw Unreadable(description: "a line ends in quotes") }
                text.append(character)
                continue
            }
            switch rest.popFirst() {
            case "n"?: text += "\n"
            case "\\"?: text += "\\"
            case "\""?: text += "\""
            default: throw Unreadable(description: "an escape that means something else: \(rest.prefix(20))")
            }
        }
        return text.replacing("&amp;", with: "&")
    }

    private mutating func expect(_ sign: String) throws {
        guard skip(sign) else { throw Unreadable(description: "no \(sign): \(rest.prefix(20))") }
    }

    private mutating func skip(_ sign: String) -> Bool {
        skipSpace()
        guard rest.hasPrefix(sign) else { return false }
        rest = rest.dropFirst(sign.count)
        return true
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == " " || $0 == "\n" } }
}

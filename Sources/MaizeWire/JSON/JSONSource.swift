/// The text that is being decoded, and the values in it; all decoders of the text share it.
final class JSONSource {
    @exclusivity(unchecked) var reader: JSONReader
    /// The text, as long as it is lent.
    @exclusivity(unchecked) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    /// Where the name stands that is looked at first: behind the one that was found last.
    @exclusivity(unchecked) private var nextName = 0

    init(_ reader: JSONReader) { self.reader = reader }

    /// A value, by its place in the array.
    func node(_ place: Int) throws(JSONProblem) -> JSONNode {
        guard bytes.baseAddress != nil else {
            throw JSONProblem(offset: 0, "a decoder was used after its text was decoded")
        }
        return reader.nodes[place]
    }

    func text(_ node: JSONNode) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[node.start..<node.end])
    }

    // MARK: Objects

    /// The place of the value that an object has under a name; nil where it has none.
    func value(named name: String, of object: Int) throws -> Int? {
        let nodes = (first: object + 1, end: try node(object).next)
        var name = name
        return name.withUTF8 { wanted in
            let wanted = UnsafeRawBufferPointer(wanted)
            // Fields are mostly asked for in the order in which they stand.
            let start = (nodes.first..<nodes.end).contains(nextName) ? nextName : nodes.first
            return find(wanted, from: start, to: nodes.end) ?? find(wanted, from: nodes.first, to: start)
        }
    }

    /// Looks at the names from one place to another; the first place may be that of no name, where nothing is found.
    private func find(_ wanted: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
        var place = start
        while place < end {
            let name = reader.nodes[place]
            if isName(name, wanted) {
                nextName = reader.nodes[place + 1].next
                return place + 1
            }
            place = reader.nodes[place + 1].next
        }
        return nil
    }

    private func isName(_ name: JSONNode, _ wanted: UnsafeRawBufferPointer) -> Bool {
        guard name.isPlain else {
            return JSONText.string(name, in: bytes).utf8.elementsEqual(wanted)
        }
        let count = name.end - name.start - 2
        guard count == wanted.count else { return false }
        guard let base = bytes.baseAddress, let other = wanted.baseAddress else { return count == 0 }
        return WireReading.equal(base + name.start + 1, other, count: count)
    }

    /// The names of an object, in their order.
    func names(of object: Int) throws -> [String] {
        var names: [String] = []
        let end = try node(object).next
        var place = object + 1
        while place < end {
            names.append(JSONText.string(reader.nodes[place], in: bytes))
            place = reader.nodes[place + 1].next
        }
        return names
    }

    // MARK: Messages

    func expected(_ what: String, not node: JSONNode) -> JSONProblem {
        let shown =
            switch node.kind {
            case .number: String(decoding: text(node).prefix(40), as: UTF8.self)
            case .string: "the text " + String(decoding: text(node).prefix(42), as: UTF8.self)
            default: node.words
            }
        return JSONProblem(offset: node.start, "\(what) is expected\(path(to: node)), not \(shown)")
    }

    /// Where in the text a value is, as in ` for 'poses[2].score'`; nothing for the whole.
    func path(to wanted: JSONNode) -> String {
        var path = ""
        var container = 0
        while container < reader.nodes.count, reader.nodes[container].start != wanted.start {
            var place = container + 1
            var index = 0
            let isObject = reader.nodes[container].kind == .object
            // The child that holds the value.
            while place < reader.nodes[container].next {
                let value = isObject ? place + 1 : place
                if wanted.start < reader.nodes[value].end {
                    let name = isObject ? JSONText.string(reader.nodes[place], in: bytes) : "[\(index)]"
                    path += path.isEmpty || !isObject ? name : ".\(name)"
                    break
                }
                place = reader.nodes[value].next
                index += 1
            }
            guard place < reader.nodes[container].next else { break }
            container = isObject ? place + 1 : place
        }
        return path.isEmpty ? "" : " for '\(path)'"
    }
}

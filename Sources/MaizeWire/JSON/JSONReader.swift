/// Finds the values of a text of JSON (RFC 8259) and where they stand, and refuses what is none.
///
/// Nothing is copied and nothing is converted: what takes the values does that, and only with those that it takes. A
/// reader is used again from text to text, and so needs no new memory for most of them. Names must differ within an
/// object. The text is known to be valid UTF-8 and has less than 4 GiB.
package struct JSONReader {
    /// The values that were found, the outermost one first.
    package private(set) var nodes: [JSONNode] = []
    private let limits: JSONLimits
    /// What the text is, for messages: a file, a line.
    private let whole: String
    var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    var place = 0
    private var depth = 0
    private var count = 0
    private var names = NameSet()

    package init(_ whole: String, limits: JSONLimits = JSONLimits()) {
        self.whole = whole
        self.limits = limits
    }

    /// Finds the one value of a text, and all in it.
    package mutating func read(_ text: UnsafeRawBufferPointer) throws(JSONProblem) {
        bytes = text
        defer { bytes = UnsafeRawBufferPointer(start: nil, count: 0) }
        place = 0
        depth = 0
        count = 0
        nodes.removeAll(keepingCapacity: true)
        try value()
        skipSpace()
        guard place == bytes.count else { throw unsound("the end of the \(whole) was expected") }
    }

    var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    func unsound(_ message: String, at offset: Int? = nil) -> JSONProblem {
        JSONProblem(offset: offset ?? place, "no sound JSON: \(message)")
    }

    private mutating func skipSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): place += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard current == byte else { return false }
        place += 1
        return true
    }

    /// Appends a node, which ends where reading stands unless it is filled in later.
    mutating func append(_ kind: JSONNode.Kind, from start: Int, isPlain: Bool = true) {
        var node = JSONNode(kind, at: start, end: place)
        node.isPlain = isPlain
        node.next = nodes.count + 1
        nodes.append(node)
    }

    private mutating func value() throws(JSONProblem) {
        skipSpace()
        count += 1
        guard count <= limits.values else { throw JSONProblem(offset: place, "more than \(limits.values) values") }
        guard let byte = current else {
            let isEmpty = bytes.isEmpty
            throw unsound(isEmpty ? "the \(whole) is empty" : "a value was expected, and the \(whole) ends")
        }
        switch byte {
        case UInt8(ascii: "{"): try container(.object)
        case UInt8(ascii: "["): try container(.list)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try word("true", .true)
        case UInt8(ascii: "f"): try word("false", .false)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw noValue(at: place)
        }
    }

    private func noValue(at offset: Int) -> JSONProblem {
        unsound("a value was expected; texts stand in double quotes", at: offset)
    }

    private mutating func container(_ kind: JSONNode.Kind) throws(JSONProblem) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.depth else {
            throw JSONProblem(offset: place, "nested deeper than \(limits.depth) levels")
        }
        let own = nodes.count
        append(kind, from: place)
        place += 1
        if kind == .list { try elements() } else { try fields(of: own) }
        nodes[own].end = place
        nodes[own].next = nodes.count
    }

    private mutating func elements() throws(JSONProblem) {
        if take(UInt8(ascii: "]")) { return }
        try value()
        while take(UInt8(ascii: ",")) {
            skipSpace()
            if current == UInt8(ascii: "]") {
                throw unsound("a value was expected after ','; nothing stands behind the last one but ']'")
            }
            try value()
        }
        guard take(UInt8(ascii: "]")) else { throw unsound("',' or ']' was expected") }
    }

    private mutating func fields(of own: Int) throws(JSONProblem) {
        if take(UInt8(ascii: "}")) { return }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw unsound("a name in double quotes was expected") }
            try string()
            guard take(UInt8(ascii: ":")) else { throw unsound("':' was expected") }
            try value()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw unsound("',' or '}' was expected") }
        if let (name, earlier) = names.repetition(in: nodes[(own + 1)...], of: bytes) {
            let text = JSONText.string(nodes[name], in: bytes)
            throw JSONProblem(
                offset: nodes[name].start,
                "the key '\(text)' is given twice",
                earlier: nodes[earlier].start
            )
        }
    }

    private mutating func word(_ word: StaticString, _ kind: JSONNode.Kind) throws(JSONProblem) {
        let start = place
        for offset in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[offset] else { throw noValue(at: start) }
            place += 1
        }
        if let current, JSONNumber.isWordByte(current) { throw noValue(at: start) }
        append(kind, from: start)
    }

    private mutating func number() throws(JSONProblem) {
        let start = place
        guard let (end, isWhole) = JSONNumber.end(in: bytes, from: start) else { throw noValue(at: start) }
        place = end
        append(.number, from: start, isPlain: isWhole)
    }
}

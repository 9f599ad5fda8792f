package import MaizeCore
internal import MaizeWire

/// Makes plain data of the words that an option was given, as the type that takes it wants them.
///
/// A value's position is the word in which it stands, as its line.
package enum WordReader {
    /// The value that words stand for.
    ///
    /// - Throws: `ValueError` for a word that is no sound part of such a value; whether a part is of the right type
    ///   is found when the value is decoded.
    package static func value(_ words: [String], as type: ItemType) throws(ValueError) -> DocumentValue {
        switch WordShape(type) {
        case .truth, .single: return plain(words.last ?? "", at: place(words.count))
        case .open: return try open(words.last ?? "", at: place(words.count))
        case .list: return try list(words, of: WordShape.part(of: type))
        case .fields: return try fields(words, of: WordShape.part(of: type))
        }
    }

    /// Each word as an element; a word in brackets that stands alone is a whole list of JSON.
    private static func list(_ words: [String], of element: ItemType?) throws(ValueError) -> DocumentValue {
        if words.count == 1, words[0].hasPrefix("[") { return try json(words[0], at: place(1)) }
        var values: [DocumentValue] = []
        for (index, word) in words.enumerated() { values.append(try part(word, as: element, at: place(index + 1))) }
        return DocumentValue(content: .list(values), position: place(1))
    }

    /// Each word as `name=value`; a word in braces that stands alone is a whole object of JSON.
    private static func fields(_ words: [String], of value: ItemType?) throws(ValueError) -> DocumentValue {
        if words.count == 1, words[0].hasPrefix("{") { return try json(words[0], at: place(1)) }
        var entries: [DocumentValue.Entry] = []
        var seen: Set<String> = []
        for (index, word) in words.enumerated() {
            let position = place(index + 1)
            guard let end = word.firstIndex(of: "="), end > word.startIndex else {
                throw ValueError(position, "name=value is expected, not \(word.debugDescription)")
            }
            let key = String(word[..<end])
            guard seen.insert(key).inserted else {
                throw ValueError(position, "'\(key)' is given twice; each name may have one value")
            }
            let text = String(word[word.index(after: end)...])
            entries.append(.init(key: key, position: position, value: try part(text, as: value, at: position)))
        }
        return DocumentValue(content: .mapping(entries), position: place(1))
    }

    /// A value inside of another one.
    private static func part(_ text: String, as type: ItemType?, at position: Position) throws(ValueError)
        -> DocumentValue
    {
        switch type.map(WordShape.init) {
        case .truth, .single: return plain(text, at: position)
        case .open, nil: return try open(text, at: position)
        case .list, .fields:
            guard text.hasPrefix("[") || text.hasPrefix("{") else {
                throw ValueError(
                    position,
                    "JSON is expected for each part here, as in [1,2], not \(text.debugDescription)"
                )
            }
            return try json(text, at: position)
        }
    }

    /// What a text's characters say: JSON where it begins as a list, an object or a text of that, else a plain word.
    private static func open(_ text: String, at position: Position) throws(ValueError) -> DocumentValue {
        if text == "null" { return DocumentValue(content: .null, position: position) }
        guard let first = text.first, "[{\"".contains(first) else { return plain(text, at: position) }
        return try json(text, at: position)
    }

    private static func plain(_ text: String, at position: Position) -> DocumentValue {
        DocumentValue(content: .scalar(text, .plain), position: position)
    }

    private static func json(_ text: String, at position: Position) throws(ValueError) -> DocumentValue {
        do {
            return try JSONDocument.read(SourceText(bytes: Array(text.utf8))).placed(at: position)
        } catch {
            let problem = (error as? DocumentError)?.message ?? "\(error)"
            let column = (error as? DocumentError)?.position.map { "character \($0.column) of " } ?? ""
            throw ValueError(
                position,
                "\(problem) (\(column)\(text.debugDescription)); what begins with \(text.prefix(1)) is JSON here"
            )
        }
    }

    private static func place(_ word: Int) -> Position { Position(line: max(1, word), column: 1) }
}

extension DocumentValue {
    /// The value with all that is in it at one place.
    fileprivate func placed(at position: Position) -> DocumentValue {
        var value = self
        value.position = position
        switch content {
        case .null, .scalar: break
        case .list(let values): value.content = .list(values.map { $0.placed(at: position) })
        case .mapping(let entries):
            value.content = .mapping(
                entries.map { Entry(key: $0.key, position: position, value: $0.value.placed(at: position)) }
            )
        }
        return value
    }
}

internal import MaizeCore
internal import MaizeWire

/// A type as a file writes it: `Merge`, `Merge<Int>`, `LoadData<[String: Double]>`, `Multiplex<String, Int>`.
struct TypeExpression {
    let name: String
    /// What stands between `<` and `>`.
    let arguments: [TypeTerm]

    /// A type that cannot be read: why not.
    struct Problem: Error {
        let message: String
    }

    /// Reads a text; `items` are the types of items by their names in lower case.
    init(_ text: String, items: [String: ItemType]) throws(Problem) {
        var parser = TypeParser(rest: text[...], items: items)
        let name = parser.name()
        guard !name.isEmpty else { throw Problem(message: "\(text.debugDescription) names no type") }
        self.name = name
        guard parser.take("<") else {
            arguments = []
            guard parser.isAtEnd else { throw parser.unexpected(after: name) }
            return
        }
        var arguments = [try parser.type()]
        while parser.take(",") { arguments.append(try parser.type()) }
        self.arguments = arguments
        guard parser.take(">") else { throw parser.unexpected(after: "the type of items") }
        guard parser.isAtEnd else { throw parser.unexpected(after: ">") }
    }
}

private struct TypeParser {
    var rest: Substring
    let items: [String: ItemType]
    private var depth = 0

    init(rest: Substring, items: [String: ItemType]) {
        self.rest = rest
        self.items = items
    }

    var isAtEnd: Bool { rest.allSatisfy(\.isWhitespace) }

    mutating func take(_ character: Character) -> Bool {
        rest = rest.drop(while: \.isWhitespace)
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    mutating func name() -> String {
        rest = rest.drop(while: \.isWhitespace)
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "-" }
        rest = rest[name.endIndex...]
        return String(name)
    }

    func unexpected(after what: String) -> TypeExpression.Problem {
        let next = rest.first.map { "'\($0)'" } ?? "the end"
        return TypeExpression.Problem(
            message: "\(next) stands after \(what); a type is written like Merge<Int>, LoadData<[String: Double]>"
        )
    }

    mutating func type() throws(TypeExpression.Problem) -> TypeTerm {
        depth += 1
        defer { depth -= 1 }
        guard depth < TypeTerm.deepest else { throw tooDeep }
        var term = try plainType()
        while take("?") {
            term = .optional(term)
            if term.isTooDeep { throw tooDeep }
        }
        return term
    }

    private var tooDeep: TypeExpression.Problem {
        TypeExpression.Problem(message: "the type is nested too deeply; \(TypeTerm.deepest) levels are possible")
    }

    private mutating func plainType() throws(TypeExpression.Problem) -> TypeTerm {
        guard take("[") else { return .known(try named(name())) }
        let first = try type()
        guard take(":") else {
            guard take("]") else { throw unexpected(after: "the type of a list's elements") }
            return .list(first)
        }
        guard case .known(let key) = first, key == String.self else {
            throw TypeExpression.Problem(message: "the keys of a dictionary are of type String, not \(first)")
        }
        let value = try type()
        guard take("]") else { throw unexpected(after: "the type of a dictionary's values") }
        return .dictionary(value)
    }

    private func named(_ name: String) throws(TypeExpression.Problem) -> ItemType {
        if let type = items[name.lowercased()] { return type }
        guard !name.isEmpty else { throw unexpected(after: "'<' or '['") }
        // Some types have two names.
        let known = Set(items.values.map { TypeText.text(of: $0) }).sorted()
        throw TypeExpression.Problem(
            message: "there is no type of items '\(name)'" + NearestName.suggestion(for: name, among: known)
        )
    }
}

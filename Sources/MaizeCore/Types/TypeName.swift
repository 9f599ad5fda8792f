/// Names of types as Swift tells them, in the short forms in which people write them.
package enum TypeName {
    /// A type of nodes as a file may write it: `Merge<[Int]>`, `Void`.
    package static func text(of type: Component.Type) -> String {
        let name = type.typeName
        guard !name.contains("<"), let start = "\(type)".firstIndex(of: "<") else { return name }
        let arguments = shortened("\(type)"[start...])
        // A function's node is called as the function.
        return arguments == "<\(name)>" ? name : name + arguments
    }

    /// `[Int]` for `Array<Int>`, `[String: Int]` for `Dictionary<String, Int>`, `Int?` for `Optional<Int>`.
    static func shortened(_ name: some StringProtocol) -> String {
        var parser = Parser(rest: Substring(name))
        let types = parser.types()
        return types.joined(separator: ", ") + parser.rest
    }

    private struct Parser {
        var rest: Substring

        /// The types of a list with commas between, up to whatever ends it.
        mutating func types() -> [String] {
            var types = [type()]
            while rest.hasPrefix(", ") {
                rest.removeFirst(2)
                types.append(type())
            }
            return types
        }

        private mutating func type() -> String {
            let name = rest.prefix { $0 != "<" && $0 != ">" && $0 != "," }
            rest = rest[name.endIndex...]
            guard rest.first == "<" else { return name == "JSONValue" ? "JSON" : String(name) }
            rest.removeFirst()
            let arguments = types()
            if rest.first == ">" { rest.removeFirst() }
            switch (name, arguments.count) {
            case ("Array", 1): return "[\(arguments[0])]"
            case ("Optional", 1): return "\(arguments[0])?"
            case ("Dictionary", 2): return "[\(arguments[0]): \(arguments[1])]"
            default: return "\(name)<\(arguments.joined(separator: ", "))>"
            }
        }
    }
}

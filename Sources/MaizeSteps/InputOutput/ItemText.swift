/// An item as people see it.
enum ItemText {
    /// The item as Swift prints it, with what is in dictionaries in the order of their keys: the same text each time.
    static func text<Item>(of item: Item) -> String {
        item is any Collection && !(item is any StringProtocol) ? part(item) : "\(item)"
    }

    /// As in a collection, where texts stand in quotes.
    private static func part(_ value: Any) -> String {
        if let entries = value as? [AnyHashable: Any] {
            let parts = entries.map { (key: part($0.key.base), value: part($0.value)) }.sorted { $0.key < $1.key }
            return "[" + (parts.isEmpty ? ":" : parts.map { "\($0.key): \($0.value)" }.joined(separator: ", ")) + "]"
        }
        if let elements = value as? [Any] { return "[" + elements.map(part).joined(separator: ", ") + "]" }
        return String(reflecting: value)
    }
}

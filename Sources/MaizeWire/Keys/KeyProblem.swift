/// Why an item has no key to be ordered by, in words that follow "item 7".
package struct KeyProblem: Error, Equatable, CustomStringConvertible {
    package let description: String
    /// Whether what was found is an object, of which a field could be named.
    package let lacksOrder: Bool

    init(_ description: String, lacksOrder: Bool = false) {
        self.description = description
        self.lacksOrder = lacksOrder
    }

    /// The problem of a part, which `owner` has.
    package func of(_ owner: String) -> KeyProblem { KeyProblem("\(owner) \(description)", lacksOrder: lacksOrder) }

    /// Bytes that are no item's: a sender's fault, not its user's.
    static let broken = KeyProblem("is damaged: its bytes are not those of an item")
}

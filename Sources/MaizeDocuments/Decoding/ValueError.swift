/// A value that is not of the type that takes it.
package struct ValueError: Error {
    /// What was found in the place of what.
    package struct Mismatch: Sendable {
        package let expected: String
        package let found: DocumentValue
        /// What goes behind the sentence.
        package let hint: String
    }

    package let position: Position
    package let message: String
    /// The parts of the message, where it is about another kind of value.
    package let mismatch: Mismatch?

    package init(_ value: DocumentValue, expected: String, hint: String = "") {
        position = value.position
        message = "\(expected) is expected, not \(value.summary)\(hint)"
        mismatch = Mismatch(expected: expected, found: value, hint: hint)
    }

    package init(_ position: Position, _ message: String) {
        self.position = position
        self.message = message
        mismatch = nil
    }
}

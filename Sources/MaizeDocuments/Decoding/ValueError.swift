/// A value that is not of the type that takes it.
package struct ValueError: Error {
    package let position: Position
    package let message: String

    package init(_ value: DocumentValue, expected: String) {
        position = value.position
        message = "\(expected) is expected, not \(value.summary)"
    }

    package init(_ position: Position, _ message: String) {
        self.position = position
        self.message = message
    }
}

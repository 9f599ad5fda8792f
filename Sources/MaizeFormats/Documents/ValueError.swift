/// A value that is not of the type that takes it.
struct ValueError: Error {
    let position: Position
    let message: String

    init(_ value: DocumentValue, expected: String) {
        position = value.position
        message = "\(expected) is expected, not \(value.summary)"
    }

    init(_ position: Position, _ message: String) {
        self.position = position
        self.message = message
    }
}

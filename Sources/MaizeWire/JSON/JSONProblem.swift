/// What is wrong with a text of JSON, or with a value in it, and at which byte.
package struct JSONProblem: Error, Equatable, CustomStringConvertible {
    /// The place in the text, in bytes from its beginning.
    package var offset: Int
    /// What is wrong.
    package var message: String
    /// Where the name stands that is given a second time here.
    package var earlier: Int?

    package init(offset: Int, _ message: String, earlier: Int? = nil) {
        self.offset = offset
        self.message = message
        self.earlier = earlier
    }

    /// What is wrong, and the byte.
    package var description: String { "\(message) (at byte \(offset), counted from 0)" }
}

/// What a text of JSON may hold: one that goes beyond is refused before it costs time or memory.
package struct JSONLimits: Sendable {
    /// Lists and objects within each other.
    package var depth: Int
    /// Values, the names of fields not among them.
    package var values: Int

    package init(depth: Int = 256, values: Int = 10_000_000) {
        self.depth = depth
        self.values = values
    }
}

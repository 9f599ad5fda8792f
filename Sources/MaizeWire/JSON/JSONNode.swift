/// One value of a text of JSON: what it is, and where it stands.
///
/// The values of a text lie in one array in the order in which they begin; those of a list, and the names and values of
/// an object by turns, follow their container.
package struct JSONNode {
    package enum Kind: UInt8, Sendable {
        case null, `false`, `true`, number, string, list, object
    }

    package let kind: Kind
    /// A text without escapes, or a number that is written as a whole one: their bytes are what they mean.
    package internal(set) var isPlain = true
    /// Where it begins: of a text, at its quote.
    private let firstByte: UInt32
    private var endByte: UInt32
    private var nextNode: UInt32 = 0

    init(_ kind: Kind, at start: Int, end: Int = 0) {
        self.kind = kind
        firstByte = UInt32(truncatingIfNeeded: start)
        endByte = UInt32(truncatingIfNeeded: end)
    }

    package var start: Int { Int(firstByte) }

    /// Behind its last byte.
    package internal(set) var end: Int {
        get { Int(endByte) }
        set { endByte = UInt32(truncatingIfNeeded: newValue) }
    }

    /// The place in the array of what follows it and all that is in it.
    package internal(set) var next: Int {
        get { Int(nextNode) }
        set { nextNode = UInt32(truncatingIfNeeded: newValue) }
    }

    /// The kind in words, for messages.
    var words: String {
        switch kind {
        case .null: "null"
        case .false: "false"
        case .true: "true"
        case .number: "a number"
        case .string: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

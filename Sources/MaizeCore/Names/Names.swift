/// The rule that names of components and interfaces follow, since they become folders, options and log fields.
package enum NameRule {
    /// The longest name, in bytes.
    package static let maximumLength = 64

    /// What is wrong with `name`; nil when it is a good one.
    package static func problem(with name: String) -> String? {
        guard let first = name.unicodeScalars.first else { return "is empty" }
        if name.utf8.count > maximumLength { return "is longer than \(maximumLength) bytes" }
        if !isLetter(first) && first != "_" { return "must start with a letter A-Z or a-z, or with _" }
        let bad = name.unicodeScalars.first { !isLetter($0) && !isDigit($0) && !"_.-".unicodeScalars.contains($0) }
        return bad.map { "holds \(String($0).debugDescription); letters A-Z and a-z, digits, _, . and - are allowed" }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

/// The place of a component in a workflow: the names from below the root down to its own.
///
///     override func run() throws {
///         logger.info("this is \(nodePath), below \(nodePath.names.count - 1) graphs")
///     }
public struct NodePath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The names, outermost first; empty for the workflow itself.
    public let names: [String]

    /// Makes a path of names.
    public init(_ names: [String]) {
        self.names = names
    }

    /// The names joined with `/`.
    public var description: String { names.joined(separator: "/") }

    /// Orders paths name by name.
    public static func < (left: NodePath, right: NodePath) -> Bool {
        left.names.lexicographicallyPrecedes(right.names)
    }
}

/// What is to be drawn: shapes within shapes, and links between them.
///
/// Every format begins with it.
struct Picture: Hashable, Sendable {
    /// A box, or a cluster of shapes.
    struct Shape: Hashable, Sendable {
        var name: String
        var type: String
        var summary: String
        /// The names from below the root down to its own.
        var path: [String]
        /// Lines with what it was given, if they are shown.
        var settings: [String]
        /// Whether it only stands for what is drawn elsewhere.
        var isMention = false
        /// What changes how it runs: `↻ ≤ 3`, `may fail`.
        var marks: [String] = []
        /// Whether it runs at all, it and all that it is in.
        var isActive = true
        /// The cluster that it is in; nil for the root.
        var parent: Int?
        /// The shapes in it; empty for a box.
        var members: [Int] = []

        var isCluster: Bool { !members.isEmpty }
    }

    /// One end of a link.
    struct End: Hashable, Sendable {
        /// The box that it is at.
        var shape: Int
        /// The port as the box has it.
        var port: String
        /// Whether the port is not one that everybody expects, or one of several.
        var showsPort = false
        /// The ports of clusters around the box, by cluster, where they are worth showing.
        var borderPorts: [Int: String] = [:]
    }

    /// A channel that is seen.
    struct Link: Hashable, Sendable {
        var sender: End
        var receiver: End
        /// The type of the items, with what is unusual.
        var label: String
        /// All that is to be said of it.
        var title: String
        /// Whether anything can pass.
        var isActive = true
    }

    /// Shapes by number; the root, which is a cluster or, with nothing in it, a box, is the first one.
    var shapes: [Shape]
    var links: [Link]

    /// The clusters that a shape is in, innermost first.
    func clusters(around shape: Int) -> [Int] { Array(sequence(first: shape) { shapes[$0].parent }.dropFirst()) }

    /// How many clusters beside the root a shape is in.
    func depth(of shape: Int) -> Int { max(0, clusters(around: shape).count - 1) }
}

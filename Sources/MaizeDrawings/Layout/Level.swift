/// What is inside one cluster: items, and links between them from left to right.
///
/// The passes of the layout work on it.
/// Lengths are whole numbers: pixels in a picture, characters on a terminal.
struct Level {
    /// A box, a cluster whose inside has been laid out, or a place at the border of the cluster.
    struct Item {
        enum Role: Hashable { case box, entry, exit }

        var role: Role
        var width: Int
        var height: Int
        /// Where links may arrive at its left side.
        var inputs: Side
        /// Where links may leave its right side.
        var outputs: Side
        /// Whether it may be made as wide as others above and below it.
        var canWiden = false
    }

    /// One side of an item.
    enum Side {
        /// Offsets from the top, which links take in whatever order suits.
        case free([Int])
        /// Offsets by link.
        case fixed([Int: Int])
    }

    struct Link {
        var from: Int
        var to: Int
        /// What stands on it.
        var label: Size?
    }

    struct Size: Hashable {
        var width: Int
        var height: Int
    }

    var items: [Item]
    var links: [Link]
}

/// What a layout takes for beautiful.
struct LayoutMetrics {
    /// Between boxes above each other.
    var boxSeparation: Int
    /// Between a line and what is above it.
    var lineSeparation: Int
    /// The height of a line that goes back below a box.
    var laneHeight: Int
    /// How far below its label a line is.
    var labelDrop: Int
    /// Whether items stand at the left side of their column, not in its middle.
    var alignsLeft = false
    /// Between lines that go from one row to the next.
    var trackSeparation = 9
    /// How wide the rows of a level are that would be so large in a single one; nil to leave it so.
    var rowWidth: @Sendable (Level.Size) -> Int? = { _ in nil }
    /// How lines pass the space between two columns.
    var passage: @Sendable (Gap) -> Passage
}

/// How wide the space between two columns is, and where in it each line goes up or down, if it does so at one place.
struct Passage {
    var width: Int
    /// By link.
    var tracks: [Int: Int] = [:]
}

/// The space between two columns, through which lines go up and down.
struct Gap {
    /// A line from one height to another.
    struct Crossing {
        enum Kind {
            /// From the left column to the right one; for a link that goes back, from its receiver's side on.
            case across
            /// From the left column, back to it.
            case turnLeft
            /// From the right column, back to it.
            case turnRight
        }

        var kind: Kind
        var link: Int
        /// At the left column, or where a turn begins.
        var from: Int
        var to: Int
    }

    var crossings: [Crossing]
}

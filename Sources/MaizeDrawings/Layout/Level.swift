/// What is inside one cluster: items, and links between them from left to right. The passes of the layout work on it.
///
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
    /// The space between two columns, given the lines through it.
    var gapWidth: @Sendable (Gap) -> Int
}

/// The space between two columns, through which lines go up and down.
struct Gap {
    /// A line from one height to another.
    struct Crossing {
        enum Kind { case across, turnLeft, turnRight }

        var kind: Kind
        var link: Int
        /// At the left column, or where a turn begins.
        var from: Int
        var to: Int
    }

    var crossings: [Crossing]
}

/// Lays the insides of clusters out, from the innermost on.
///
/// A link that crosses the border of a cluster is laid out in parts: inside from the border or to it, outside from the
/// cluster or to it, as if that were a box with its ports where the parts inside end. So clusters are as compact as boxes,
/// and never overlap.
struct ClusterLayout<Style: PictureStyle> {
    /// The inside of one cluster, and how it lies in the cluster.
    struct Inside {
        /// The shapes that the items are; nil for a place at the border.
        var shapes: [Int?]
        /// The links of the picture that those of the level are a part of.
        var links: [Int]
        var borderLabels: [(item: Int, text: String)]
        var layout: LevelLayout
        var origin: (x: Int, y: Int)
    }

    /// A cluster whose members are known, but not their places.
    private struct Draft {
        var level = Level(items: [], links: [])
        var shapes: [Int?] = []
        var links: [Int] = []
        var borderLabels: [(item: Int, text: String)] = []
        /// Items at the border, by link of the picture.
        var entries: [Int: Int] = [:]
        var exits: [Int: Int] = [:]
    }

    private let picture: Picture
    private let style: Style
    private(set) var insides: [Int: Inside] = [:]
    /// The links that end at a box, or cross the border of a cluster, by shape.
    private let linksAt: [(sent: [Int], received: [Int])]

    init(picture: Picture, style: Style) {
        self.picture = picture
        self.style = style
        var linksAt: [(sent: [Int], received: [Int])] = Array(repeating: ([], []), count: picture.shapes.count)
        for (number, link) in picture.links.enumerated() {
            linksAt[link.sender.shape].sent.append(number)
            linksAt[link.receiver.shape].received.append(number)
        }
        self.linksAt = linksAt
    }

    /// A shape as an item of the cluster around.
    mutating func item(_ shape: Int) -> Level.Item {
        guard picture.shapes[shape].isCluster else {
            return style.box(
                shape,
                inputs: linksAt[shape].received.map { picture.links[$0].receiver },
                outputs: linksAt[shape].sent.map { picture.links[$0].sender }
            )
        }
        var draft = Draft()
        var itemOfShape: [Int: Int] = [:]
        for member in picture.shapes[shape].members {
            itemOfShape[member] = draft.level.items.count
            draft.level.items.append(item(member))
            draft.shapes.append(member)
        }
        for (number, link) in picture.links.enumerated() {
            let from = picture.member(of: shape, above: link.sender.shape)
            let to = picture.member(of: shape, above: link.receiver.shape)
            // Both outside, or both in one cluster inside.
            guard from != nil || to != nil, from != to || from == link.sender.shape else { continue }
            let source =
                from.flatMap { itemOfShape[$0] } ?? addEntry(number, link.receiver.borderPorts[shape], to: &draft)
            let target = to.flatMap { itemOfShape[$0] } ?? addExit(number, link.sender.borderPorts[shape], to: &draft)
            let label = from != nil && to != nil ? style.label(of: number) : nil
            draft.level.links.append(Level.Link(from: source, to: target, label: label))
            draft.links.append(number)
        }
        return close(shape, draft)
    }

    private func addEntry(_ link: Int, _ name: String?, to draft: inout Draft) -> Int {
        let item = addBorder(.entry, name, to: &draft)
        draft.entries[link] = item
        return item
    }

    private func addExit(_ link: Int, _ name: String?, to draft: inout Draft) -> Int {
        let item = addBorder(.exit, name, to: &draft)
        draft.exits[link] = item
        return item
    }

    /// A place at the border for the link that comes next.
    private func addBorder(_ role: Level.Item.Role, _ name: String?, to draft: inout Draft) -> Int {
        let size = style.borderLabel(name)
        let side = Level.Side.fixed([draft.level.links.count: size.height - 1])
        draft.level.items.append(
            Level.Item(role: role, width: size.width, height: size.height, inputs: side, outputs: side)
        )
        draft.shapes.append(nil)
        let item = draft.level.items.count - 1
        if let name { draft.borderLabels.append((item, name)) }
        return item
    }

    /// Lays the inside of a cluster out, and closes the cluster around it.
    private mutating func close(_ shape: Int, _ draft: Draft) -> Level.Item {
        var level = draft.level
        // Clusters inside know links by the numbers of the picture; the level has its own.
        let numbers = Dictionary(uniqueKeysWithValues: draft.links.enumerated().map { ($1, $0) })
        for place in level.items.indices where draft.shapes[place] != nil {
            level.items[place].inputs = level.items[place].inputs.renumbered(numbers)
            level.items[place].outputs = level.items[place].outputs.renumbered(numbers)
        }
        var layout = LevelLayout(level, metrics: style.metrics)
        let insets = style.insets(of: shape)
        let left = draft.entries.isEmpty ? insets.left : 0
        let right = draft.exits.isEmpty ? insets.right : 0
        let missing = max(0, style.titleWidth(of: shape) - left - right - layout.size.width)
        layout.moveRightBorder(
            by: missing,
            items: Set(draft.exits.values),
            links: draft.exits.keys.compactMap { numbers[$0] }
        )
        let inside = Inside(
            shapes: draft.shapes,
            links: draft.links,
            borderLabels: draft.borderLabels,
            layout: layout,
            origin: (left, insets.top)
        )
        insides[shape] = inside
        func offsets(_ border: [Int: Int]) -> [Int: Int] {
            border.mapValues { insets.top + layout.items[$0].y + layout.items[$0].height - 1 }
        }
        return Level.Item(
            role: .box,
            width: left + layout.size.width + right,
            height: insets.top + layout.size.height + insets.bottom,
            inputs: .fixed(offsets(draft.entries)),
            outputs: .fixed(offsets(draft.exits))
        )
    }
}

extension LevelLayout {
    /// Makes the level wider at its right side, with the places at the border there.
    fileprivate mutating func moveRightBorder(by distance: Int, items: Set<Int>, links: [Int]) {
        size.width += distance
        for item in items { self.items[item].x += distance }
        for link in links { routes[link][routes[link].count - 1].to += distance }
    }
}

extension Level.Side {
    fileprivate func renumbered(_ numbers: [Int: Int]) -> Level.Side {
        guard case .fixed(let offsets) = self else { return self }
        return .fixed(
            Dictionary(uniqueKeysWithValues: offsets.compactMap { link, offset in numbers[link].map { ($0, offset) } })
        )
    }
}

/// A picture with all places known.
struct PictureLayout {
    var size: Level.Size
    var shapes: [Rectangle]
    /// The straight parts of each link, from its sender's border to its receiver's.
    var routes: [[Run]]
    /// The place of the label of each link.
    var labels: [Rectangle?]
    /// Names of ports at the borders of clusters.
    var borderLabels: [(text: String, place: Rectangle)]
}

/// What a format takes for each kind of shape.
protocol PictureStyle {
    var metrics: LayoutMetrics { get }
    /// The size of a box, and the offsets at which links may leave and arrive.
    func box(_ shape: Int, inputs: [Picture.End], outputs: [Picture.End]) -> Level.Item
    func label(of link: Int) -> Level.Size?
    /// Room for the name of a port, or a line without one, at the border of a cluster.
    func borderLabel(_ text: String?) -> Level.Size
    /// What lies between a cluster's border and what is in it.
    func insets(of cluster: Int) -> Insets
    /// The least width of a cluster, for its title.
    func titleWidth(of cluster: Int) -> Int
}

struct Insets {
    var top: Int
    var left: Int
    var bottom: Int
    var right: Int
}

extension PictureLayout {
    /// Lays a picture out, clusters from the innermost on: what is inside one is a box in the one around.
    init(_ picture: Picture, style: some PictureStyle) {
        var clusters = ClusterLayout(picture: picture, style: style)
        let root = clusters.item(0)
        shapes = Array(
            repeating: Rectangle(x: 0, y: 0, width: root.width, height: root.height),
            count: picture.shapes.count
        )
        size = Level.Size(width: root.width, height: root.height)
        labels = Array(repeating: nil, count: picture.links.count)
        borderLabels = []
        routes = []
        var parts: [[RoutePart]] = Array(repeating: [], count: picture.links.count)
        place(0, at: (0, 0), clusters, picture, &parts)
        routes = parts.map { $0.sorted { $0.order < $1.order }.flatMap(\.runs).joinedWhereStraight() }
    }

    /// What of a link lies directly in one cluster.
    private struct RoutePart {
        var order: Int
        var runs: [Run]
    }

    /// Gives all that is in a cluster its place, once that of the cluster is known.
    private mutating func place(
        _ shape: Int,
        at corner: (x: Int, y: Int),
        _ clusters: ClusterLayout<some PictureStyle>,
        _ picture: Picture,
        _ parts: inout [[RoutePart]]
    ) {
        guard let inside = clusters.insides[shape] else { return }
        let (x, y) = (corner.x + inside.origin.x, corner.y + inside.origin.y)
        for (item, member) in inside.shapes.enumerated() {
            guard let member else { continue }
            let box = inside.layout.items[item].moved(by: x, y)
            shapes[member] = box
            place(member, at: (box.x, box.y), clusters, picture, &parts)
        }
        for label in inside.borderLabels {
            borderLabels.append((label.text, inside.layout.items[label.item].moved(by: x, y)))
        }
        let depth = picture.clusters(around: shape).count
        for (number, link) in inside.links.enumerated() {
            if let label = inside.layout.labels[number] { labels[link] = label.moved(by: x, y) }
            // On the way out from the sender, then in to the receiver.
            let leaves = picture.member(of: shape, above: picture.links[link].receiver.shape) == nil
            let runs = inside.layout.routes[number].map { $0.moved(by: x, y) }
            parts[link].append(RoutePart(order: leaves ? -depth : depth, runs: runs))
        }
    }
}

extension Picture {
    /// The member of a cluster that a shape is, or is in.
    func member(of cluster: Int, above shape: Int) -> Int? {
        ([shape] + clusters(around: shape)).first { shapes[$0].parent == cluster }
    }
}

extension [Run] {
    /// One run for several in a row at one height, as they are where a line passes a border.
    fileprivate func joinedWhereStraight() -> [Run] {
        reduce(into: []) { runs, run in
            if let last = runs.last, last.height == run.height, last.isDetour == run.isDetour,
                (last.to - last.from) * (run.to - run.from) >= 0
            {
                runs[runs.count - 1].to = run.to
            } else {
                runs.append(run)
            }
        }
    }
}

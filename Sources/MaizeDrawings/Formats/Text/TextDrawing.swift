internal import MaizeWire

/// A picture in the characters of a terminal.
///
/// What is too wide is cut between columns of components: a line from one part to another ends at the name of its other
/// end in parentheses, and begins at such a name there. A graph that is too wide is closed, and drawn on its own below.
struct TextDrawing {
    private let width: Int

    static func text(of picture: Picture, width: Int) -> String {
        let root = picture.shapes[0]
        var blocks = TextDrawing(width: max(20, width)).drawings(of: picture)
        let settings = picture.shapes.dropFirst().filter { !$0.settings.isEmpty }.flatMap { shape in
            ["\(shape.path.joined(separator: "/").printable):"] + shape.settings.map { "  \($0.printable)" }
        }
        if !settings.isEmpty { blocks.append(settings) }
        if root.isCluster {
            let summary = root.summary.isEmpty ? "" : ": \(root.summary.printable)"
            blocks.insert(["\(root.name.printable)\(summary)"], at: 0)
        }
        return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    /// The lines of drawings, each of which is no wider than may be, where that can be.
    private func drawings(of picture: Picture) -> [[String]] {
        let drawing = ClearDrawing(picture, width: width)
        guard !drawing.fits else { return [drawing.lines] }
        let clusters = picture.shapes[0].members.filter { picture.shapes[$0].isCluster }
        let wide = clusters.filter { drawing.layout.shapes[$0].width > width * 2 / 3 }
        if !wide.isEmpty { return drawings(of: picture, closing: wide) }
        // Parts become wider by the names at their ends: a little less is tried until all fit.
        for share in [100, 80, 60, 40, 0] {
            let isLast = share == 0 && clusters.isEmpty
            let bands = bands(of: picture, drawing.layout, width: width * share / 100)
            var parts: [[String]] = []
            for members in bands {
                let part = ClearDrawing(picture.part(of: 0, members: members), width: isLast ? Int.max : width)
                guard part.fits else { break }
                parts.append(part.lines)
            }
            if parts.count == bands.count { return parts }
        }
        return drawings(of: picture, closing: clusters)
    }

    /// Drawings of the picture with some clusters closed, and of what is in those.
    private func drawings(of picture: Picture, closing clusters: [Int]) -> [[String]] {
        let insides = clusters.flatMap { cluster -> [[String]] in
            let inside = picture.part(of: cluster, members: picture.shapes[cluster].members)
            let drawings = drawings(of: inside)
            return [["\(picture.shapes[cluster].path.joined(separator: "/").printable):", ""] + (drawings.first ?? [])]
                + drawings.dropFirst()
        }
        return drawings(of: picture.closing(Set(clusters))) + insides
    }

    /// Members from left to right, in parts that are about so wide.
    private func bands(of picture: Picture, _ layout: PictureLayout, width: Int) -> [[Int]] {
        // What is mentioned for links that lead out stands in whichever part needs it.
        let members = picture.shapes[0].members.filter { !picture.shapes[$0].isMention }
        let columns = Dictionary(grouping: members) { layout.shapes[$0].x }
            .sorted { $0.key < $1.key }.map(\.value)
        var bands: [[Int]] = []
        var start = 0
        for column in columns {
            let right = column.map { layout.shapes[$0].right }.max() ?? 0
            if bands.isEmpty || right - start > width {
                bands.append(column)
                start = column.map { layout.shapes[$0].x }.min() ?? 0
            } else {
                bands[bands.count - 1] += column
            }
        }
        return bands
    }
}

/// A picture drawn so that no line can be taken for another one.
private struct ClearDrawing {
    let layout: PictureLayout
    /// Whether it is no wider than may be; what is wider is not made clear, as nobody will see it.
    let fits: Bool
    let lines: [String]

    init(_ whole: Picture, width: Int) {
        var cut: Set<Int> = []
        while true {
            // The halves of links that were cut stand behind all others, in order.
            let picture = whole.cutting(cut)
            let (layout, canvas) = ClearDrawing.draw(picture)
            let fits = layout.size.width <= width
            let halves = cut.sorted()
            let confused = canvas.confusions { one, other in
                picture.links[one].sender.shape == picture.links[other].sender.shape
                    || picture.links[one].receiver.shape == picture.links[other].receiver.shape
            }.map { pair in
                [pair.0, pair.1].map { $0 < whole.links.count ? $0 : halves[$0 - whole.links.count] }
            }
            // One of each two is named instead of drawn, where neither is yet: what goes back rather than what goes on.
            let back = Set(layout.routes.indices.filter { layout.routes[$0].contains { $0.to < $0.from } })
            let more = confused.reduce(into: Set<Int>()) { more, pair in
                if cut.union(more).isDisjoint(with: pair) { more.insert(pair.first(where: back.contains) ?? pair[1]) }
            }
            if more.isEmpty || !fits {
                self.layout = layout
                self.fits = fits
                lines = canvas.lines
                return
            }
            cut.formUnion(more)
        }
    }

    private static func draw(_ picture: Picture) -> (PictureLayout, TextCanvas) {
        let layout = PictureLayout(picture, style: TextStyle(picture))
        var canvas = TextCanvas(width: layout.size.width, height: layout.size.height)
        for (shape, place) in zip(picture.shapes, layout.shapes).dropFirst() where shape.isCluster {
            canvas.frame(place, title: TextStyle.name(shape))
        }
        for (number, runs) in layout.routes.enumerated() { canvas.draw(runs, link: number) }
        for (shape, place) in zip(picture.shapes, layout.shapes) where !shape.isCluster {
            canvas.write(TextStyle.name(shape), x: place.x + 1, y: place.y)
        }
        return (layout, canvas)
    }
}

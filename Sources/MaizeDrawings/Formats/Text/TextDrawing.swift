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
        let drawing = ClearDrawing(picture)
        let members = picture.shapes[0].members
        guard drawing.layout.size.width > width, members.count > 1 else { return [drawing.lines] }
        let wide = members.filter {
            picture.shapes[$0].isCluster && drawing.layout.shapes[$0].width > width * 2 / 3
        }
        if !wide.isEmpty {
            let insides = wide.flatMap { cluster -> [[String]] in
                let inside = picture.part(of: cluster, members: picture.shapes[cluster].members)
                let name = picture.shapes[cluster].path.joined(separator: "/").printable
                let drawings = drawings(of: inside)
                return [["\(name):", ""] + (drawings.first ?? [])] + drawings.dropFirst()
            }
            return drawings(of: picture.closing(Set(wide))) + insides
        }
        // Parts become wider by the names at their ends: a little less is tried until all fit.
        var best: [[String]] = []
        for share in [100, 85, 70, 55, 40, 0] {
            let parts = bands(of: picture, drawing.layout, width: width * share / 100).map { members in
                ClearDrawing(picture.part(of: 0, members: members))
            }
            best = parts.map(\.lines)
            if parts.allSatisfy({ $0.layout.size.width <= width }) { break }
        }
        return best
    }

    /// Members from left to right, in parts that are about so wide.
    private func bands(of picture: Picture, _ layout: PictureLayout, width: Int) -> [[Int]] {
        let members = picture.shapes[0].members.filter { layout.shapes.indices.contains($0) }
        let columns = Dictionary(grouping: members) { layout.shapes[$0].x }.sorted { $0.key < $1.key }.map(\.value)
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
    let lines: [String]

    init(_ whole: Picture) {
        var picture = whole
        while true {
            let style = TextStyle(picture)
            let layout = PictureLayout(picture, style: style)
            var canvas = TextCanvas(width: layout.size.width, height: layout.size.height)
            for (shape, place) in zip(picture.shapes, layout.shapes).dropFirst() where shape.isCluster {
                canvas.frame(place, title: TextStyle.name(shape))
            }
            for (number, runs) in layout.routes.enumerated() { canvas.draw(runs, link: number) }
            for (shape, place) in zip(picture.shapes, layout.shapes) where !shape.isCluster {
                canvas.write(TextStyle.name(shape), x: place.x + 1, y: place.y)
            }
            let confused = canvas.confusions { one, other in
                picture.links[one].sender.shape == picture.links[other].sender.shape
                    || picture.links[one].receiver.shape == picture.links[other].receiver.shape
            }
            // One of each two is named instead of drawn.
            guard let first = confused.first else {
                self.layout = layout
                lines = canvas.lines
                return
            }
            picture = picture.cutting([first.1])
        }
    }
}

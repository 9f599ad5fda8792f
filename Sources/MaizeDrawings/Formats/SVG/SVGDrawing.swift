/// A picture as SVG, without any other program.
struct SVGDrawing {
    private let picture: Picture
    private let layout: PictureLayout
    private var lines: [String] = []

    static func text(of picture: Picture, width: Int?) -> String {
        var drawing = SVGDrawing(picture, width: width)
        drawing.draw()
        return drawing.lines.joined(separator: "\n") + "\n"
    }

    private init(_ picture: Picture, width: Int?) {
        self.picture = picture
        layout = PictureLayout(picture, style: SVGStyle(picture: picture, width: width))
    }

    private mutating func draw() {
        let (width, height) = (layout.size.width, layout.size.height)
        let root = picture.shapes[0]
        let counts = "\(picture.shapes.count - 1) components, \(picture.links.count) channels"
        let head = SVGHead(root)
        lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"maize\" role=\"img\" width=\"\(width)\" height=\"\(height)\""
                + " viewBox=\"0 0 \(width) \(height)\">",
            "<title>\(root.name.xml)</title>",
            "<desc>\((root.summary.isEmpty ? counts : "\(root.summary) \(counts)").xml)</desc>",
            SVGStyleSheet.element,
            "<rect class=\"ground\" width=\"\(width)\" height=\"\(height)\" rx=\"8\"/>",
        ]
        if root.isCluster { drawTitle(head, x: 16, y: 26) }
        for shape in picture.shapes.indices.dropFirst() where picture.shapes[shape].isCluster { drawCluster(shape) }
        for link in picture.links.indices { drawLink(link) }
        for shape in picture.shapes.indices where !picture.shapes[shape].isCluster { drawBox(shape) }
        for label in layout.borderLabels {
            let text = SVGStyle.port(label.text)
            lines.append(
                element("port", text, x: label.place.x + label.place.width / 2, y: label.place.y + 9, anchor: .middle)
            )
        }
        lines.append("</svg>")
    }

    private mutating func drawTitle(_ head: SVGHead, x: Int, y: Int) {
        lines.append(element("name", head.name, x: x, y: y))
        // The root has no type of its own as a rule.
        guard head.type != "Workflow" else { return }
        lines.append(element("type", head.type, x: x + head.nameWidth + 8, y: y))
    }

    private mutating func drawCluster(_ shape: Int) {
        let (place, head) = (layout.shapes[shape], SVGHead(picture.shapes[shape]))
        let depth = (picture.depth(of: shape)) % 4
        lines.append("<g class=\"cluster\(off(picture.shapes[shape].isActive))\" data-path=\"\(path(shape))\">")
        lines.append(title(of: shape))
        lines.append("<rect class=\"depth\(depth)\" \(attributes(of: place)) rx=\"8\"/>")
        drawTitle(head, x: place.x + 12, y: place.y + 19)
        for (number, setting) in head.settings.enumerated() {
            lines.append(element("setting", setting, x: place.x + 12, y: place.y + 34 + number * SVGStyle.lineHeight))
        }
        lines.append("</g>")
    }

    private mutating func drawBox(_ shape: Int) {
        let (place, head) = (layout.shapes[shape], SVGHead(picture.shapes[shape]))
        let middle = place.x + place.width / 2
        // With nothing but the head, that stands in the middle.
        let hasPorts = picture.links.contains {
            $0.sender.shape == shape && $0.sender.showsPort || $0.receiver.shape == shape && $0.receiver.showsPort
        }
        let top = place.y + (hasPorts ? 0 : (place.height - head.height) / 2)
        lines.append("<g class=\"node\(off(picture.shapes[shape].isActive))\" data-path=\"\(path(shape))\">")
        lines.append(title(of: shape))
        lines.append("<rect class=\"box\" \(attributes(of: place)) rx=\"5\"/>")
        lines.append(element("name", head.name, x: middle, y: top + 18, anchor: .middle))
        lines.append(element("type", head.type, x: middle, y: top + 33, anchor: .middle))
        if !head.marks.isEmpty { lines.append(element("mark", head.marks, x: middle, y: top + 47, anchor: .middle)) }
        for (number, setting) in head.settings.enumerated() {
            let y = top + head.textHeight + 8 + number * SVGStyle.lineHeight
            lines.append(element("setting", setting, x: place.x + SVGStyle.padding, y: y))
        }
        for (link, route) in zip(picture.links, layout.routes) {
            guard let first = route.first, let last = route.last else { continue }
            if link.receiver.shape == shape, link.receiver.showsPort {
                lines.append(element("port", SVGStyle.port(link.receiver.port), x: place.x + 7, y: last.height + 4))
            }
            if link.sender.shape == shape, link.sender.showsPort {
                let text = SVGStyle.port(link.sender.port)
                lines.append(element("port", text, x: place.right - 7, y: first.height + 4, anchor: .end))
            }
        }
        lines.append("</g>")
    }

    private mutating func drawLink(_ number: Int) {
        let (link, runs) = (picture.links[number], layout.routes[number])
        lines.append(
            "<g class=\"channel\(off(link.isActive))\" data-from=\"\(path(link.sender.shape))\""
                + " data-to=\"\(path(link.receiver.shape))\">"
        )
        lines.append("<title>\(link.title.xml)</title>")
        lines.append("<path class=\"line\" d=\"\(SVGPath.line(runs))\"/>")
        lines.append("<path class=\"head\" d=\"\(SVGPath.arrow(runs))\"/>")
        if let place = layout.labels[number] {
            let text = SVGStyle.label(link.label)
            lines.append(element("label", text, x: place.x + place.width / 2, y: place.y + 10, anchor: .middle))
        }
        lines.append("</g>")
    }

    // MARK: Elements

    /// A further class for what does not run.
    private func off(_ isActive: Bool) -> String { isActive ? "" : " off" }

    private func path(_ shape: Int) -> String { picture.shapes[shape].path.joined(separator: "/").xml }

    private func title(of shape: Int) -> String {
        let shape = picture.shapes[shape]
        let words = "\(shape.path.joined(separator: "/")): \(shape.typeWithMarks)"
        return "<title>\((shape.summary.isEmpty ? words : "\(words). \(shape.summary)").xml)</title>"
    }

    private func attributes(of place: Rectangle) -> String {
        "x=\"\(place.x)\" y=\"\(place.y)\" width=\"\(place.width)\" height=\"\(place.height)\""
    }

    private enum Anchor: String { case start, middle, end }

    private func element(_ kind: String, _ text: String, x: Int, y: Int, anchor: Anchor = .start) -> String {
        let anchor = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        return "<text class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\"\(anchor)>\(text.xml)</text>"
    }
}

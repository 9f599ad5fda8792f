/// A picture in the language of Graphviz.
struct DotDrawing {
    private let picture: Picture
    private var lines: [String] = []

    static func text(of picture: Picture) -> String {
        var drawing = DotDrawing(picture: picture)
        drawing.draw()
        return drawing.lines.joined(separator: "\n") + "\n"
    }

    private init(picture: Picture) { self.picture = picture }

    private mutating func draw() {
        let root = picture.shapes[0]
        lines = [
            "digraph \(quoted([root.name])) {",
            "    graph [rankdir=LR, label=\(quoted([root.name])), labelloc=t, labeljust=l, fontname=\"Helvetica\"];",
            "    node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\", fontsize=12];",
            "    edge [fontname=\"Helvetica\", fontsize=10];",
        ]
        if root.isCluster { for member in root.members { declare(member, indent: 1) } } else { declare(0, indent: 1) }
        for link in picture.links {
            var attributes = ["label=\(quoted([link.label]))", "tooltip=\(quoted([link.title]))"]
            if link.sender.showsPort { attributes.append("taillabel=\(quoted([link.sender.port]))") }
            if link.receiver.showsPort { attributes.append("headlabel=\(quoted([link.receiver.port]))") }
            if !link.isActive { attributes.append("style=dashed") }
            let ends = "n\(link.sender.shape) -> n\(link.receiver.shape)"
            lines.append("    \(ends) [\(attributes.joined(separator: ", "))];")
        }
        lines.append("}")
    }

    private mutating func declare(_ number: Int, indent: Int) {
        let shape = picture.shapes[number]
        let space = String(repeating: "    ", count: indent)
        let about = quoted([shape.summary.isEmpty ? "\(shape.name): \(shape.type)" : shape.summary])
        guard shape.isCluster else {
            let off = shape.isActive ? "" : ", style=\"rounded,filled,dashed\", fontcolor=gray40"
            lines.append("\(space)n\(number) [label=\(quoted(shape.lines)), tooltip=\(about)\(off)];")
            return
        }
        let greys = ["gray97", "gray93", "gray89", "gray84"]
        let colour = greys[picture.depth(of: number) % greys.count]
        lines.append("\(space)subgraph cluster_\(number) {")
        let style = shape.isActive ? "rounded,filled" : "rounded,filled,dashed"
        let label = quoted(["\(shape.name): \(shape.typeWithMarks)"] + shape.settings)
        lines.append(
            "\(space)    graph [label=\(label), style=\"\(style)\","
                + " fillcolor=\(colour), tooltip=\(about)];"
        )
        for member in shape.members { declare(member, indent: indent + 1) }
        lines.append("\(space)}")
    }

    /// Lines of a label; Graphviz takes backslashes and references to characters for its own.
    private func quoted(_ lines: [String]) -> String {
        let escaped = lines.map { line in
            line.printable.reduce(into: "") { text, character in
                switch character {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "&": text += "&amp;"
                default: text.append(character)
                }
            }
        }
        return "\"\(escaped.joined(separator: "\\n"))\""
    }
}

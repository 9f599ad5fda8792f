/// A picture in the language of Mermaid, which GitHub and many editors show in Markdown.
struct MermaidDrawing {
    private let picture: Picture
    private var lines: [String]

    static func text(of picture: Picture) -> String {
        var drawing = MermaidDrawing(picture)
        drawing.draw()
        return drawing.lines.joined(separator: "\n") + "\n"
    }

    private init(_ picture: Picture) {
        self.picture = picture
        let title = picture.shapes[0].name.printable.quoted(escaping: ["\"", "\\"])
        lines = ["---", "title: \(title)", "---", "flowchart LR"]
    }

    private mutating func draw() {
        let root = picture.shapes[0]
        if root.isCluster { for member in root.members { declare(member, indent: 1) } } else { declare(0, indent: 1) }
        for link in picture.links {
            let arrow = link.isActive ? "-->" : "-.->"
            lines.append(
                "    n\(link.sender.shape) \(arrow)|\(quoted([link.labelWithPorts]))| n\(link.receiver.shape)"
            )
        }
        let off = picture.shapes.indices.filter { !picture.shapes[$0].isActive }.map { "n\($0)" }
        if !off.isEmpty {
            lines.append("    classDef off stroke-dasharray: 4 3")
            lines.append("    class \(off.joined(separator: ",")) off")
        }
    }

    private mutating func declare(_ number: Int, indent: Int) {
        let shape = picture.shapes[number]
        let space = String(repeating: "    ", count: indent)
        guard shape.isCluster else {
            lines.append("\(space)n\(number)[\(quoted(shape.lines))]")
            return
        }
        lines.append(
            "\(space)subgraph n\(number)[\(quoted(["\(shape.name): \(shape.typeWithMarks)"] + shape.settings))]"
        )
        for member in shape.members { declare(member, indent: indent + 1) }
        lines.append("\(space)end")
    }

    /// Lines of a label, in which nothing is taken for Mermaid's own signs, Markdown or HTML.
    private func quoted(_ lines: [String]) -> String {
        let escaped = lines.map { line in
            line.printable.unicodeScalars.reduce(into: "") { text, scalar in
                let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                if isPlain || " .,:()[]{}=/+?!→·-".unicodeScalars.contains(scalar) || scalar.value > 0x2FFF {
                    text.unicodeScalars.append(scalar)
                } else {
                    text += "#\(scalar.value);"
                }
            }
        }
        return "\"\(escaped.joined(separator: "<br/>"))\""
    }
}

extension Picture.Link {
    /// The label, after the names of ports that are worth showing: `no → inp: Row`.
    var labelWithPorts: String {
        switch (sender.showsPort, receiver.showsPort) {
        case (true, true): "\(sender.port) → \(receiver.port): \(label)"
        case (true, false): "\(sender.port): \(label)"
        case (false, true): "→ \(receiver.port): \(label)"
        case (false, false): label
        }
    }
}

extension String {
    /// The text in quotes, with a backslash before some characters.
    func quoted(escaping special: Set<Character>) -> String {
        "\"" + reduce(into: "") { $0 += special.contains($1) ? "\\\($1)" : "\($1)" } + "\""
    }
}

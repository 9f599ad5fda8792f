/// The sizes of what an SVG picture shows, in pixels.
struct SVGStyle: PictureStyle {
    /// Typefaces: sizes in pixels.
    static let nameSize = 13.0
    static let typeSize = 11.0
    static let labelSize = 10.5

    /// The longest names and types; what is longer is cut, and shown in full by the reader's pointer.
    static let longestName = 220
    static let longestLabel = 170
    static let longestPort = 120

    static let padding = 12
    /// From the top of a box to below its type.
    static let headHeight = 42
    static let lineHeight = 14
    static let portHeight = 15
    static let titleHeight = 26

    let picture: Picture
    /// How wide a picture may be; nil for as wide as it is good to look at.
    let width: Int?

    /// What is no wider than this is not wrapped, nor is what is no wider than so many times its height.
    private static let (plainWidth, plainRatio) = (1280, 3)

    private func rowWidth(_ size: Level.Size) -> Int? {
        if let width { return size.width > width ? width : nil }
        guard size.width > SVGStyle.plainWidth, size.width > SVGStyle.plainRatio * size.height else { return nil }
        // About twice as wide as high.
        return max(SVGStyle.plainWidth, Int(Double(2 * size.width * size.height).squareRoot()))
    }

    var metrics: LayoutMetrics {
        LayoutMetrics(
            boxSeparation: 18,
            lineSeparation: 9,
            laneHeight: 13,
            labelDrop: 3,
            rowWidth: rowWidth,
            passage: { gap in
                let across = gap.crossings.filter { $0.kind == .across }
                let turns = gap.crossings.filter { $0.kind != .across }.map { SVGPath.bulge(abs($0.from - $0.to)) + 8 }
                let rise = across.map { abs($0.from - $0.to) }.max() ?? 0
                return Passage(width: max(across.isEmpty ? 0 : 24 + min(60, rise / 5), turns.max() ?? 0, 14))
            }
        )
    }

    func box(_ shape: Int, inputs: [Picture.End], outputs: [Picture.End]) -> Level.Item {
        let head = SVGHead(picture.shapes[shape])
        let rows = max(rows(inputs), rows(outputs))
        let plainHeight = max(head.height, SVGStyle.lineHeight * max(inputs.count, outputs.count) + 10)
        let height = rows == 0 ? plainHeight : max(plainHeight, head.height + rows * SVGStyle.portHeight + 4)
        let ports = portWidth(inputs) + portWidth(outputs) + SVGStyle.padding * 2
        return Level.Item(
            role: .box,
            width: max(head.width + SVGStyle.padding * 2, rows == 0 ? 0 : ports, 56),
            height: height,
            inputs: .free(slots(inputs, height: height, headHeight: head.height)),
            outputs: .free(slots(outputs, height: height, headHeight: head.height)),
            canWiden: true
        )
    }

    private func rows(_ ends: [Picture.End]) -> Int { ends.contains(where: \.showsPort) ? ends.count : 0 }

    private func portWidth(_ ends: [Picture.End]) -> Int {
        ends.filter(\.showsPort).map { TextWidth.of(SVGStyle.port($0.port), size: SVGStyle.labelSize) }.max() ?? 0
    }

    /// Ports that show their names stand below each other under the head, others around the middle.
    private func slots(_ ends: [Picture.End], height: Int, headHeight: Int) -> [Int] {
        if rows(ends) > 0 {
            return ends.indices.map { headHeight + $0 * SVGStyle.portHeight + SVGStyle.portHeight / 2 }
        }
        let first = (height - (ends.count - 1) * SVGStyle.lineHeight) / 2
        return ends.indices.map { first + $0 * SVGStyle.lineHeight }
    }

    func label(of link: Int) -> Level.Size? {
        let text = SVGStyle.label(picture.links[link].label)
        return Level.Size(width: TextWidth.of(text, size: SVGStyle.labelSize) + 8, height: 12)
    }

    func borderLabel(_ text: String?) -> Level.Size {
        guard let text else { return Level.Size(width: 0, height: 1) }
        return Level.Size(width: TextWidth.of(SVGStyle.port(text), size: SVGStyle.labelSize) + 12, height: 13)
    }

    func insets(of cluster: Int) -> Insets {
        cluster == 0
            ? Insets(top: SVGStyle.titleHeight + 16, left: 16, bottom: 16, right: 16)
            : Insets(top: SVGHead.clusterHeight(picture.shapes[cluster]), left: 16, bottom: 14, right: 16)
    }

    func titleWidth(of cluster: Int) -> Int {
        SVGHead(picture.shapes[cluster]).titleWidth + 24
    }

    static func label(_ text: String) -> String {
        TextWidth.shortened(text.printable, to: longestLabel, size: labelSize)
    }

    static func port(_ text: String) -> String { TextWidth.shortened(text.printable, to: longestPort, size: labelSize) }
}

/// What stands at the top of a box or a cluster, as it fits.
struct SVGHead {
    let name: String
    /// Of a cluster, with its marks.
    let type: String
    /// Of a box; empty for none.
    let marks: String
    let settings: [String]

    init(_ shape: Picture.Shape) {
        name = TextWidth.shortened(
            shape.name.printable,
            to: SVGStyle.longestName,
            size: SVGStyle.nameSize,
            isBold: true
        )
        marks = shape.isCluster ? "" : shape.marks.joined(separator: " · ")
        let type = shape.isCluster ? shape.typeWithMarks : shape.type
        self.type = TextWidth.shortened(type.printable, to: SVGStyle.longestName, size: SVGStyle.typeSize)
        settings = shape.settings.map {
            TextWidth.shortened($0.printable, to: SVGStyle.longestName, size: SVGStyle.labelSize)
        }
    }

    var nameWidth: Int { TextWidth.of(name, size: SVGStyle.nameSize, isBold: true) }
    var typeWidth: Int { TextWidth.of(type, size: SVGStyle.typeSize) }
    private var marksWidth: Int { TextWidth.of(marks, size: SVGStyle.labelSize) }
    private var settingsWidth: Int { settings.map { TextWidth.of($0, size: SVGStyle.labelSize) }.max() ?? 0 }

    var width: Int { max(nameWidth, typeWidth, marksWidth, settingsWidth) }
    /// Of a cluster, whose type stands behind its name.
    var titleWidth: Int { max(nameWidth + 8 + typeWidth, settingsWidth) }

    /// From the top of a box to below its marks, or its type.
    var textHeight: Int { SVGStyle.headHeight + (marks.isEmpty ? 0 : SVGStyle.lineHeight) }
    var height: Int {
        textHeight + (settings.isEmpty ? 0 : settings.count * SVGStyle.lineHeight + 6)
    }

    static func clusterHeight(_ shape: Picture.Shape) -> Int {
        SVGStyle.titleHeight + 10 + shape.settings.count * SVGStyle.lineHeight
    }
}

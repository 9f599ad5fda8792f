internal import MaizeWire

/// The sizes of what a text shows, in characters.
struct TextStyle: PictureStyle {
    static let longestName = 32

    private let picture: Picture
    /// Boxes from which several links go, and those to which several go.
    private let forks: Set<Int>
    private let joins: Set<Int>

    init(_ picture: Picture) {
        self.picture = picture
        forks = Set(Dictionary(grouping: picture.links, by: \.sender.shape).filter { $1.count > 1 }.keys)
        joins = Set(Dictionary(grouping: picture.links, by: \.receiver.shape).filter { $1.count > 1 }.keys)
    }

    var metrics: LayoutMetrics {
        LayoutMetrics(
            boxSeparation: 0,
            lineSeparation: 0,
            laneHeight: 1,
            labelDrop: 0,
            alignsLeft: true,
            passage: TextRouter.passage
        )
    }

    /// A name between blanks; all links end at its one line.
    func box(_ shape: Int, inputs: [Picture.End], outputs: [Picture.End]) -> Level.Item {
        Level.Item(
            role: .box,
            width: TerminalWidth.of(TextStyle.name(picture.shapes[shape])) + 2,
            height: 1,
            inputs: .free(inputs.map { _ in 0 }),
            outputs: .free(outputs.map { _ in 0 })
        )
    }

    /// Between a box that sends to several and one that receives from several, a line needs a stretch of its own, or nobody
    /// could tell who sends to whom.
    func label(of link: Int) -> Level.Size? {
        let (sender, receiver) = (picture.links[link].sender.shape, picture.links[link].receiver.shape)
        guard picture.shapes[sender].parent == picture.shapes[receiver].parent else { return nil }
        return forks.contains(sender) && joins.contains(receiver) ? Level.Size(width: 1, height: 0) : nil
    }

    func borderLabel(_ text: String?) -> Level.Size { Level.Size(width: 1, height: 1) }

    func insets(of cluster: Int) -> Insets {
        cluster == 0
            ? Insets(top: 0, left: 0, bottom: 0, right: 0)
            : Insets(top: 1, left: 1, bottom: 1, right: 1)
    }

    func titleWidth(of cluster: Int) -> Int {
        cluster == 0 ? 0 : TerminalWidth.of(TextStyle.name(picture.shapes[cluster])) + 5
    }

    /// The name, if need be without its end, and what changes how the component runs: `worker · ↻ ≤ 3`.
    static func name(_ shape: Picture.Shape) -> String {
        var name = shape.name.printable
        if TerminalWidth.of(name) > longestName {
            while TerminalWidth.of(name) >= longestName { name.removeLast() }
            name += "…"
        }
        return ([name] + shape.marks).joined(separator: " · ")
    }
}

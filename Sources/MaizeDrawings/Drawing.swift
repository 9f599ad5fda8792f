public import MaizeCore

/// How a graph is drawn.
///
///     let options = DrawingOptions(level: 1, showsSettings: true)
///     print(flow.drawing(.text, options: options))
public struct DrawingOptions: Sendable, Hashable {
    /// Graphs so many levels below the root are drawn as one box; nil for none.
    public var level: Int?
    /// Whether boxes show the values that were given.
    public var showsSettings: Bool
    /// How wide a drawing may be: in columns of a text, in pixels of a picture; nil for 100 columns, and for a picture
    /// that goes on in a next row only where it would be much wider than high.
    public var width: Int?

    /// Makes options.
    ///
    /// - Parameters:
    ///   - level: Graphs so many levels below the root are drawn as one box; nil for none.
    ///   - showsSettings: Whether boxes show the values of parameters that were given, and the options that drive them.
    ///   - width: How wide a drawing may be: in columns of a text, in pixels of a picture; nil for 100 columns, and for a
    ///     picture that goes on in a next row only where it would be much wider than high.
    public init(level: Int? = nil, showsSettings: Bool = false, width: Int? = nil) {
        self.level = level
        self.showsSettings = showsSettings
        self.width = width
    }
}

/// A language of drawings.
///
///     for format in DrawingFormat.allCases { print(format.rawValue) }
public enum DrawingFormat: String, Sendable, CaseIterable {
    /// A picture for pages and papers, which needs no other program.
    case svg
    /// The language of diagrams that GitHub, GitLab and many editors show in Markdown.
    case mermaid
    /// The language of Graphviz.
    case dot
    /// Lines of a terminal.
    case text
}

extension Graph {
    /// The graph as a drawing, in the order in which it was made: of one graph always the same text.
    ///
    ///     print(flow.drawing(.mermaid))
    ///
    /// A graph that is not finished, or not valid, is drawn as it is.
    ///
    /// - Parameters:
    ///   - format: The language of the drawing.
    ///   - options: What is drawn of it.
    /// - Returns: Text that ends with the end of a line.
    public final func drawing(_ format: DrawingFormat, options: DrawingOptions = DrawingOptions()) -> String {
        outline().drawing(format, options: options)
    }
}

extension GraphOutline {
    /// The drawing of the graph.
    package func drawing(_ format: DrawingFormat, options: DrawingOptions = DrawingOptions()) -> String {
        let picture = Picture(self, level: options.level, showsSettings: options.showsSettings)
        return switch format {
        case .svg: SVGDrawing.text(of: picture, width: options.width)
        case .mermaid: MermaidDrawing.text(of: picture)
        case .dot: DotDrawing.text(of: picture)
        case .text: TextDrawing.text(of: picture, width: options.width ?? 100)
        }
    }
}

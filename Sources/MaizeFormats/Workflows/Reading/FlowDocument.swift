internal import MaizeCore
internal import MaizeDocuments
internal import MaizeWire

/// What a workflow file says, before it is known whether such nodes and ports exist.
struct FlowDocument {
    struct Text {
        var text: String
        var position: Position
    }

    /// A graph that the file defines, or takes from another file.
    struct GraphEntry {
        var name: Text
        var content: Content

        enum Content {
            case graph(GraphDocument)
            case file(Text)
        }
    }

    var level: LogLevel?
    var scratch: String?
    /// The folder of the Swift package that has the file's nodes.
    var package: String?
    /// The workflow's own nodes and channels; also what other files use as a graph.
    var graph = GraphDocument()
    var graphs: [GraphEntry] = []
    var includes: [Text] = []
}

/// What a file says of one graph: of the workflow as a whole, or of one that it defines.
struct GraphDocument {
    struct NodeEntry {
        var position: Position
        var name: FlowDocument.Text?
        var type: FlowDocument.Text?
        var options = NodeOptions()
        var parameters: [DocumentValue.Entry] = []
    }

    struct ChannelEntry {
        var position: Position
        var sending: PlaceEntry?
        var receiving: PlaceEntry?
        var capacity: (items: Int, position: Position)?
        var mode: FlowDocument.Text?
    }

    /// A parameter that drives others: of the workflow, an option.
    struct OptionEntry {
        var position: Position
        var name: FlowDocument.Text?
        var targets: [PlaceEntry] = []
        /// Whether everything that should be a target is one.
        var targetsAreSound = false
        var value: DocumentValue?
        var isOptional = false
    }

    /// A port of the graph, and the inner one that it stands for.
    struct PortEntry {
        var name: FlowDocument.Text
        var inner: PlaceEntry
    }

    /// Where its mapping begins.
    var position = Position.start
    var name: FlowDocument.Text?
    var summary = ""
    var nodes: [NodeEntry] = []
    var channels: [ChannelEntry] = []
    var options: [OptionEntry] = []
    var ports: [PortEntry] = []
}

/// A place in a graph: names of components, the last one that of a port or a parameter.
struct Place {
    var components: [FlowDocument.Text]
    var interface: FlowDocument.Text
    var position: Position

    var names: [String] { components.map(\.text) }
    var owner: String { names.joined(separator: "/") }
    var description: String { owner + "." + interface.text }
}

/// A place as a file writes it.
enum PlaceEntry {
    /// `{node: port}`, or `{graph: {node: port}}`: each name is known.
    case path(Place)
    /// `node.port`, or a node alone: names may hold dots, so only the graph tells them apart.
    case short(ShortPlace)

    var position: Position {
        switch self {
        case .path(let place): place.position
        case .short(let short): short.position
        }
    }
}

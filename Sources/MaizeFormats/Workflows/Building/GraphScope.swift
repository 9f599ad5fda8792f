internal import MaizeCore
internal import MaizeDocuments

/// One graph of a file while it is made: the workflow, or one use of a graph that a file defines.
final class GraphScope {
    let body: GraphDocument
    let source: SourceFile
    /// What the graph is called where it is used; nil for the workflow.
    let definition: GraphDefinition?
    /// Components from outside in, the graph itself last; empty for the workflow.
    let path: [String]
    /// The graph, once it is made.
    var graph: Graph?

    var drafts: [NodeDraft] = []
    /// Where drafts stand, by name.
    var places: [String: Int] = [:]
    /// The most parts that dots make of a name.
    var mostParts = 1
    /// The names of nodes, those that cannot be made among them.
    let declaredNames: Set<String>

    var channels: [ChannelDraft] = []
    var options: [OptionDraft] = []
    var ports: [PortDraft] = []

    init(_ body: GraphDocument, in source: SourceFile, of definition: GraphDefinition?, path: [String]) {
        self.body = body
        self.source = source
        self.definition = definition
        self.path = path
        declaredNames = Set(body.nodes.compactMap { $0.name?.text })
    }

    /// The path of a component in it, as messages of the check have it.
    func path(of name: String) -> String { (path + [name]).joined(separator: "/") }
}

/// A channel whose ends were looked up.
struct ChannelDraft {
    let entry: GraphDocument.ChannelEntry
    var sending: End
    var receiving: End
    /// Whether it cannot be made, which was found.
    var isRefused = false

    /// One end of a channel.
    enum End {
        case port(Place)
        /// A component without a port: the one that fits.
        case component([FlowDocument.Text])
        /// There is none, which was found.
        case missing
    }

    /// Its ends, as far as they are there.
    var places: [Place] { [sending, receiving].compactMap { if case .port(let place) = $0 { place } else { nil } } }
    /// Both ends; nil while one of them is not known.
    var ends: (sending: Place, receiving: Place)? {
        guard case .port(let sending) = sending, case .port(let receiving) = receiving else { return nil }
        return (sending, receiving)
    }
}

/// A parameter of a graph whose targets were looked up.
struct OptionDraft {
    let entry: GraphDocument.OptionEntry
    let targets: [Place]
    let isSound: Bool
}

/// A port of a graph whose inner port was looked up.
struct PortDraft {
    let name: FlowDocument.Text
    let inner: Place
    /// Nil where there is no such port, which was found.
    let end: PortEnd?
}

/// A port of one component before that is made.
struct PortEnd {
    let signature: NodeSignature.PortSignature
    /// What the signature's variables stand for.
    let items: [TypeTerm]
}

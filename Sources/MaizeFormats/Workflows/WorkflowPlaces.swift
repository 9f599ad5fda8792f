internal import MaizeCore
internal import MaizeDocuments

/// Where the parts of a workflow stand in its files.
struct WorkflowPlaces {
    private var components: [String: SourcePlace] = [:]
    private var interfaces: [String: SourcePlace] = [:]

    /// The place of a component, by its path.
    subscript(path: String) -> SourcePlace? {
        get { components[path] }
        set { components[path] = newValue }
    }

    /// Notes where a parameter, or a value of one, stands.
    mutating func note(_ interface: String, of path: String, at place: SourcePlace) {
        interfaces[WorkflowPlaces.key(path, interface)] = place
    }

    /// Where the option or the value of an interface stands, else its node, else the graph around.
    func place(of finding: Diagnostic) -> SourcePlace? {
        if let interface = finding.interface, let place = interfaces[WorkflowPlaces.key(finding.path, interface)] {
            return place
        }
        var path = finding.path
        while components[path] == nil, let end = path.lastIndex(of: "/") { path = String(path[..<end]) }
        return components[path]
    }

    private static func key(_ path: String, _ interface: String) -> String {
        path.isEmpty ? interface : "\(path).\(interface)"
    }
}

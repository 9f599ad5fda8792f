internal import MaizeCore

/// A parameter of a node, or an input without a channel, as `--param` and files of parameters name it: `graph/node.name`.
struct NodePlace {
    let interface: Interface

    /// Finds what a text names.
    ///
    /// - Throws: `WorkflowError` for a place that does not exist, with the nearest one, and for one that takes no value.
    init(_ text: String, in flow: Workflow) throws(WorkflowError) {
        var found: [Interface] = []
        NodePlace.find(text[...], in: flow, &found)
        guard let first = found.first else {
            let known = flow.graphs.flatMap(\.components).flatMap { component in
                component.settable.map { "\(component.componentPath).\($0.name)" }
            }
            let suggestion = NearestName.suggestion(for: text, among: known)
            throw WorkflowError(.value, "there is no parameter '\(text)' of a node\(suggestion)")
        }
        guard found.count == 1 else {
            let places = found.map(\.location).joined(separator: "' and '")
            throw WorkflowError(.value, "'\(text)' may be '\(places)'; write / behind the names of graphs")
        }
        interface = first
        try NodePlace.check(first, in: flow)
    }

    /// Names of components may hold dots, so that there may be several readings.
    private static func find(_ text: Substring, in graph: Graph, _ found: inout [Interface]) {
        for component in graph.components where text.hasPrefix(component.name) {
            let rest = text.dropFirst(component.name.count)
            guard let separator = rest.first, "./".contains(separator) else { continue }
            let inner = rest.dropFirst()
            if separator == "." {
                found += component.settable.filter { $0.name == inner || $0.propertyName == inner }
            }
            if let graph = component as? Graph { find(inner, in: graph, &found) }
        }
    }

    private static func check(_ interface: Interface, in flow: Workflow) throws(WorkflowError) {
        if let driver = flow.driver(of: interface) {
            let advice =
                driver.owner === flow
                ? "give the option --\(ReservedOptions.normalised(driver.name))" : "set '\(driver.location)'"
            throw WorkflowError(.mapping, "'\(interface.location)' is mapped; \(advice)")
        }
        if let input = interface as? InputPort, input.isConnected || input.leaf.isConnected {
            throw WorkflowError(.value, "input '\(input.location)' is connected, so it cannot hold a value")
        }
        if (interface as? AnyParameter)?.wasReadByBuild == true {
            throw WorkflowError(
                .value,
                "'\(interface.location)' was read when the graph was built, so it can be set in the workflow only"
            )
        }
    }
}

extension Component {
    /// What can be given a value.
    fileprivate var settable: [Interface] {
        interfaces.filter { $0 is AnyParameter || $0 is InputPort }
    }
}

internal import MaizeCore

/// The parameters and inputs of a workflow whose values are secret, or come from a secret parameter of a graph around.
struct SecretPlaces {
    private var places: Set<ObjectIdentifier> = []

    init(_ workflow: Graph?) {
        for graph in workflow?.graphs ?? [] { graph.parameters.filter(\.isSecret).forEach { note($0) } }
    }

    private mutating func note(_ parameter: AnyParameter) {
        for target in parameter.targets {
            places.insert(ObjectIdentifier(target))
            if let port = target as? AnyPort { places.insert(ObjectIdentifier(port.leaf)) }
            if let inner = target as? AnyParameter { note(inner) }
        }
    }

    func contains(_ interface: Interface) -> Bool {
        if (interface as? AnyParameter)?.isSecret == true { return true }
        let leaf = (interface as? AnyPort)?.leaf ?? interface
        return places.contains(ObjectIdentifier(interface)) || places.contains(ObjectIdentifier(leaf))
    }
}

/// What the secret parameters of a workflow and its graphs drive: whatever shows a value must not show these.
package struct SecretTargets {
    private var interfaces: Set<ObjectIdentifier> = []

    package init(_ flow: Workflow) {
        for graph in flow.graphs {
            for parameter in graph.parameters where parameter.isSecret || contains(parameter) {
                for target in parameter.targets {
                    interfaces.insert(ObjectIdentifier((target as? AnyPort)?.leaf ?? target))
                }
            }
        }
    }

    package func contains(_ interface: Interface) -> Bool { interfaces.contains(ObjectIdentifier(interface)) }
}

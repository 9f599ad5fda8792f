internal import MaizeCore

/// A workflow without graphs: nodes alone, each with what it inherits.
extension Graph {
    /// The nodes, and graphs whose channels depend on what is connected to them, named by their paths.
    var flatComponents: [(component: Component, name: String)] {
        var used: Set<String> = []
        return flatParts(of: self).map { component in
            let path = component.componentPath.description.replacing("/", with: ".")
            var name = path
            var number = 2
            while !used.insert(name).inserted {
                name = path + "-\(number)"
                number += 1
            }
            return (component, name)
        }
    }

    private func flatParts(of graph: Graph) -> [Component] {
        graph.components.flatMap { component in
            guard let inner = component as? Graph, !(inner is any LateWiring) else { return [component] }
            return flatParts(of: inner)
        }
    }
}

extension Graph {
    /// The types that a file has to name, those of nodes in graphs that files define among them.
    var namedTypes: [Component.Type] {
        components.flatMap { component in (component as? FileGraph)?.namedTypes ?? [type(of: component)] }
    }
}

extension Component {
    /// The options with all that graphs around say.
    var inheritedOptions: NodeOptions {
        let around = Array(sequence(first: self) { $0.parent })
        var options = options
        options.loop = around.lazy.compactMap(\.options.loop).first ?? (type(of: self) as? Node.Type)?.loopsByDefault
        options.maxLoops = around.lazy.compactMap(\.options.maxLoops).first
        options.level = around.lazy.compactMap(\.options.level).first
        options.failOK = !(self is any Indispensable) && toleratesFailures
        options.active = around.allSatisfy(\.options.active)
        return options
    }
}

extension AnyParameter {
    /// What the parameter drives in the end, by way of graphs' parameters, where `isEnd` holds of the owner.
    func flatTargets(where isEnd: (Component) -> Bool) -> [Interface] {
        targets.flatMap { target -> [Interface] in
            let end = (target as? AnyPort)?.leaf ?? target
            if let owner = target.owner, isEnd(owner) { return [target] }
            if let owner = end.owner, isEnd(owner) { return [end] }
            guard let inner = target as? AnyParameter, !inner.hasConversions else { return [] }
            return inner.flatTargets(where: isEnd)
        }
    }
}

extension AnyPort {
    /// The multi port that this is a place of.
    var wholePort: AnyPort? { owner?.ports.first { $0.name == name } }
}

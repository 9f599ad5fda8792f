/// A graph whose channels depend on what is connected to it from outside.
package protocol LateWiring: Graph {
    /// Makes the channels that are missing, and hands values on; called before each check and each run.
    ///
    /// - Throws: what makes the graph useless as it stands.
    func wire() throws
}

extension Graph {
    /// Lets the graph's port stand for an inner one, whatever it does to items itself: the inner one's node need not.
    package final func expose(any inner: AnyPort, as outer: AnyPort) throws {
        try checkInner(inner)
        outer.exposedPort = inner
        inner.outerPort = outer
        guard let inner = inner as? InputPort, let outer = outer as? InputPort else { return }
        if outer.wasGiven, let value = try outer.encodedValue() { try inner.setEncoded(value) }
        if outer.hasPreloaded { try inner.preloadEncoded(outer.encodedPreloads()) }
    }

    /// Refuses what was set, by way of this graph, in a component beside its ports and parameters.
    package final func refusePlainState(of component: Component) throws {
        try refusePlainState(of: component, before: plainState(of: type(of: component).init()), named: self)
    }
}

extension AnyPort {
    /// The port of the outermost graph that stands for this one.
    final var outermost: AnyPort {
        var port: AnyPort = self
        while let outer = port.outerPort { port = outer }
        return port
    }

    /// Whether a graph decides by itself if anything is connected here.
    final var isWiredLate: Bool { outermost.owner?.parent is any LateWiring }
}

extension Component {
    /// Whether all that can be said of it is said of another component, which was made in the same way.
    package final var repeatsAnother: Bool { sequence(first: self) { $0.parent }.contains(where: \.isTwin) }
}

extension AnyParameter {
    /// Lets the parameter drive another one of its type.
    package final func drive(any target: AnyParameter) {
        target.noteMapped()
        targets.append(target)
        if target.wasReadByBuild { wasReadByBuild = true }
    }

    /// Gives another parameter of the type the value of this one, if it was set.
    package final func hand(to target: AnyParameter) throws { if isSet { try copyValue(to: target) } }
}

extension Graph {
    /// Puts a node of another type in the place of one: a quick one for a test, or another method.
    ///
    ///     let dock = try flow.replace(dock, with: KnownScores.self)
    ///
    /// The new node has the name, the options and the channels of the old one, and is driven by the same options. It needs
    /// each port that is in use, with the same name and the same type, and each parameter that is mapped; other
    /// parameters keep their values where the new type has them too. The old node is part of nothing any more.
    ///
    /// - Parameters:
    ///   - old: A node of this graph, at any depth.
    ///   - type: The new node's type.
    ///   - configure: Sets parameters, and values of inputs; called when the values of the old one were taken over.
    /// - Returns: The new node.
    /// - Throws: `WorkflowError` that names all that the new type lacks; nothing is changed then.
    @discardableResult
    public final func replace<New: Node>(
        _ old: Node,
        with type: New.Type,
        configure: (New) throws -> Void = { _ in }
    ) throws -> New {
        guard let graph = old.parent, old.root === root else {
            throw WorkflowError(.usage, "'\(old.name)' is no node of this graph, so nothing can take its place")
        }
        let new = try graph.make(type, name: old.name, options: old.options) { new in
            try new.takeValues(of: old)
            try configure(new)
        }
        try new.checkTakesPlace(of: old)
        for channel in (root as? Graph)?.channels ?? [] {
            if channel.sender.owner === old, let port = new.twin(of: channel.sender) as? OutputPort {
                channel.move(sender: port)
            }
            if channel.receiver.owner === old, let port = new.twin(of: channel.receiver) as? InputPort {
                channel.move(receiver: port)
            }
        }
        let drivers = Array(sequence(first: graph) { $0.parent }).flatMap(\.parameters)
        for interface in old.allInterfaces {
            guard let twin = new.twin(of: interface) else { continue }
            if let port = twin as? AnyPort, let outer = (interface as? AnyPort)?.outerPort {
                outer.exposedPort = port
                port.outerPort = outer
            }
            for driver in drivers { driver.drive(twin, insteadOf: interface) }
        }
        graph.put(new, insteadOf: old)
        return new
    }
}

extension Component {
    /// Ports, those in multi ports among them, and parameters.
    fileprivate var allInterfaces: [Interface] {
        interfaces + (inputs as [AnyPort] + outputs as [AnyPort]).filter { $0.index != nil }
    }

    /// The interface of the same name, kind and type, a new place of a multi port where that is missing.
    fileprivate func twin(of interface: Interface) -> Interface? {
        guard let index = (interface as? AnyPort)?.index else {
            return interfaces.first { $0.name == interface.name && type(of: $0) == type(of: interface) }
        }
        let multi = ports.first { $0.name == interface.name }
        let element: AnyPort? =
            interface is InputPort
            ? (multi as? MultiInputPort)?.element(at: index) : (multi as? MultiOutputPort)?.element(at: index)
        return element.flatMap { type(of: $0) == type(of: interface) ? $0 : nil }
    }

    /// Takes over what was given to another component, as far as this one has the same parameters and inputs.
    fileprivate func takeValues(of old: Component) throws {
        for interface in old.allInterfaces {
            switch interface {
            case let parameter as AnyParameter where parameter.isSet:
                if let bytes = try parameter.encodedValue() {
                    try (twin(of: parameter) as? AnyParameter)?.setEncoded(bytes)
                }
            case let input as InputPort where input.wasGiven || input.hasPreloaded:
                guard let twin = twin(of: input) as? InputPort else { continue }
                if let bytes = try input.encodedValue() { try twin.setEncoded(bytes) }
                try twin.preloadEncoded(input.encodedPreloads())
            default: continue
            }
        }
    }

    fileprivate func checkTakesPlace(of old: Component) throws {
        let missing = old.allInterfaces.compactMap { interface -> String? in
            let isUsed = (interface as? AnyPort).map { $0.channel != nil || $0.outerPort != nil } ?? false
            guard isUsed || interface.isMapped, twin(of: interface) == nil else { return nil }
            return "\((interface as? AnyPort)?.label ?? interface.name) (\(type(of: interface)))"
        }
        guard missing.isEmpty else {
            throw WorkflowError(
                .type,
                path: old.componentPath.description,
                "type \(type(of: self)) cannot take the place of \(type(of: old)): it lacks what is in use: "
                    + missing.joined(separator: ", ")
            )
        }
    }
}

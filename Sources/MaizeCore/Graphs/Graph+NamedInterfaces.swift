/// Ports and parameters that a graph gets by names known only at run time.
extension Graph {
    /// Gives the graph a port that stands for an inner one, at any depth.
    ///
    /// - Throws: `WorkflowError` for a name that is taken or cannot be used, and for a port that is in use.
    package final func addPort(_ name: String, standingFor inner: AnyPort) throws -> AnyPort {
        try checkFree(name)
        try checkInside(inner)
        let isMulti = inner is MultiInputPort || inner is MultiOutputPort
        if inner.outerPort != nil || inner.isConnected && !isMulti {
            throw WorkflowError(.mapping, "port '\(inner.location)' is in use already, so it cannot be exposed")
        }
        let outer = inner.makeStandIn(named: name)
        outer.propertyName = name
        addInterface(outer)
        outer.exposedPort = inner
        inner.outerPort = outer
        return outer
    }

    /// Gives the graph a parameter that drives interfaces at any depth, whose type is known only at run time.
    ///
    /// - Throws: `WorkflowError` for a name that is taken or cannot be used, for targets of different types, ports that take
    ///   no value, and for what is driven already.
    package final func addParameter(_ name: String, driving targets: [Interface]) throws -> AnyParameter {
        func type(of target: Interface) -> ItemType? {
            (target as? AnyParameter)?.valueType ?? (target as? InputPort)?.itemType
        }
        func parameter<Value: Codable & Sendable>(of type: Value.Type) throws -> AnyParameter {
            try addParameter(name, driving: targets, value: Graph.firstValue(of: targets) as Value?)
        }
        for target in targets where type(of: target) == nil {
            throw WorkflowError(
                .mapping,
                target is MultiInputPort
                    ? "'\(target.location)' takes any number of channels, and no value; connect a LoadData to it"
                    : "'\(target.location)' takes no value; map parameters, and single inputs"
            )
        }
        guard let first = targets.first, let wanted = type(of: first) else {
            throw WorkflowError(.mapping, "'\(name)' drives nothing; name at least one parameter")
        }
        for target in targets {
            guard let other = type(of: target), other != wanted else { continue }
            throw WorkflowError(
                .mapping,
                "'\(first.location)' is of type \(TypeText.text(of: wanted)), '\(target.location)' of type"
                    + " \(TypeText.text(of: other)); one option can drive only what has the same type"
            )
        }
        return try parameter(of: wanted)
    }

    final func addParameter<Value: Codable & Sendable>(
        _ name: String,
        driving targets: [Interface],
        value: Value?
    ) throws -> Parameter<Value> {
        let parameter = try makeParameter(name, driving: targets, value: value, help: nil)
        for target in try freeTargets(targets) { parameter.drive(target) }
        addInterface(parameter)
        return parameter
    }

    /// A parameter with what its targets have in common, which drives nothing yet.
    final func makeParameter<Value: Codable & Sendable>(
        _ name: String,
        driving targets: [Interface],
        value: Value?,
        help: String?
    ) throws -> Parameter<Value> {
        try checkFree(name)
        if targets.isEmpty { throw WorkflowError(.mapping, "'\(name)' drives nothing; name at least one parameter") }
        for target in targets { try checkInside(target) }
        let pathRules = targets.compactMap { ($0 as? AnyParameter)?.pathRule }
        // Rules for values of another type say nothing about the parameter's own; several targets may have one in common.
        var seen: Set<String> = []
        let rules = targets.flatMap { target in
            ((target as? Parameter<Value>)?.ruleList ?? (target as? Input<Value>)?.ruleList)?.rules ?? []
        }.filter { seen.insert($0.words).inserted }
        let parameter = Parameter(
            value,
            name,
            PathRule.canHoldPaths(Value.self) ? pathRules.first { $0 != .none } ?? .none : .none,
            nil,
            RuleList(rules: rules),
            help: help ?? targets.first?.help ?? "",
            secret: targets.contains { ($0 as? AnyParameter)?.isSecret ?? false }
        )
        parameter.propertyName = name
        return parameter
    }

    /// The first value that one of the targets has.
    static func firstValue<Value: Codable & Sendable>(of targets: [Interface]) -> Value? {
        targets.lazy.compactMap { ($0 as? Parameter<Value>)?.value }.first
    }

    /// Refuses a name that cannot be used, or that a port or a parameter has.
    final func checkFree(_ name: String) throws {
        let kind = self is Workflow ? "option" : "port or parameter"
        if let problem = NameRule.problem(with: name) {
            throw WorkflowError(.name, "the \(kind)'s name \(name.debugDescription) \(problem)")
        }
        if interfaces.contains(where: { $0.name == name }) {
            throw WorkflowError(
                .name,
                "\(self is Workflow ? "an" : "a") \(kind) '\(name)' exists already; choose another name"
            )
        }
    }

    /// Refuses what does not belong to a component below this graph.
    private func checkInside(_ interface: Interface) throws {
        guard sequence(first: interface.owner, next: { $0?.parent }).dropFirst().contains(where: { $0 === self }) else {
            let whole = self is Workflow ? "workflow" : "graph"
            throw WorkflowError(.mapping, "'\(interface.location)' does not belong to a component of this \(whole)")
        }
    }
}

extension Graph {
    /// Lets the graph's parameter drive inner parameters, and inner inputs to which nothing is connected.
    ///
    /// - Parameters:
    ///   - inner: What takes the value; a multi input gets one more place for it.
    ///   - outer: The graph's parameter.
    /// - Throws: `WorkflowError` for what is driven or connected already, or is not inside this graph.
    public final func map<Value>(_ inner: any ValueTarget<Value>..., to outer: Parameter<Value>) throws {
        for target in try drivable(inner, by: outer) { outer.drive(target) }
    }

    /// Lets the graph's parameter drive inner ones, whose values are made of its own.
    ///
    ///     try map(heater.$kelvin, cooler.$kelvin, to: $celsius) { $0 + 273.15 }
    ///
    /// The conversion is called in the program that starts the run; for a value on which it throws there is no run.
    ///
    /// - Parameters:
    ///   - inner: What takes the value; a multi input gets one more place for it.
    ///   - outer: The graph's parameter.
    ///   - conversion: Gives the inner value for an outer one.
    /// - Throws: `WorkflowError` for what is driven or connected already, or is not inside this graph.
    public final func map<Inner: Codable & Sendable, Outer>(
        _ inner: any ValueTarget<Inner>...,
        to outer: Parameter<Outer>,
        conversion: @escaping (Outer) throws -> Inner
    ) throws {
        for target in try drivable(inner, by: outer) { outer.drive(target, conversion) }
    }

    private func drivable(_ inner: [Interface], by outer: AnyParameter) throws -> [Interface] {
        guard outer.owner === self else {
            throw WorkflowError(
                .mapping,
                path: componentPath.description,
                "'\(outer.location)' is not a parameter of this graph"
            )
        }
        for target in inner {
            try checkInner(target)
            if let input = target as? InputPort, input.isConnected {
                throw WorkflowError(.mapping, "input '\(input.location)' is connected, so no parameter can drive it")
            }
        }
        return try freeTargets(inner)
    }

    /// The parameters and inputs that a parameter may drive from now on, where nothing drives one of them yet.
    final func freeTargets(_ targets: [Interface]) throws -> [Interface] {
        var seen: Set<ObjectIdentifier> = []
        for target in targets {
            try checkNotDriven(target)
            let end = (target as? AnyPort)?.leaf ?? target
            guard target is MultiInputPort || seen.insert(ObjectIdentifier(end)).inserted else {
                throw WorkflowError(.mapping, "'\(target.location)' is named twice; once is enough")
            }
        }
        return targets.map { ($0 as? MultiInputPort)?.addElement() ?? $0 }
    }

    /// Nothing drives the interface, and nothing was made of its value yet.
    private func checkNotDriven(_ target: Interface) throws {
        let end = (target as? AnyPort)?.leaf ?? target
        if end.isMapped {
            let kind = end is AnyPort ? "input" : "parameter"
            throw WorkflowError(
                .mapping,
                "\(kind) '\(target.location)' is mapped already; one value can come from one place only"
            )
        }
        if (target as? AnyParameter)?.wasReadByBuild == true {
            throw WorkflowError(
                .mapping,
                "parameter '\(target.location)' was read by build(), which has run: its value cannot come from"
                    + " outside any more; compute it in workflow() and set it in the closure of add"
            )
        }
    }
}

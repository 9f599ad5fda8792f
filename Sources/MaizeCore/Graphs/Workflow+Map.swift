extension Workflow {
    /// Makes parameters, and inputs to which nothing is connected, one parameter of the workflow, which becomes an option
    /// of its program.
    ///
    /// - Parameters:
    ///   - targets: What the new parameter drives, at any depth; a multi input gets one more place for it.
    ///   - name: The option's name, without dashes.
    ///   - default: The first value; unless given, that of the first parameter that has one.
    /// - Returns: The new parameter.
    /// - Throws: `WorkflowError` for a name that is taken or cannot be used, and for what is driven already.
    @discardableResult
    public final func map<Value: Codable & Sendable>(
        _ targets: any ValueTarget<Value>...,
        as name: String,
        default: Value? = nil
    ) throws -> Parameter<Value> {
        try addOption(name, driving: targets, value: `default` ?? firstValue(of: targets))
    }

    /// Makes parameters, and inputs to which nothing is connected, one parameter of the workflow, of whose value theirs
    /// are made.
    ///
    ///     try flow.map(heater.$kelvin, cooler.$kelvin, as: "celsius", default: 20.0) { $0 + 273.15 }
    ///
    /// The conversion is called in the program that starts the run; for a value on which it throws there is no run.
    ///
    /// - Parameters:
    ///   - targets: What the new parameter drives, at any depth; a multi input gets one more place for it.
    ///   - name: The option's name, without dashes.
    ///   - default: The first value. Without one, the option need not be given where its targets have values.
    ///   - help: One line for people; unless given, that of the first target.
    ///   - conversion: Gives the value of the targets for one of the option.
    /// - Returns: The new parameter.
    /// - Throws: `WorkflowError` for a name that is taken or cannot be used, and for what is driven already.
    @discardableResult
    public final func map<Inner: Codable & Sendable, Outer: Codable & Sendable>(
        _ targets: any ValueTarget<Inner>...,
        as name: String,
        default: Outer? = nil,
        help: String? = nil,
        conversion: @escaping (Outer) throws -> Inner
    ) throws -> Parameter<Outer> {
        let option = try makeOption(name, driving: targets, value: `default`, help: help)
        for target in try freeTargets(targets) { option.drive(target, conversion) }
        addInterface(option)
        return option
    }

    /// Makes interfaces whose type is known only at run time one parameter of the workflow.
    ///
    /// - Throws: `WorkflowError` also when they are of different types, or ports that take no value.
    @discardableResult
    package final func map(any targets: [Interface], as name: String) throws -> AnyParameter {
        func type(of target: Interface) -> ItemType? {
            (target as? AnyParameter)?.valueType ?? (target as? InputPort)?.itemType
        }
        func option<Value: Codable & Sendable>(of type: Value.Type) throws -> AnyParameter {
            try addOption(name, driving: targets, value: firstValue(of: targets) as Value?)
        }
        for target in targets where type(of: target) == nil {
            throw WorkflowError(.mapping, "'\(target.location)' takes no value; map parameters, and single inputs")
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
        return try option(of: wanted)
    }

    private func firstValue<Value: Codable & Sendable>(of targets: [Interface]) -> Value? {
        targets.lazy.compactMap { ($0 as? Parameter<Value>)?.value }.first
    }

    private func addOption<Value>(
        _ name: String,
        driving targets: [Interface],
        value: Value?
    ) throws -> Parameter<Value> {
        let option = try makeOption(name, driving: targets, value: value, help: nil)
        for target in try freeTargets(targets) { option.drive(target) }
        addInterface(option)
        return option
    }

    /// A parameter with what its targets have in common, which drives nothing yet.
    private func makeOption<Value>(
        _ name: String,
        driving targets: [Interface],
        value: Value?,
        help: String?
    ) throws -> Parameter<Value> {
        try checkOptionName(name)
        if targets.isEmpty { throw WorkflowError(.mapping, "'\(name)' drives nothing; name at least one parameter") }
        for target in targets {
            guard let owner = target.owner, owner.parent != nil, owner.root === self else {
                throw WorkflowError(.mapping, "'\(target.location)' does not belong to a component of this workflow")
            }
        }
        let pathRules = targets.compactMap { ($0 as? AnyParameter)?.pathRule }
        // Rules for values of another type say nothing about the option's own; several targets may have one in common.
        var seen: Set<String> = []
        let rules = targets.flatMap { target in
            ((target as? Parameter<Value>)?.ruleList ?? (target as? Input<Value>)?.ruleList)?.rules ?? []
        }.filter { seen.insert($0.words).inserted }
        return Parameter(
            value,
            name,
            PathRule.canHoldPaths(Value.self) ? pathRules.first { $0 != .none } ?? .none : .none,
            nil,
            RuleList(rules: rules),
            help: help ?? targets.first?.help ?? "",
            secret: targets.contains { ($0 as? AnyParameter)?.isSecret ?? false }
        )
    }

    private func checkOptionName(_ name: String) throws {
        if let problem = NameRule.problem(with: name) {
            throw WorkflowError(.name, "the option's name \(name.debugDescription) \(problem)")
        }
        if interfaces.contains(where: { $0.name == name }) {
            throw WorkflowError(.name, "an option '\(name)' exists already; choose another name")
        }
        let normalised = ReservedOptions.normalised(name)
        if let twin = parameters.first(where: { ReservedOptions.normalised($0.name) == normalised }) {
            throw WorkflowError(
                .name,
                "an option '\(twin.name)' exists already, which is the same on the command line; choose another name"
            )
        }
        if ReservedOptions.names.contains(normalised) {
            throw WorkflowError(.name, "'\(name)' is an option of every program; choose another name")
        }
    }
}

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
        try addOption(name, driving: targets, value: `default` ?? Graph.firstValue(of: targets))
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
        try checkOptionName(name)
        let option = try makeParameter(name, driving: targets, value: `default`, help: help)
        for target in try freeTargets(targets) { option.drive(target, conversion) }
        addInterface(option)
        return option
    }

    /// Makes interfaces whose type is known only at run time one parameter of the workflow.
    ///
    /// - Throws: `WorkflowError` also when they are of different types, or ports that take no value.
    @discardableResult
    package final func map(any targets: [Interface], as name: String) throws -> AnyParameter {
        try checkOptionName(name)
        return try addParameter(name, driving: targets)
    }

    private func addOption<Value>(
        _ name: String,
        driving targets: [Interface],
        value: Value?
    ) throws -> Parameter<Value> {
        try checkOptionName(name)
        return try addParameter(name, driving: targets, value: value)
    }

    private func checkOptionName(_ name: String) throws {
        try checkFree(name)
        try checkOptionName(name, among: parameters)
    }

    /// Whether a command line can have an option of this name beside others.
    final func checkOptionName(_ name: String, among others: [AnyParameter]) throws {
        if let twin = others.first(where: { ReservedOptions.clash($0.name, name) }) {
            throw WorkflowError(
                .name,
                "an option '\(twin.name)' exists already, which is the same on the command line; choose another name"
            )
        }
        if ReservedOptions.names.contains(ReservedOptions.normalised(name)) {
            throw WorkflowError(.name, "'\(name)' is an option of every program; choose another name")
        }
    }
}

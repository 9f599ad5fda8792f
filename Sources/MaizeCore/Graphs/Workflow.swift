public import MaizeWire

/// The whole graph of a program: what is checked and executed.
///
///     let flow = Workflow("count")
///     let load = try flow.add(LoadData<Int>.self) { $0.data = 42 }
///     let result = try flow.add(Return<Int>.self)
///     try flow.connect(load.out, to: result.inp)
///     try flow.execute()
///     print(result.values)
open class Workflow: Graph {
    /// One line for people.
    public final var summary = ""
    /// The folder below which runs make theirs, where their options name none.
    public final var scratch: String?
    /// The least level that records of nodes need where nothing else is said.
    public final var level = LogLevel.info

    /// Makes an empty workflow without a name; use `init(_:)`.
    public required init() {
        super.init()
        name = "workflow"
    }

    /// Makes an empty workflow.
    ///
    /// A name that breaks the rule for names is reported by `check()`.
    public convenience init(_ name: String) {
        self.init()
        self.name = name
    }

    /// Makes parameters of nodes one parameter of the workflow, which becomes an option of its program.
    ///
    /// - Parameters:
    ///   - parameters: What the new parameter drives; its first value is that of the first one that has one.
    ///   - name: The option's name, without dashes.
    /// - Returns: The new parameter.
    /// - Throws: `WorkflowError` for a name that is taken or cannot be used.
    @discardableResult
    public final func map<Value>(
        _ parameters: Parameter<Value>...,
        as name: String
    ) throws -> Parameter<Value> {
        try addOption(name, driving: parameters, value: parameters.lazy.compactMap(\.value).first)
    }

    /// Makes an input to which nothing is connected a parameter of the workflow.
    @discardableResult
    public final func map<Value>(_ input: Input<Value>, as name: String) throws -> Parameter<Value> {
        try addOption(name, driving: [input], value: nil as Value?)
    }

    private func addOption<Value>(_ name: String, driving targets: [Interface], value: Value?) throws -> Parameter<
        Value
    > {
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
        let option: Parameter<Value>
        let first = targets.first
        let help = first?.help ?? ""
        let secret = targets.contains { ($0 as? AnyParameter)?.isSecret ?? false }
        let rules = targets.compactMap { ($0 as? AnyParameter)?.pathRule }
        let rule = rules.first { $0 != .none } ?? .none
        let valueRules = targets.flatMap { target in
            ((target as? Parameter<Value>)?.ruleList ?? (target as? Input<Value>)?.ruleList)?.rules ?? []
        }
        option = Parameter(value, name, rule, nil, RuleList(rules: valueRules), help: help, secret: secret)
        for target in targets { try checkMappable(target) }
        addInterface(option)
        for target in targets {
            (target as? AnyParameter)?.isMapped = true
            option.targets.append(target)
        }
        return option
    }

    /// Makes interfaces whose type is known only at run time one parameter of the workflow.
    ///
    /// - Throws: `WorkflowError` also when they are of different types, or ports that take no value.
    @discardableResult
    package final func map(any targets: [Interface], as name: String) throws -> AnyParameter {
        func type(of target: Interface) -> (any (Codable & Sendable).Type)? {
            (target as? AnyParameter)?.valueType ?? (target as? InputPort)?.itemType
        }
        func option<Value: Codable & Sendable>(of type: Value.Type) throws -> AnyParameter {
            let first = targets.lazy.compactMap { ($0 as? Parameter<Value>)?.value }.first
            return try addOption(name, driving: targets, value: first)
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
                "'\(first.location)' is of type \(TypeText.text(of: wanted)), '\(target.location)' of type \(TypeText.text(of: other)); one option can"
                    + " drive only what has the same type"
            )
        }
        return try option(of: wanted)
    }

    /// A workflow's option may drive components at any depth.
    private func checkMappable(_ target: Interface) throws {
        guard let owner = target.owner, owner.parent != nil, owner.root === self else {
            throw WorkflowError(.mapping, "'\(target.location)' does not belong to a component of this workflow")
        }
        try checkNotDriven(target)
    }

    /// The workflow's own parameters: the options of its program.
    package final var optionParameters: [AnyParameter] { parameters }
}

/// The options that every program has, which no mapped parameter may take.
package enum ReservedOptions {
    package static let names: Set<String> = [
        "check", "debug", "deadlock", "grace", "help", "json", "keep", "list", "log", "options", "parameters",
        "quiet", "config", "scratch", "version", "widen",
    ]

    /// A name as an option has it: lower case, `-` for `_`, `-` between words.
    package static func normalised(_ name: String) -> String {
        var result = ""
        for character in name {
            if character == "_" || character == "." {
                result.append("-")
            } else if character.isUppercase {
                if let last = result.last, last != "-" { result.append("-") }
                result += character.lowercased()
            } else {
                result.append(character)
            }
        }
        return result
    }
}

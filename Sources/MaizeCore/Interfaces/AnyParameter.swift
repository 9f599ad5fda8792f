/// A parameter of any type.
///
///     let read = try flow.add(ReadLines.self)
///     let parameter: AnyParameter = read.$path
///     print(parameter.name, parameter.hasValue)
open class AnyParameter: Interface {
    /// Its value must not be shown anywhere.
    public internal(set) var isSecret: Bool
    /// Which parts of its value are paths.
    package let pathRule: PathRule
    /// There must be something at each path in its value.
    let mustExist: Bool
    /// Whether a value was given, not counting a default.
    public internal(set) var isSet = false
    /// Whether the declaration holds a value.
    public internal(set) var hasDefault = false
    /// What this parameter of a graph drives: parameters, and inputs without a channel.
    package internal(set) var targets: [Interface] = []
    /// Whether the graph's `build()` read it, after which it cannot change the structure any more.
    package internal(set) var wasReadByBuild = false

    init(
        outerName: String?,
        help: String,
        isOptional: Bool,
        isSecret: Bool,
        pathRule: PathRule,
        mustExist: Bool
    ) {
        self.isSecret = isSecret
        self.pathRule = pathRule
        self.mustExist = mustExist
        super.init(outerName: outerName, help: help, isOptional: isOptional)
    }

    /// Whether there is a value, given or by default.
    public var hasValue: Bool { isSet || hasDefault }

    /// Whether there is no run without a value: it has none, nor has something that it drives.
    package final var isNeeded: Bool {
        guard !isOptional, !hasValue else { return false }
        return targets.isEmpty
            || targets.contains { target in
                guard let input = (target as? AnyPort)?.leaf as? InputPort else {
                    return (target as? AnyParameter)?.isNeeded ?? true
                }
                return !input.isOptional && !input.isSet
            }
    }

    /// Whether its value is a path, or a list of paths.
    package var isPath: Bool { pathRule == .all }

    /// What the value must be beside its type, in words: one of some choices, or what rules say.
    package final var requirements: [String] {
        let choices = ParameterText.choices(of: valueType)
        return (choices.isEmpty ? [] : ["one of " + choices.joined(separator: ", ")]) + ruleWords
    }

    package var valueType: any (Codable & Sendable).Type { fatalError("every parameter has a value type") }  // abstract
    package func encodedValue() throws -> [UInt8]? { nil }
    package func setEncoded(_ bytes: [UInt8]) throws {}
    /// Takes the value that `source` gives; what that throws is passed on as it is.
    package func setValue(from source: any ValueSource) throws {}
    package func copyValue(to target: Interface) throws {}
    /// Takes the value of a parameter that it drives for its default, unless that is made of another one.
    package func adoptDefault(of target: AnyParameter) {}
    /// Whether the value of something that it drives is made of its own.
    package var hasConversions: Bool { false }
    /// Lets the parameter drive `target` in the place of `old`, if that is what it drives.
    func drive(_ target: Interface, insteadOf old: Interface) {}
    /// The value as it is written on a command line; nil where there is none.
    package var valueText: String? { nil }
    /// The texts in the value, whatever it is made of; numbers as texts.
    package var texts: [String] { [] }

    final func noteRead() {
        if let graph = owner as? Graph, graph.isBuilding { wasReadByBuild = true }
    }
}

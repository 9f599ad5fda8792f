/// What a component shows to the outside: a port or a parameter.
///
/// Names come from the properties that hold the interfaces, when their component is added to a graph.
///
///     func describe(_ interface: Interface) -> String { "\(interface.name): \(interface.help)" }
open class Interface {
    /// The name of the property that holds the interface; empty until its component is added.
    public internal(set) var propertyName = ""
    /// The name outside Swift (workflow files, options), where it differs from the property's.
    package let outerName: String?
    /// One line for people.
    public let help: String
    /// Whether the component can do without it.
    public final var isOptional: Bool { isDeclaredOptional || wasMadeOptional }
    package let isDeclaredOptional: Bool
    /// Whether an option without a value may leave it without one: a node that has nothing else to do is skipped then.
    package private(set) final var wasMadeOptional = false

    /// Whether a parameter of a graph around drives this one.
    package private(set) final var isMapped = false

    /// Notes that a parameter of a graph around gives the value, of a graph's port that of the inner one.
    final func noteMapped() {
        isMapped = true
        (self as? AnyPort)?.leaf.isMapped = true
    }

    /// The component that it belongs to.
    public internal(set) weak var owner: Component?

    init(outerName: String?, help: String, isOptional: Bool) {
        self.outerName = outerName
        self.help = help
        isDeclaredOptional = isOptional
    }

    /// Lets the interface be without a value, and what it drives or stands for.
    package final func makeOptional() {
        wasMadeOptional = true
        (self as? AnyPort)?.exposedPort?.makeOptional()
        for target in (self as? AnyParameter)?.targets ?? [] { target.makeOptional() }
    }

    /// The name outside Swift.
    public var name: String { outerName ?? propertyName }

    /// What is wrong with the value by the rules that it must keep.
    package var ruleProblem: String? { nil }
    /// The rules in words.
    package var ruleWords: [String] { [] }

    /// Makes relative paths in the value absolute; from then on a default counts as set, since it has to travel.
    package func makePathsAbsolute(from folder: String) {}
    /// What is wrong with a path in the value.
    package var pathProblem: String? { nil }
    /// Paths in the value at which there must be something before the run.
    package var neededFiles: [String] { [] }

    /// The path of the owner and the name, for messages.
    package var location: String {
        let path = owner?.componentPath.description ?? ""
        return path.isEmpty ? name : "\(path).\(name)"
    }
}

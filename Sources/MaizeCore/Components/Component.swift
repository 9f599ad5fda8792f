/// What a workflow is made of: nodes, and graphs of them.
///
///     func describe(_ component: Component) -> String { "'\(component.name)' is a \(type(of: component).typeName)" }
open class Component {
    /// The name within the graph around; by default the type's name in lower case.
    public package(set) final var name = ""
    /// The graph that this component was added to.
    package internal(set) final weak var parent: Graph?
    package internal(set) final var options = NodeOptions()
    /// Ports and parameters in the order of their declaration, base types first.
    package private(set) final var interfaces: [Interface] = []
    /// Whether another component was made in the same way, so that a check of both would say everything twice.
    package final var isTwin = false
    /// What a key path is about to set a parameter to: it reads before it writes, also what has no value yet.
    package final var valueBeingSet: Any?
    /// What runs the node; nil outside a run.
    package final var context: (any NodeContext)?
    /// An error that could not be thrown where it arose (a `for` loop over an input).
    package final var pendingError: (any Error)?

    /// Makes an instance; all of a component's state is declared with values in its class body.
    public required init() {}

    /// The name of the type in workflow files.
    open class var typeName: String {
        let name = String(describing: self)
        return String(name.prefix { $0 != "<" })
    }

    /// The name of this component's type, as those who look at the workflow know it: of a graph that a file defines, the
    /// one that it has there.
    package final var shownTypeName: String { givenTypeName ?? type(of: self).typeName }
    /// The name of the type where one type in Swift stands for many.
    package final var givenTypeName: String?

    /// What the type is for, in one sentence, for lists and descriptions; none unless overridden.
    open class var summary: String { "" }

    /// Words by which users find the type among others; none unless overridden.
    open class var tags: Set<String> { [] }

    /// The version of what the type computes, for records of runs; none unless overridden.
    open class var version: String { "" }

    package final var componentPath: NodePath {
        var names: [String] = []
        var component: Component? = self
        while let current = component, let above = current.parent {
            names.append(current.name)
            component = above
        }
        return NodePath(names.reversed())
    }

    /// The outermost graph.
    package final var root: Component {
        var component: Component = self
        while let above = component.parent { component = above }
        return component
    }

    /// Finds the ports and parameters among the stored properties, and tells each its name and owner.
    package final func bind() throws {
        let derived = try (self as? any InterfaceDeriving)?.derivedInterfaces() ?? []
        for (label, value) in storedProperties(of: self, below: [Component.self]) + derived.map({ ($0, $1) }) {
            guard let interface = value as? Interface else { continue }
            interface.propertyName = label.hasPrefix("_") ? String(label.dropFirst()) : label
            interface.owner = self
            if let name = interface.outerName, let problem = NameRule.problem(with: name) {
                throw WorkflowError(
                    .name,
                    "type \(type(of: self)) declares the name \(name.debugDescription) for"
                        + " '\(interface.propertyName)', which \(problem)"
                )
            }
            if let twin = interfaces.first(where: { $0.name == interface.name }) {
                throw WorkflowError(
                    .name,
                    "type \(type(of: self)) declares '\(twin.name)' twice; give one of both another name"
                )
            }
            if let parameter = interface as? AnyParameter, parameter.pathRule != .none,
                !PathRule.canHoldPaths(parameter.valueType)
            {
                throw WorkflowError(
                    .type,
                    "parameter '\(interface.name)' of type \(type(of: self)) is declared as a path, so it must be a"
                        + " String, String? or [String], or of type File, not \(parameter.valueType)"
                )
            }
            interfaces.append(interface)
        }
    }

    package final var parameters: [AnyParameter] { interfaces.compactMap { $0 as? AnyParameter } }
    package final var ports: [AnyPort] { interfaces.compactMap { $0 as? AnyPort } }

    /// All single inputs, those in multi inputs among them.
    package final var inputs: [InputPort] {
        ports.flatMap { port -> [InputPort] in
            (port as? MultiInputPort)?.elements ?? (port as? InputPort).map { [$0] } ?? []
        }
    }

    /// All single outputs, those in multi outputs among them.
    package final var outputs: [OutputPort] {
        ports.flatMap { port -> [OutputPort] in
            (port as? MultiOutputPort)?.elements ?? (port as? OutputPort).map { [$0] } ?? []
        }
    }

    final func addInterface(_ interface: Interface) {
        interface.owner = self
        interfaces.append(interface)
    }
}

/// A component made of components: subclass it, declare outer ports and parameters, override `build()`.
///
///     final class Slow: Graph {
///         let inp = Input<Int>()
///         let out = Output<Int>()
///         @Parameter var seconds = 1.0
///
///         override func build() throws {
///             let delay = try add(Delay<Int>.self)
///             try expose(delay.inp, as: inp)
///             try expose(delay.out, as: out)
///             try map(delay.$delay, to: $seconds)
///         }
///     }
///
/// A graph has no process of its own.
open class Graph: Component {
    package private(set) final var components: [Component] = []
    /// Where components stand, by name.
    private var places: [String: Int] = [:]
    /// The last number that `freeName(_:)` gave, by stem.
    private var lastNumbers: [String: Int] = [:]
    package private(set) final var isBuilding = false
    /// All channels of the workflow; kept by the outermost graph only.
    package final var channels: [Channel] = []

    /// Adds, connects and maps what the graph is made of; called when it is added to a graph around, for a workflow before
    /// it is checked or run.
    open func build() throws {}

    // MARK: Adding

    /// Adds a component of a type and gives the new instance.
    ///
    /// - Parameters:
    ///   - type: A node or a graph; its type must be visible outside its file and not local to a function, since
    ///     the node's process finds it by name.
    ///   - name: The name, unique in this graph; by default the type's name in lower case.
    ///   - options: How it runs.
    ///   - configure: Sets parameters, and values of inputs; nothing else reaches the node's process.
    /// - Returns: The new component.
    /// - Throws: `WorkflowError` for a name or a type that cannot be used, or what `build()` throws.
    @discardableResult
    public final func add<Added: Component>(
        _ type: Added.Type,
        name: String? = nil,
        options: NodeOptions = NodeOptions(),
        configure: (Added) throws -> Void = { _ in }
    ) throws -> Added {
        let name = name ?? type.typeName.prefix { $0 != "<" }.lowercased()
        try checkName(name)
        let added = try make(type, name: name, options: options, configure: configure)
        if let graph = added as? Graph { try graph.buildOnce() }
        places[name] = components.count
        components.append(added)
        return added
    }

    /// An instance that knows its ports, its place and its values, and stands in no graph yet.
    final func make<Made: Component>(
        _ type: Made.Type,
        name: String,
        options: NodeOptions,
        configure: (Made) throws -> Void
    ) throws -> Made {
        try checkType(type, name: name)
        try checkOptions(options, name: name)
        let made = type.init()
        made.name = name
        made.options = options
        made.parent = self
        try made.bind()
        guard !made.ports.isEmpty || made is Graph else {
            throw WorkflowError(
                .type,
                path: made.componentPath.description,
                "type \(type) has no ports, so nothing could reach it; declare one as `let inp = Input<…>()`"
                    + " (without reflection metadata, -disable-reflection-metadata, ports are not found)"
            )
        }
        let hasPlainState = made is Node && !(made is any InterfaceDeriving)
        let before = hasPlainState ? plainState(of: made) : []
        try configure(made)
        if hasPlainState { try refusePlainState(of: made, before: before) }
        return made
    }

    /// Puts a component that was made here in the place of another one.
    final func put(_ new: Component, insteadOf old: Component) {
        guard let place = places[old.name] else { return }
        components[place] = new
        old.parent = nil
    }

    /// A name that is free: `stem_0000`, `stem_0001` and so on, each given once.
    package final func freeName(_ stem: String) -> String {
        while true {
            let number = lastNumbers[stem].map { $0 + 1 } ?? 0
            lastNumbers[stem] = number
            let digits = String(number)
            let name = stem + "_" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            if places[name] == nil { return name }
        }
    }

    /// Gives a component of this graph another name.
    ///
    /// - Throws: `WorkflowError` for a name that is taken or cannot be used.
    package final func rename(_ component: Component, to name: String) throws {
        guard name != component.name, let place = places[component.name] else { return }
        try checkName(name, givenBy: "named(\"…\")")
        places[component.name] = nil
        places[name] = place
        component.name = name
    }

    /// The component of this name in this very graph.
    package final func component(named name: String) -> Component? { places[name].map { components[$0] } }

    private func checkName(_ name: String, givenBy call: String = "add(…, name: \"…\")") throws {
        let place = componentPath.description
        if let problem = NameRule.problem(with: name) {
            throw WorkflowError(.name, path: place, "the name \(name.debugDescription) \(problem)")
        }
        if places[name] != nil {
            throw WorkflowError(
                .name,
                path: place,
                "there is a component named '\(name)' already; give this one another name: \(call)"
            )
        }
    }

    private func checkType(_ type: Component.Type, name: String) throws {
        if type is Workflow.Type {
            throw WorkflowError(
                .type,
                path: componentPath.description,
                "a workflow cannot be added; make '\(type)' a Graph"
            )
        }
        guard type is Graph.Type || TypeResolution.name(of: type) != nil else {
            let parts = "\(type)".contains("<") ? ", or made of such a type" : ""
            throw WorkflowError(
                .type,
                path: componentPath.description,
                "type \(type) is private or local to a function\(parts), so the process of '\(name)' could not find it;"
                    + " make it internal or public, and declare it outside of functions"
            )
        }
    }

    private func checkOptions(_ options: NodeOptions, name: String) throws {
        guard options.attempts >= 1 else {
            throw WorkflowError(
                .value,
                path: componentPath.description,
                "'\(name)': attempts is \(options.attempts), at least 1 is needed"
            )
        }
        if let most = options.maxLoops, most < 1 {
            throw WorkflowError(
                .value,
                path: componentPath.description,
                "'\(name)': maxLoops is \(most), at least 1 is needed"
            )
        }
    }

    package final func buildOnce() throws {
        isBuilding = true
        defer { isBuilding = false }
        try build()
        for port in ports where port.exposedPort == nil {
            throw WorkflowError(
                .mapping,
                path: componentPath.description,
                "port '\(port.name)' stands for no inner port; write expose(inner.port, as: \(port.name)) in build()"
            )
        }
    }

    // MARK: Exposing

    /// Lets the graph's port stand for an inner one.
    public final func expose<Value>(_ inner: Input<Value>, as outer: Input<Value>) throws {
        try exposePort(inner, as: outer)
    }

    /// Lets the graph's port stand for an inner one.
    public final func expose<Value>(_ inner: Output<Value>, as outer: Output<Value>) throws {
        try exposePort(inner, as: outer)
    }

    /// Lets the graph's port stand for an inner one.
    public final func expose<Value>(_ inner: MultiInput<Value>, as outer: MultiInput<Value>) throws {
        try exposePort(inner, as: outer)
    }

    /// Lets the graph's port stand for an inner one.
    public final func expose<Value>(_ inner: MultiOutput<Value>, as outer: MultiOutput<Value>) throws {
        try exposePort(inner, as: outer)
    }

    /// Lets the graph's single port stand for one more channel of an inner multi port.
    public final func expose<Value>(_ inner: MultiInput<Value>, as outer: Input<Value>) throws {
        try checkInner(inner)
        try exposePort(inner.addElement(), as: outer)
    }

    /// Lets the graph's single port stand for one more channel of an inner multi port.
    public final func expose<Value>(_ inner: MultiOutput<Value>, as outer: Output<Value>) throws {
        try checkInner(inner)
        try exposePort(inner.addElement(), as: outer)
    }

    private func exposePort(_ inner: AnyPort, as outer: AnyPort) throws {
        guard outer.owner === self else {
            throw WorkflowError(
                .mapping,
                path: componentPath.description,
                "port '\(outer.location)' is not a port of this graph"
            )
        }
        try checkInner(inner)
        if let treatment = outer.treatment {
            throw WorkflowError(
                .mapping,
                "port '\(outer.location)' is declared with \(treatment), but a graph's port only stands for a node's;"
                    + " declare '\(inner.location)' so"
            )
        }
        if let already = outer.exposedPort {
            throw WorkflowError(.mapping, "port '\(outer.location)' stands for '\(already.location)' already")
        }
        if inner.outerPort != nil || inner.isConnected && !(inner is MultiInputPort || inner is MultiOutputPort) {
            throw WorkflowError(.mapping, "port '\(inner.location)' is in use already, so it cannot be exposed")
        }
        outer.exposedPort = inner
        inner.outerPort = outer
        if let inner = inner as? InputPort, let outer = outer as? InputPort { try inner.adoptValues(of: outer) }
    }

    final func checkInner(_ inner: Interface) throws {
        guard inner.owner?.parent === self else {
            throw WorkflowError(
                .mapping,
                path: componentPath.description,
                "'\(inner.location)' does not belong to a component of this graph"
            )
        }
    }
}

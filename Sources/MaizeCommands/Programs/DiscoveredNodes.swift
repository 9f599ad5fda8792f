internal import Maize
internal import MaizeCore
internal import MaizeSystem

/// The types of nodes and graphs that a program declares, and those of its functions.
enum DiscoveredNodes {
    /// Those that a workflow file could name: neither generic nor private, and no bases without ports.
    static func types() -> [Component.Type] {
        let core = module(of: Component.self)
        let components = own(ProgramTypes.classes(derivingFrom: "\(Component.self)", of: core))
            .compactMap { $0 as? Component.Type }
        let functions = own(ProgramTypes.all(conformingTo: "Function", of: core)).compactMap(node)
        return (components + functions).filter(isUsable)
    }

    /// Those that the library does not declare.
    private static func own(_ types: [Any.Type]) -> [Any.Type] {
        let library = Set(([Component.self] + StandardNodes.all).map(module))
        return types.filter { !library.contains(module(of: $0)) }
    }

    private static func isUsable(_ type: Component.Type) -> Bool {
        guard !(type is Workflow.Type), !(type is any Unlisted.Type), TypeResolution.name(of: type) != nil else {
            return false
        }
        let instance = type.init()
        // What is wrong with a type is said by whoever uses it.
        guard case .success = Result(catching: { try instance.bind() }) else { return true }
        return instance is Graph || !instance.ports.isEmpty
    }

    /// The module that declares a type: `MaizeCore.Component` names it first.
    private static func module(of type: Any.Type) -> String { String(String(reflecting: type).prefix { $0 != "." }) }

    // MARK: Functions

    /// The type of the node that calls a function; nil for what is none.
    private static func node(calling function: Any.Type) -> Component.Type? {
        switch function {
        case let function as any Function0.Type: node(function)
        case let function as any Function1.Type: node(function)
        case let function as any Function2.Type: node(function)
        case let function as any Function3.Type: node(function)
        case let function as any Function4.Type: node(function)
        default: nil
        }
    }

    private static func node<Body: Function0>(_ function: Body.Type) -> Component.Type { Body.AsNode.self }
    private static func node<Body: Function1>(_ function: Body.Type) -> Component.Type { Body.AsNode.self }
    private static func node<Body: Function2>(_ function: Body.Type) -> Component.Type { Body.AsNode.self }
    private static func node<Body: Function3>(_ function: Body.Type) -> Component.Type { Body.AsNode.self }
    private static func node<Body: Function4>(_ function: Body.Type) -> Component.Type { Body.AsNode.self }
}

internal import Maize
internal import MaizeCore
internal import MaizeSystem

/// The types of nodes and graphs that a program declares.
enum DiscoveredNodes {
    /// Those that a workflow file could name: neither generic nor private, and no bases without ports.
    static func types() -> [Component.Type] {
        let library = Set(([Component.self] + StandardNodes.all).map(module))
        return ProgramClasses.all(derivingFrom: "\(Component.self)", of: module(of: Component.self))
            .compactMap { $0 as? Component.Type }
            .filter { !library.contains(module(of: $0)) && isUsable($0) }
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
}

/// Types by name, across processes that run the same executable.
///
/// The two functions used here carry an underscore: the standard library makes no promise about them. They stay in
/// this one file, and each type is proved by a round trip when it is added to a graph.
package enum TypeResolution {
    /// The name by which another process of this executable finds `type`; nil when it cannot, which is so for
    /// private types and for types declared inside a function.
    package static func name(of type: Any.Type) -> String? {
        guard let name = _mangledTypeName(type), resolve(name) == ObjectIdentifier(type) else { return nil }
        return name
    }

    /// The type of a node by its name from `name(of:)`.
    package static func nodeType(named name: String) -> Node.Type? {
        _typeByName(name) as? Node.Type
    }

    /// The type by its name from `name(of:)`.
    package static func type(named name: String) -> Any.Type? { _typeByName(name) }

    private static func resolve(_ name: String) -> ObjectIdentifier? {
        _typeByName(name).map { ObjectIdentifier($0) }
    }
}

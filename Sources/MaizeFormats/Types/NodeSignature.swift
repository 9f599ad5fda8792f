internal import MaizeCore

/// What of a component's type can be seen from outside: its ports and parameters, with open parts of their types.
struct NodeSignature {
    struct PortSignature {
        let name: String
        let isInput: Bool
        let isMulti: Bool
        let type: TypeTerm
        /// What the type is made of, where a part of that is open.
        let composition: Composition?
    }

    /// The ports by every name that a file may use for them.
    private let ports: [String: PortSignature]
    private let values: [String: TypeTerm]
    let portNames: [String]
    let valueNames: [String]

    /// Looks at an instance of `type`, in which `AnyItem` and `AnyOtherItem` stand for the variables 0 and 1.
    init(of type: Component.Type) throws {
        let instance = type.init()
        try instance.bind()
        self.init(of: instance)
    }

    /// Looks at an instance that knows its ports and parameters.
    init(of instance: Component) {
        var ports: [String: PortSignature] = [:]
        var values: [String: TypeTerm] = [:]
        for port in instance.ports {
            let isInput = port is InputPort || port is MultiInputPort
            let signature = PortSignature(
                name: port.name,
                isInput: isInput,
                isMulti: port is MultiInputPort || port is MultiOutputPort,
                type: TypeTerm(port.itemType),
                composition: Composition(port.itemType)
            )
            for name in [port.propertyName, port.name] { ports[name] = signature }
            if port is InputPort {
                for name in [port.propertyName, port.name] { values[name] = signature.type }
            }
        }
        for parameter in instance.parameters {
            for name in [parameter.propertyName, parameter.name] {
                values[name] = TypeTerm(parameter.valueType)
            }
        }
        self.ports = ports
        self.values = values
        portNames = instance.ports.map(\.name)
        valueNames = instance.parameters.map(\.name) + instance.ports.filter { $0 is InputPort }.map(\.name)
    }

    func port(_ name: String) -> PortSignature? { ports[name] }
    /// The type of a parameter, or of an input that can have a value.
    func value(_ name: String) -> TypeTerm? { values[name] }
    /// The types that occur here without an open part.
    var knownTypes: [ItemType] {
        (ports.values.filter { $0.composition == nil }.map(\.type) + values.values).compactMap {
            if case .known(let type) = $0 { type } else { nil }
        }
    }
}

extension TypeTerm {
    /// The term of one instance: its own variables in the places of the variables 0 and 1.
    func renamed(_ variables: [TypeTerm]) -> TypeTerm {
        switch self {
        case .variable(let number): number < variables.count ? variables[number] : self
        case .list(let part): .list(part.renamed(variables))
        case .optional(let part): .optional(part.renamed(variables))
        case .dictionary(let part): .dictionary(part.renamed(variables))
        case .known: self
        }
    }
}

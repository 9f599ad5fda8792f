package import MaizeCore

/// A node's instance on its own, made of what was planned: its type, its values, and the ends of its channels.
package struct NodeAssembly {
    /// The instance, bound, without a context and without values.
    package let node: Node

    /// Makes an instance that knows its place without its workflow.
    package init(_ type: Node.Type, path: String) throws {
        node = type.init()
        node.hostedPath = NodePath(path.split(separator: "/").map(String.init))
        try node.bind()
    }

    /// Gives parameters, and inputs without a channel, their encoded values, by property name.
    package func setValues(_ values: [String: [UInt8]]) throws {
        for interface in node.interfaces {
            guard let bytes = values[interface.propertyName] else { continue }
            if let parameter = interface as? AnyParameter { try parameter.setEncoded(bytes) }
            if let input = interface as? InputPort { try input.setEncoded(bytes) }
        }
    }

    /// The input for one more channel; of a multi input, a new place.
    package func input(_ name: String) throws -> InputPort {
        switch node.ports.first(where: { $0.propertyName == name }) {
        case let single as InputPort: single
        case let multi as MultiInputPort: multi.addElement()
        default: throw SystemFailure.launch("type \(type(of: node)) has no input '\(name)'")
        }
    }

    /// The output for one more channel; of a multi output, a new place.
    package func output(_ name: String) throws -> OutputPort {
        switch node.ports.first(where: { $0.propertyName == name }) {
        case let single as OutputPort: single
        case let multi as MultiOutputPort: multi.addElement()
        default: throw SystemFailure.launch("type \(type(of: node)) has no output '\(name)'")
        }
    }
}

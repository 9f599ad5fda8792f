package import MaizeCore

/// A node's instance on its own, made of what was planned: its type, its values, and the ends of its channels.
package struct NodeAssembly {
    /// The instance, bound, without a context and without values.
    package let node: Node

    /// Makes an instance that knows its place without its workflow.
    package init(_ type: Node.Type, path: String) throws {
        node = type.init()
        let names = path.split(separator: "/").map(String.init)
        node.hostedPath = NodePath(names)
        node.name = names.last ?? ""
        try node.bind()
    }

    /// Gives parameters, and inputs without a channel, their encoded values, by property name and place.
    package func setValues(_ values: [String: [UInt8]]) throws {
        for (key, bytes) in values {
            if let parameter = node.parameters.first(where: { $0.propertyName == key }) {
                try parameter.setEncoded(bytes)
            } else {
                try input(key).setEncoded(bytes)
            }
        }
    }

    /// Lays encoded items before those of the inputs' channels.
    package func preload(_ preloads: [String: [[UInt8]]]) throws {
        for (key, items) in preloads { try input(key).preloadEncoded(items) }
    }

    /// The input of a property's name and, in a multi input, a place: `inp[2]`.
    private func input(_ key: String) throws -> InputPort {
        let parts = key.split(separator: "[")
        return try input(String(parts[0]), at: parts.count > 1 ? Int(parts[1].dropLast()) : nil)
    }

    /// The input that a channel or a value belongs to; places of a multi input are made as they are needed.
    package func input(_ name: String, at index: Int?) throws -> InputPort {
        switch node.ports.first(where: { $0.propertyName == name }) {
        case let single as InputPort: single
        case let multi as MultiInputPort: multi.element(at: index ?? multi.elements.count)
        default: throw SystemFailure.launch("type \(type(of: node)) has no input '\(name)'")
        }
    }

    /// The output that a channel belongs to; places of a multi output are made as they are needed.
    package func output(_ name: String, at index: Int?) throws -> OutputPort {
        switch node.ports.first(where: { $0.propertyName == name }) {
        case let single as OutputPort: single
        case let multi as MultiOutputPort: multi.element(at: index ?? multi.elements.count)
        default: throw SystemFailure.launch("type \(type(of: node)) has no output '\(name)'")
        }
    }
}

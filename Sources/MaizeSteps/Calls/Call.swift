public import MaizeCore

/// A call of a function that is part of a workflow: it stands for the result, which is there once the workflow runs.
///
///     struct Add: Function2 {
///         func call(_ a: Int, _ b: Int) -> Int { a + b }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("sums")
///         let one = try flow.call(Add.self, 1, 2)
///         let two = try flow.call(Add.self, one, 3).named("two")
///         try flow.call(Add.self, one, two)
///         return flow
///     }
///
/// A call can be an argument of any number of others, also within a list or a dictionary. It is a node like any other,
/// and runs as soon as its arguments are there.
public final class Call<Returned: Codable & Sendable>: ArgumentSource {
    /// The node that makes the call.
    public private(set) var node: Node
    private var output: Output<Returned>

    init(_ node: Node, _ output: Output<Returned>) {
        self.node = node
        self.output = output
    }

    /// The result, as the argument of another call.
    public var argument: CallArgument<Returned> { CallArgument { [self] _ in output } }

    /// The name of the node; unless given, the function's with a number, from `add_0000` on.
    public var name: String { node.name }

    /// Gives the node another name.
    ///
    /// - Returns: The same call.
    /// - Throws: `WorkflowError` for a name that is taken or cannot be used.
    @discardableResult
    public func named(_ name: String) throws -> Self {
        try node.parent?.rename(node, to: name)
        return self
    }

    /// Lets another function make the result: a quick one for a test, or another method.
    ///
    ///     try one.replace(with: Subtract.AsNode.self)
    ///
    /// - Parameters:
    ///   - type: The node of the other function, which takes and gives what the present one does.
    ///   - configure: Sets the function's parameters; those that both functions have are taken over.
    /// - Returns: The same call.
    /// - Throws: `WorkflowError` for a function of other arguments or of another result.
    @discardableResult
    public func replace<New: Node>(with type: New.Type, configure: (New) throws -> Void = { _ in }) throws -> Self {
        guard let graph = node.parent else {
            throw WorkflowError(.usage, "the call '\(name)' is part of no workflow any more")
        }
        var newOutput: Output<Returned>?
        let new = try graph.replace(node, with: type) { new in
            newOutput = new.outputs.lazy.compactMap { $0 as? Output<Returned> }.first { $0.name == output.name }
            guard newOutput != nil else {
                throw WorkflowError(.type, "\(type) gives no \(Returned.self) at '\(output.name)', which \(name) does")
            }
            try configure(new)
        }
        (node, output) = (new, newOutput ?? output)
        return self
    }
}

/// A part of what a call gives, which can be an argument as the whole can.
///
///     struct Split: Function1 {
///         func call(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("words")
///         let words = try flow.call(Split.self, "to be")
///         try flow.call(Split.self, words[1])          // words[1] is such a part
///         return flow
///     }
public struct CallPart<Item: Codable & Sendable>: ArgumentSource {
    /// The part, as the argument of another call.
    public let argument: CallArgument<Item>
}

extension ArgumentSource {
    /// One element of what is a list; a shorter one fails the run.
    public subscript<Element: Codable & Sendable>(place: Int) -> CallPart<Element> where Item == [Element] {
        let whole = argument
        return CallPart(
            argument: CallArgument { graph in
                let element = try graph.add(ElementAt<Element>.self, name: graph.freeName("element")) {
                    $0.place = place
                }
                try whole.supply(element.inp, in: graph)
                return element.out
            }
        )
    }

    /// One value of what is a dictionary; one without that name fails the run.
    public subscript<Value: Codable & Sendable>(key: String) -> CallPart<Value> where Item == [String: Value] {
        let whole = argument
        return CallPart(
            argument: CallArgument { graph in
                let value = try graph.add(ValueFor<Value>.self, name: graph.freeName("value")) { $0.key = key }
                try whole.supply(value.inp, in: graph)
                return value.out
            }
        )
    }
}

public import MaizeCore

/// What all nodes that call a function share: the function, and its parameters as the node's own.
///
/// One does not meet this type itself, but those that are made of it: `Map`, `Filter`, `Fold`, `SortBy`, and
/// `FunctionNode2` and the like. The function's parameters are set and mapped as if they were the node's:
///
///     struct Power: Function1 {
///         @Parameter var exponent = 2
///
///         func call(_ base: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * base } }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("powers")
///         let cube = try flow.add(Power.self, name: "cube") { $0.exponent = 3 }
///         try flow.map(cube.$exponent, as: "exponent")
///         return flow
///     }
@dynamicMemberLookup
open class FunctionNode<Body: Function>: Node {
    /// The function; each node has its own.
    public let function = Body()

    /// The value of one of the function's parameters.
    public subscript<Value>(dynamicMember path: ReferenceWritableKeyPath<Body, Value>) -> Value {
        get { function[keyPath: path] }
        set { function[keyPath: path] = newValue }
    }

    /// One of the function's parameters itself, as in `node.$exponent`.
    public subscript<Value>(dynamicMember path: KeyPath<Body, Parameter<Value>>) -> Parameter<Value> {
        function[keyPath: path]
    }

    /// The name of the function's type.
    override open class var typeName: String { String(describing: Body.self) }

    /// Calls `pass` until it says that an input has ended.
    final func runPasses(_ pass: () throws -> Bool) throws { try runPasses(over: inputs, pass) }
}

extension Node {
    /// Calls `pass` until it says that one of the inputs has ended; once only where none of them has a stream, since values
    /// that stand in for channels never end.
    final func runPasses(over inputs: [InputPort], _ pass: () throws -> Bool) throws {
        let hasStream = inputs.contains { $0.isConnected || $0.wasPreloaded }
        while try pass(), hasStream {}
    }
}

public import MaizeCore

/// The node in whose process an object lives; made by `object(_:)` of a graph.
///
///     call 0 ─▶ requests[0] ┐                ┌ answers[0] ─▶ call 0
///     call 1 ─▶ requests[1] ┴ ObjectNode ────┴ answers[1] ─▶ call 1
///
/// It takes one request of each call, in the order of the program, and answers it before it takes the next; then the
/// second of each, and so on, until no call has more. A call that has no more, or whose result nobody takes any more, is
/// left out.
///
///     struct Counter: Stateful { @Parameter var start = 0 }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("counting")
///         let counter = try flow.object(Counter.self)
///         try flow.map(counter.node.$start, as: "start")
///         return flow
///     }
@dynamicMemberLookup
public final class ObjectNode<Object: Stateful>: Node {
    private var object = Object()
    let requests = MultiInput<MethodRequest>(optional: true)
    let answers = MultiOutput<[UInt8]>(optional: true)

    /// The name of the object's type.
    override public class var typeName: String { String(describing: Object.self) }

    /// The value of one of the object's parameters.
    public subscript<Value>(dynamicMember path: ReferenceWritableKeyPath<Object, Value>) -> Value {
        get { object[keyPath: path] }
        set { object[keyPath: path] = newValue }
    }

    /// One of the object's parameters itself, as in `node.$start`.
    public subscript<Value>(dynamicMember path: KeyPath<Object, Parameter<Value>>) -> Parameter<Value> {
        object[keyPath: path]
    }

    /// Answers calls until none of them has more requests.
    override public func run() throws {
        var calls = Array(zip(requests, answers))
        while !calls.isEmpty {
            calls = try calls.filter { request, answer in
                guard let request = try request.next() else { return false }
                return try answer.offer(request.perform(on: &object))
            }
        }
    }
}

/// An object in a workflow, to call methods on.
///
///     struct Counter: Stateful { var total = 0 }
///
///     struct Add: Method1 {
///         static func call(on counter: inout Counter, _ number: Int) -> Int {
///             counter.total += number
///             return counter.total
///         }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("counting")
///         let counter = try flow.object(Counter.self)
///         try counter.call(Add.self, 1)
///         try counter.call(Add.self, 2)
///         return flow
///     }
public struct ObjectReference<Object: Stateful> {
    /// The node in whose process the object lives.
    public let node: ObjectNode<Object>
}

extension Graph {
    /// Adds an object whose methods can be called.
    ///
    /// - Parameters:
    ///   - type: The object's type, visible outside its file and not local to a function.
    ///   - name: The name of its node, unique in this graph; by default that of its type, with a number: `counter_0000`.
    ///   - options: How its node runs.
    ///   - configure: Sets its parameters.
    /// - Returns: The object.
    /// - Throws: `WorkflowError` for a name or a type that cannot be used.
    public final func object<Object: Stateful>(
        _ type: Object.Type,
        name: String? = nil,
        options: NodeOptions = NodeOptions(),
        configure: (ObjectNode<Object>) throws -> Void = { _ in }
    ) throws -> ObjectReference<Object> {
        let node = ObjectNode<Object>.self
        let name = name ?? freeName(node.typeName.prefix { $0 != "<" }.lowercased())
        return ObjectReference(node: try add(node, name: name, options: options, configure: configure))
    }
}

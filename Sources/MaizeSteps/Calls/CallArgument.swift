public import MaizeCore
public import MaizeWire

/// What a call may be given for an argument: a value, the result of another call, or a list or a dictionary of results.
///
/// Numbers, texts, booleans, files, and lists, dictionaries and optionals of them can stand there as they are. A type of
/// yours can too, if it says so:
///
///     struct Molecule: Codable, Sendable, ArgumentSource { var name: String }
///
/// or, for a single value, wrapped: `CallArgument(molecule)`.
public protocol ArgumentSource<Item> {
    /// The type of the argument.
    associatedtype Item: Codable & Sendable = Self

    /// The argument.
    var argument: CallArgument<Item> { get }
}

extension ArgumentSource where Item == Self {
    /// The value itself.
    public var argument: CallArgument<Self> { CallArgument(self) }
}

/// An argument of a call: a value, or what comes from other calls.
///
///     struct Total: Function1 {
///         func call(_ numbers: [Int]) -> Int { numbers.reduce(0, +) }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("sum")
///         let one = try flow.call(Total.self, [1, 2])
///         try flow.call(Total.self, [one.argument, CallArgument(3)])    // a result and a value in one list
///         return flow
///     }
public struct CallArgument<Value: Codable & Sendable>: ArgumentSource {
    enum Content {
        case value(Value)
        /// Adds what is needed to the graph, and gives the output from which the argument comes.
        case result((Graph) throws -> Output<Value>)
    }

    let content: Content

    /// An argument that is a value.
    public init(_ value: Value) {
        content = .value(value)
    }

    init(_ result: @escaping (Graph) throws -> Output<Value>) {
        content = .result(result)
    }

    /// The argument itself.
    public var argument: Self { self }

    /// The value, where it is one.
    var value: Value? { if case .value(let value) = content { value } else { nil } }

    /// Lets an input have the argument.
    func supply(_ input: Input<Value>, in graph: Graph) throws {
        switch content {
        case .value(let value): try input.set(value)
        case .result(let output): try graph.connectShared(output(graph), to: input)
        }
    }

    /// Lets a multi input have the argument, at one more place.
    func supply(_ input: MultiInput<Value>, in graph: Graph) throws {
        switch content {
        case .value(let value): try input.append(value)
        case .result(let output): try graph.connectShared(output(graph), to: input.addPlace())
        }
    }
}

extension MultiInput {
    /// One more place.
    fileprivate func addPlace() -> Input<Value> {
        _ = addElement()
        return self[endIndex - 1]
    }
}

extension Output: ArgumentSource {
    /// What a node sends: the call is made for each item.
    public var argument: CallArgument<Value> { CallArgument { [self] _ in self } }
}

extension Int: ArgumentSource {}
extension Int8: ArgumentSource {}
extension Int16: ArgumentSource {}
extension Int32: ArgumentSource {}
extension Int64: ArgumentSource {}
extension UInt: ArgumentSource {}
extension UInt8: ArgumentSource {}
extension UInt16: ArgumentSource {}
extension UInt32: ArgumentSource {}
extension UInt64: ArgumentSource {}
extension Float: ArgumentSource {}
extension Double: ArgumentSource {}
extension Bool: ArgumentSource {}
extension String: ArgumentSource {}
extension File: ArgumentSource {}
extension JSONValue: ArgumentSource {}

extension Optional: ArgumentSource where Wrapped: ArgumentSource, Wrapped.Item == Wrapped {
    /// An optional value.
    public typealias Item = Wrapped?
}

extension Array: ArgumentSource where Element: ArgumentSource {
    /// The list, also of results: they are awaited, and their values make the list.
    public var argument: CallArgument<[Element.Item]> {
        let parts = map(\.argument)
        let values = parts.compactMap(\.value)
        if values.count == count { return CallArgument(values) }
        return CallArgument { graph in
            let list = try graph.add(Zip<Element.Item>.self, name: graph.freeName("list"))
            for part in parts { try part.supply(list.inp, in: graph) }
            return list.out
        }
    }
}

extension Dictionary: ArgumentSource where Key == String, Value: ArgumentSource {
    /// The dictionary, also of results: they are awaited, and their values stand under their names.
    public var argument: CallArgument<[String: Value.Item]> {
        let parts = sorted { $0.key < $1.key }.map { (key: $0.key, argument: $0.value.argument) }
        let values = parts.compactMap { part in part.argument.value.map { (part.key, $0) } }
        if values.count == count { return CallArgument([String: Value.Item](uniqueKeysWithValues: values)) }
        return CallArgument { graph in
            let table = try graph.add(ZipNamed<Value.Item>.self, name: graph.freeName("table")) {
                $0.names = parts.map(\.key)
            }
            for part in parts { try part.argument.supply(table.inp, in: graph) }
            return table.out
        }
    }
}

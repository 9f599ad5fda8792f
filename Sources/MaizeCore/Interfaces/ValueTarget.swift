/// What a parameter of a graph or a workflow can drive: a parameter, or an input in place of its channel.
///
///     let load = try flow.add(LoadData<Int>.self)
///     let result = try flow.add(Return<Int>.self)
///     try flow.connect(load.out, to: result.inp)
///     try flow.map(load.$data, as: "number")           // load.$data is such a target
public protocol ValueTarget<Value>: Interface {
    /// The type of its values.
    associatedtype Value: Codable & Sendable
}

extension Parameter: ValueTarget {}
extension Input: ValueTarget {}
extension MultiInput: ValueTarget {}

extension Interface {
    /// Gives a parameter or an input a value.
    ///
    /// - Throws: `WorkflowError` for another type, or when the input is connected.
    final func take<Value: Codable & Sendable>(_ value: Value, from outer: Interface) throws {
        switch self {
        case let parameter as Parameter<Value>: parameter.wrappedValue = value
        case let input as Input<Value>: try input.set(value)
        default:
            throw WorkflowError(.mapping, "'\(outer.location)' and '\(location)' have different types")
        }
    }
}

public import MaizeCore

/// Calls a function for each item, and sends what it gives.
///
///     1, 2, 3 ─▶ Map<Square> ─▶ 1, 4, 9
///
/// The function is a type, since a closure cannot reach the node's process. When it throws, the node has failed. Where
/// the input has a value in place of a channel, the function is called once. It ends with its input.
///
///     struct Square: Function1 {
///         func call(_ number: Int) -> Int { number * number }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("squares")
///         let numbers = try flow.add(Scatter<Int>.self)
///         let square = try flow.add(Square.self)      // the same as flow.add(Map<Square>.self)
///         try flow.connect(numbers.out, to: square.inp)
///         return flow
///     }
public final class Map<Body: Function1>: FunctionNode<Body> {
    /// The arguments.
    public let inp = Input<Body.First>()
    /// A result for each; need not be connected.
    public let out = Output<Body.Returned>(optional: true)

    /// Calls the function until the input has ended.
    override public func run() throws {
        try runPasses {
            guard let first = try inp.next() else { return false }
            try out.send(function.call(first))
            return true
        }
    }
}

public import MaizeCore
internal import MaizeWire

/// Passes on the items for which a function gives true.
///
///     1, 2, 3, 4 ─▶ Filter<IsEven> ─▶ 2, 4
///
/// The function is a type, since a closure cannot reach the node's process. When it throws, the node has failed. What is
/// passed on is not encoded anew, and files in it go along. It ends with its input.
///
///     struct IsEven: Function1 {
///         func call(_ number: Int) -> Bool { number.isMultiple(of: 2) }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("even")
///         let keep = try flow.add(Filter<IsEven>.self)
///         try flow.connect(keep.out, to: flow.add(LogResult<Int>.self).inp)
///         return flow
///     }
public final class Filter<Test: Function1>: FunctionNode<Test>, ItemPassing where Test.Returned == Bool {
    /// The items.
    public let inp = Input<Test.First>()
    /// Those for which the function gives true.
    public let out = Output<Test.First>()

    private let decoder = ItemDecoder()

    /// `Filter<…>`, with the function's name.
    override public class var typeName: String { "Filter<\(Test.self)>" }

    /// Passes items on until the input has ended.
    override public func run() throws {
        try runPasses {
            let passed: Void? = try inp.nextEncoded { item in
                if try function.call(item.value(with: decoder)) { try out.send(item) }
            }
            return passed != nil
        }
    }
}

public import MaizeCore

/// Makes pairs of an item from each of two inputs, which may be of different types.
///
///     "a", "b", "c" ─▶ first  ┐
///                             ├ Zip2 ─▶ (a, 1), (b, 2)
///     1, 2          ─▶ second ┘
///
/// A pair is sent as soon as both inputs have an item. It ends with the first input that ends, so an empty stream makes an
/// empty one; what the other still has then is not taken, and the run's summary counts it as undelivered. When one of the
/// streams is cut short, it is stopped.
///
///     let lines = try flow.add(ReadLines.self) { $0.path = "names.txt" }
///     let numbers = try flow.add(ReadJSON<Double>.self) { $0.path = "masses.jsonl" }
///     let zip = try flow.add(Zip2<String, Double>.self)
///     try flow.connect(lines.out, to: zip.first)
///     try flow.connect(numbers.out, to: zip.second)
public final class Zip2<First: Codable & Sendable, Second: Codable & Sendable>: Node, ItemPassing {
    /// The stream of the first parts.
    public let first = Input<First>()
    /// The stream of the second parts.
    public let second = Input<Second>()
    /// The pairs.
    public let out = Output<Pair<First, Second>>()

    /// Makes pairs until one of the inputs has ended.
    override public func run() throws {
        out.useReceivedFiles(.passedOn)
        // Nothing is taken that cannot be sent.
        while try first.hasNext(), try second.hasNext() {
            try out.send(Pair(first: first.receive(), second: second.receive()))
            try first.removeLastFiles()
            try second.removeLastFiles()
        }
    }
}

extension Zip2: GenericPairComponent {
    /// The node for other types of items.
    public static func taking<One: Codable & Sendable, Other: Codable & Sendable>(
        _ first: One.Type,
        _ second: Other.Type
    ) -> Component.Type {
        Zip2<One, Other>.self
    }
}

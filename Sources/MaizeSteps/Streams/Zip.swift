public import MaizeCore

/// Makes lists of one item from each input: the first of each, then the second of each, and so on.
///
///     1, 2, 3 ─▶ inp[0] ┐
///                       ├ Zip ─▶ [1, 10], [2, 20]
///     10, 20  ─▶ inp[1] ┘
///
/// A list is sent as soon as each input has an item. It ends with the first input that ends, so an empty stream makes an
/// empty one; what the others still have then is not taken, and the run's summary counts it as undelivered. When one of the
/// streams is cut short, it is stopped.
///
///     let left = try flow.add(ReadLines.self, name: "left") { $0.path = "left.txt" }
///     let right = try flow.add(ReadLines.self, name: "right") { $0.path = "right.txt" }
///     let zip = try flow.add(Zip<String>.self)
///     try flow.connect(left.out, to: zip.inp)
///     try flow.connect(right.out, to: zip.inp)
public final class Zip<Item: Codable & Sendable>: Node, ItemPassing {
    /// The streams.
    public let inp = MultiInput<Item>()
    /// Lists of as many items as there are streams, in the order of the connections.
    public let out = Output<[Item]>()

    /// Makes lists until one of the inputs has ended.
    override public func run() throws {
        out.useReceivedFiles(.passedOn)
        // Nothing is taken that cannot be sent.
        while try inp.allSatisfy({ try $0.hasNext() }) {
            try out.send(try inp.map { try $0.receive() })
            for input in inp { try input.removeLastFiles() }
        }
    }
}

extension Zip: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Zip<Other>.self }
}

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

/// Two values of any types, together one item.
///
///     let measured = Pair(first: "caffeine", second: 194.19)
///     print(measured.first, measured.second)
public struct Pair<First: Codable & Sendable, Second: Codable & Sendable>: Codable, Sendable {
    /// The one.
    public var first: First
    /// The other.
    public var second: Second

    /// Makes a pair.
    public init(first: First, second: Second) {
        self.first = first
        self.second = second
    }
}

extension Pair: Equatable where First: Equatable, Second: Equatable {}
extension Pair: Hashable where First: Hashable, Second: Hashable {}

public import MaizeCore

/// Takes every item of any number of inputs and forgets it; `Void` in workflow files.
///
///     1, 2 ─▶ inp[0] ╮
///     3, 4 ─▶ inp[1] ┴ Discard
///
/// It lets senders go on whose items nobody needs. It ends when all of its inputs have ended.
///
///     let words = try flow.add(Words.self)
///     let discard = try flow.add(Discard<String>.self)
///     try flow.connect(words.out, to: discard.inp)
public final class Discard<Item: Codable & Sendable>: Node {
    /// The items.
    public let inp = MultiInput<Item>()

    /// `Void`, which in Swift would hide the language's own.
    override public class var typeName: String { "Void" }

    /// Takes items until all inputs have ended.
    override public func run() throws {
        while try inp.receiveAnyEncoded({ _ in }) != nil {}
    }
}

extension Discard: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Discard<Other>.self }
}

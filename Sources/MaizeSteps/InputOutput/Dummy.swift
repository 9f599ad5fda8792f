public import MaizeCore

/// Sends nothing: for an input that is to have an empty stream.
///
///     Dummy ─▶ out
///
///     let hints = try flow.add(Dummy<String>.self)
///     let merge = try flow.add(Merge<String>.self)
///     try flow.connect(hints.out, to: merge.inp)
public final class Dummy<Item: Codable & Sendable>: Node {
    /// A stream without items.
    public let out = Output<Item>()

    /// Ends at once; another pass would send as little.
    override public func run() throws { stopLooping() }
}

extension Dummy: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Dummy<Other>.self }
}

public import MaizeCore

/// Sends the first item that comes again and again, as long as somebody takes it.
///
///     42, 43 ─▶ Yes ─▶ 42, 42, 42, …
///
/// It feeds a node that needs the same value for each of its passes. It ends when its receiver does, or after the passes
/// of the option `maxLoops`. The end of its input ends it only before the first item: it then sends nothing. The sender
/// of its input is told that no second item is wanted.
///
///     let weight = try flow.add(LoadData<Double>.self) { $0.data = 0.5 }
///     let yes = try flow.add(Yes<Double>.self)
///     try flow.connect(weight.out, to: yes.inp)
public final class Yes<Item: Codable & Sendable>: LoopedNode {
    // Cached, so that its files stay for all passes.
    /// The item.
    public let inp = Input<Item>(cached: true)
    /// The same item, any number of times.
    public let out = Output<Item>()

    private var item: (bytes: [UInt8], hasFiles: Bool)?

    /// Whether it can go on: the input is of no more use once it has given its item.
    override public var portsActive: Bool { item == nil ? super.portsActive : out.isActive }

    /// Sends the item once.
    override public func run() throws {
        let (bytes, hasFiles) = try item ?? takeItem()
        try bytes.withUnsafeBytes { try out.send(EncodedItem(bytes: $0, hasFiles: hasFiles), files: .sentAgain) }
    }

    private func takeItem() throws -> (bytes: [UInt8], hasFiles: Bool) {
        let taken = try inp.receiveEncoded { (bytes: Array($0.bytes), hasFiles: $0.hasFiles) }
        item = taken
        inp.close()
        return taken
    }
}

extension Yes: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Yes<Other>.self }
}

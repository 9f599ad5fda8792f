public import MaizeCore

/// Logs every item and passes it on.
///
///     inp ─▶ Log ─▶ out
///
/// Each item makes a record of level info; of a `File` it says whether it exists. When the input ends, so does the node.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.csv" }
///     let log = try flow.add(Log<String>.self)
///     let write = try flow.add(WriteLines.self) { $0.path = "copy.csv" }
///     try flow.connect(read.out, to: log.inp)
///     try flow.connect(log.out, to: write.inp)
public final class Log<Item: Codable & Sendable>: LoopedNode, ItemPassing {
    /// The items.
    public let inp = Input<Item>()
    /// The same items.
    public let out = Output<Item>()

    /// Logs one item.
    override public func run() throws {
        let item = try inp.receive()
        logger.info("received: \(LoggedItem.text(of: item))")
        out.useReceivedFiles(.passedOn)
        try out.send(item)
    }
}

extension Log: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Log<Other>.self }
}

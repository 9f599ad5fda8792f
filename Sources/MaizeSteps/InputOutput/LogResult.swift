public import MaizeCore

/// Logs every item.
///
///     inp ─▶ LogResult
///
/// Each item makes a record of level info; of a `File` it says whether it exists. When the input ends, so does the node.
///
///     let count = try flow.add(CountBy.self)
///     let log = try flow.add(LogResult<String>.self)
///     try flow.connect(count.out, to: log.inp)
public final class LogResult<Item: Codable & Sendable>: LoopedNode {
    /// The items.
    public let inp = Input<Item>()

    /// Logs one item.
    override public func run() throws {
        let item = try inp.receive()
        logger.info("received: \(LoggedItem.text(of: item))")
    }
}

extension LogResult: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { LogResult<Other>.self }
}

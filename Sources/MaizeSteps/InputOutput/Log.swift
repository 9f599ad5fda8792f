public import MaizeCore

/// Logs every item and passes it on.
///
///     inp ─▶ Log ─▶ out
public final class Log<Item: Codable & Sendable>: LoopedNode {
    /// The items.
    public let inp = Input<Item>()
    /// The same items.
    public let out = Output<Item>()

    /// Logs one item.
    override public func run() throws {
        let item = try inp.receive()
        logger.info("received: \(item)")
        out.useReceivedFiles(.passedOn)
        try out.send(item)
    }
}

extension Log: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Log<Other>.self }
}

/// Logs every item.
///
///     inp ─▶ LogResult
public final class LogResult<Item: Codable & Sendable>: LoopedNode {
    /// The items.
    public let inp = Input<Item>()

    /// Logs one item.
    override public func run() throws {
        let item = try inp.receive()
        logger.info("received: \(item)")
    }
}

extension LogResult: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { LogResult<Other>.self }
}

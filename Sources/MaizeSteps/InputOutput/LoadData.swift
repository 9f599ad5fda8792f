public import MaizeCore

/// Sends the value of a parameter, once.
///
///     data ─▶ LoadData ─▶ out
public final class LoadData<Item: Codable & Sendable>: Node {
    /// The value.
    @Parameter(help: "the value to send") public var data: Item
    /// The value, once.
    public let out = Output<Item>()

    /// Sends the value.
    override public func run() throws { try out.send(data) }
}

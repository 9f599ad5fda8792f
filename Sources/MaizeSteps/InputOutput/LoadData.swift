public import MaizeCore

/// Sends the value of a parameter, once.
///
///     LoadData(data: 42) ─▶ 42
///
///     let load = try flow.add(LoadData<[String]>.self) { $0.data = ["to be", "or not to be"] }
public final class LoadData<Item: Codable & Sendable>: Node {
    /// The value.
    @Parameter(help: "the value to send") public var data: Item
    /// The value, once.
    public let out = Output<Item>()

    /// Sends the value.
    override public func run() throws { try out.send(data) }
}

extension LoadData: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { LoadData<Other>.self }
}

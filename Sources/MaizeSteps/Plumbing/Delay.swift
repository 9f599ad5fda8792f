public import MaizeCore

/// Passes each item on after a while.
///
///     inp ─▶ Delay(delay: 0.5) ─▶ out
///
/// It holds one item at a time, and takes the next one when that has gone. When the input ends, it ends.
///
///     let delay = try flow.add(Delay<String>.self) { $0.delay = 0.1 }
public final class Delay<Item: Codable & Sendable>: Node, ItemPassing {
    /// Seconds between an item's coming and its going.
    @Parameter(rule: .seconds(atLeast: 0), help: "seconds to wait with each item") public var delay = 1.0
    /// The items.
    public let inp = Input<Item>()
    /// The same items.
    public let out = Output<Item>()

    /// Passes items on until the input has ended.
    override public func run() throws {
        out.useReceivedFiles(.passedOn)
        while let item = try inp.next() {
            try pause(seconds: delay)
            try out.send(item)
        }
    }
}

extension Delay: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Delay<Other>.self }
}

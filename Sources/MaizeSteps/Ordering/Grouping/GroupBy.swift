public import MaizeCore
public import MaizeWire

/// Gathers the items of each key, and sends a group for each, in the order of keys, once the input has ended.
///
///     "b", "a", "b" ─▶ GroupBy ─▶ (key: "a", items: ["a"]), (key: "b", items: ["b", "b"])
///
/// The key is a field, `by`, or the item itself where none is given; keys are compared and ordered as `Sort` does it. The
/// items of a group are in the order in which they came. With `adjacent`, only items that follow each other make a group,
/// which is sent as soon as another key comes.
///
/// It holds one group, and beside it at most `memory_limit` bytes: what is more waits in files in the node's folder. With
/// `adjacent` it holds one group only.
///
/// An item without the field is an error that says which one it is. Nothing is sent of a group that was cut short, and
/// without `adjacent` nothing at all of a stream that was. Of an empty stream comes an empty one.
///
///     let group = try flow.add(GroupBy<[String: Double]>.self) { $0.by = "charge" }
///     let result = try flow.add(Return<Group<JSONValue, [String: Double]>>.self)
///     try flow.connect(group.out, to: result.inp)
public final class GroupBy<Item: Codable & Sendable>: Node, ItemPassing {
    /// The field whose value a group has in common, such as `name` or `ligand.name`; the whole item where none is given.
    @Parameter(help: "the field that a group has in common, the item itself where none is given") public var by: String?
    /// Whether only items that follow each other make a group.
    @Parameter(help: "only items that follow each other make a group") public var adjacent = false
    /// Bytes of items in memory, 256 MiB unless given; beyond them they wait on disk.
    @Parameter(
        name: "memory_limit",
        rule: .atLeast(MemoryLimit.least),
        help: "bytes of items in memory, beyond which they wait on disk"
    ) public var memoryLimit = 268_435_456
    /// The items.
    public let inp = Input<Item>()
    /// The groups.
    public let out = Output<Group<JSONValue, Item>>()

    /// Refuses a field that items of this type do not have, and a value in place of a channel.
    override public func validate() throws {
        try FieldProbe.check(by, of: Item.self)
        try inp.refuseEndlessValue()
    }

    /// Gathers until the input has ended.
    override public func run() throws {
        let keys = ItemKeys(field: by, of: inp, node: self)
        let reader = ItemFieldReader(FieldPath(by))
        try GroupMaker(out) { try reader.jsonValue(of: $0.bytes) }
            .gather(inp, keys, SpillSpace(self, limit: memoryLimit), adjacent: adjacent)
    }
}

extension GroupBy: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { GroupBy<Other>.self }
}

/// Gathers the items of each key that a function gives, and sends a group for each, in the order of keys.
///
///     "bb", "a", "cc" ─▶ GroupByKey<Length> ─▶ (key: 1, items: ["a"]), (key: 2, items: ["bb", "cc"])
///
/// The function is called once for each item, and once more for the first one of a group; it must give equal keys for
/// equal items. Its parameters are the node's. Memory, order and errors are those of `GroupBy`.
///
///     struct Initial: Function1 {
///         func call(_ word: String) -> String { String(word.prefix(1)) }
///     }
///
///     func byLetter(_ flow: Workflow) throws -> GroupByKey<Initial> { try flow.add(GroupByKey<Initial>.self) }
public final class GroupByKey<Key: Function1>: FunctionNode<Key>, ItemPassing {
    /// Whether only items that follow each other make a group.
    @Parameter(help: "only items that follow each other make a group") public var adjacent = false
    /// Bytes of items in memory, 256 MiB unless given; beyond them they wait on disk.
    @Parameter(
        name: "memory_limit",
        rule: .atLeast(MemoryLimit.least),
        help: "bytes of items in memory, beyond which they wait on disk"
    ) public var memoryLimit = 268_435_456
    /// The items.
    public let inp = Input<Key.First>()
    /// The groups.
    public let out = Output<Group<Key.Returned, Key.First>>()

    /// `GroupByKey<…>`, with the function's name.
    override public class var typeName: String { "GroupByKey<\(Key.self)>" }

    /// Refuses a function whose results have no order, and a value in place of a channel.
    override public func validate() throws {
        try FieldProbe.check(keysOf: Key.self)
        try inp.refuseEndlessValue()
    }

    /// Gathers until the input has ended.
    override public func run() throws {
        let keys = ItemKeys(function, of: inp, node: self)
        try GroupMaker(out) { [function] in try function.call($0.value()) }
            .gather(inp, keys, SpillSpace(self, limit: memoryLimit), adjacent: adjacent)
    }
}

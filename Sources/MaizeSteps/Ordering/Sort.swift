public import MaizeCore

/// Sends all items in the order of a field, or in their own order, once the input has ended.
///
///     "b", "c", "a" ─▶ Sort ─▶ "a", "b", "c"
///
/// `by` names a field of the items, `mass` or, within another one, `ligand.mass`; without it the items themselves are
/// compared. Nothing comes first, then false, true, numbers by their value whatever their type, texts by their bytes
/// (as `sort` does in the C locale), and lists element by element. A NaN comes after all other numbers. Items with equal
/// keys stay in the order in which they came, also when `descending` is set.
///
/// It holds at most `memory_limit` bytes (and at most half of the machine's memory), with the largest item beside them.
/// What is more waits in files in the node's folder, so a stream may be as large as the disk there. The files have no
/// names and are gone with the node, however that ends. Files that belong to items stay in the input's folder until
/// their item is sent, and go on with it.
///
/// An item without the field is an error that says which one it is, and so is one whose field is an object. Nothing is
/// sent of a stream that was cut short. Of an empty stream comes an empty one.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.txt" }
///     let sort = try flow.add(Sort<String>.self) { $0.descending = true }
///     let write = try flow.add(WriteLines.self) { $0.path = "sorted.txt" }
///     try flow.connect(read.out, to: sort.inp)
///     try flow.connect(sort.out, to: write.inp)
public final class Sort<Item: Codable & Sendable>: Node, ItemPassing {
    /// The field that is compared, such as `mass` or `ligand.mass`; the whole item where none is given.
    @Parameter(help: "the field to sort by, the item itself where none is given") public var by: String?
    /// Whether the largest comes first.
    @Parameter(help: "the largest first") public var descending = false
    /// Bytes of items in memory, 256 MiB unless given; beyond them they wait on disk.
    @Parameter(
        name: "memory_limit",
        rule: .atLeast(MemoryLimit.least),
        help: "bytes of items in memory, beyond which they wait on disk"
    ) public var memoryLimit = 268_435_456
    /// The items.
    public let inp = Input<Item>()
    /// The same items in order.
    public let out = Output<Item>()

    /// Refuses a field that items of this type do not have, and a value in place of a channel.
    override public func validate() throws {
        try FieldProbe.check(by, of: Item.self)
        try inp.refuseEndlessValue()
    }

    /// Sorts until the input has ended, then sends.
    override public func run() throws {
        let keys = ItemKeys(field: by, of: inp, node: self)
        let space = SpillSpace(self, limit: memoryLimit)
        try ItemSorter(keys, space, order: KeyOrder(isDescending: descending)).sort(inp, to: out)
    }
}

extension Sort: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Sort<Other>.self }
}

/// Sends all items in the order of what a function gives for them, once the input has ended.
///
///     "bbb", "cc", "a" ─▶ SortBy<Length> ─▶ "a", "cc", "bbb"
///
/// The function is a type, since a closure cannot reach the node's process; its parameters are the node's. It is called
/// once for each item, and gives a number, a text, a list of those, or nothing. Order, memory and errors are those of
/// `Sort`.
///
///     struct Length: Function1 {
///         func call(_ word: String) -> Int { word.count }
///     }
///
///     func longestFirst(_ flow: Workflow) throws -> SortBy<Length> {
///         try flow.add(SortBy<Length>.self) { $0.descending = true }
///     }
public final class SortBy<Key: Function1>: FunctionNode<Key>, ItemPassing {
    /// Whether the largest comes first.
    @Parameter(help: "the largest first") public var descending = false
    /// Bytes of items in memory, 256 MiB unless given; beyond them they wait on disk.
    @Parameter(
        name: "memory_limit",
        rule: .atLeast(MemoryLimit.least),
        help: "bytes of items in memory, beyond which they wait on disk"
    ) public var memoryLimit = 268_435_456
    /// The items.
    public let inp = Input<Key.First>()
    /// The same items in order.
    public let out = Output<Key.First>()

    /// `SortBy<…>`, with the function's name.
    override public class var typeName: String { "SortBy<\(Key.self)>" }

    /// Refuses a function whose results have no order, and a value in place of a channel.
    override public func validate() throws {
        try FieldProbe.check(keysOf: Key.self)
        try inp.refuseEndlessValue()
    }

    /// Sorts until the input has ended, then sends.
    override public func run() throws {
        let keys = ItemKeys(function, of: inp, node: self)
        let space = SpillSpace(self, limit: memoryLimit)
        try ItemSorter(keys, space, order: KeyOrder(isDescending: descending)).sort(inp, to: out)
    }
}

public import MaizeCore

/// Passes on the first item of each key, as it comes, and drops the others.
///
///     "a", "b", "a", "c" ─▶ Unique ─▶ "a", "b", "c"
///
/// The key is a field, `by`, or the item itself where none is given; keys are compared as `Sort` compares them, so 1 and
/// 1.0 are one key. Items stay in the order in which they came.
///
/// It holds the keys that it has seen, in at most `memory_limit` bytes. Once half of that is full, items of further keys
/// wait in files in the node's folder until the input has ended, and go out then, in the same order as ever. Items that
/// hold files cannot wait so: they are an error then. Files of dropped items are removed from the input's folder.
///
/// An item without the field is an error that says which one it is. Of an empty stream comes an empty one.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "names.txt" }
///     let unique = try flow.add(Unique<String>.self)
///     let write = try flow.add(WriteLines.self) { $0.path = "distinct.txt" }
///     try flow.connect(read.out, to: unique.inp)
///     try flow.connect(unique.out, to: write.inp)
public final class Unique<Item: Codable & Sendable>: Node, ItemPassing {
    /// The field of which each value passes once, such as `name` or `ligand.name`; the whole item where none is given.
    @Parameter(help: "the field that is to differ, the item itself where none is given") public var by: String?
    /// Bytes in memory, 256 MiB unless given; beyond them items wait on disk.
    @Parameter(
        name: "memory_limit",
        rule: .atLeast(MemoryLimit.least),
        help: "bytes in memory, beyond which items wait on disk"
    ) public var memoryLimit = 268_435_456
    /// The items.
    public let inp = Input<Item>()
    /// The first of each key.
    public let out = Output<Item>()

    /// Refuses a field that items of this type do not have, and a value in place of a channel.
    override public func validate() throws {
        try FieldProbe.check(by, of: Item.self)
        try inp.refuseEndlessValue()
    }

    /// Passes items on until the input has ended.
    override public func run() throws {
        let keys = ItemKeys(field: by, of: inp, node: self)
        try FirstItems(keys, SpillSpace(self, limit: memoryLimit), to: out).pass(inp)
    }
}

extension Unique: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Unique<Other>.self }
}

/// Passes on the first item of each key that a function gives, as it comes, and drops the others.
///
///     "a", "bb", "c" ─▶ UniqueBy<Length> ─▶ "a", "bb"
///
/// The function is called once for each item; its parameters are the node's. Memory, order and errors are those of
/// `Unique`.
///
///     struct Initial: Function1 {
///         func call(_ word: String) -> String { String(word.prefix(1)) }
///     }
///
///     func onePerLetter(_ flow: Workflow) throws -> UniqueBy<Initial> { try flow.add(UniqueBy<Initial>.self) }
public final class UniqueBy<Key: Function1>: FunctionNode<Key>, ItemPassing {
    /// Bytes in memory, 256 MiB unless given; beyond them items wait on disk.
    @Parameter(
        name: "memory_limit",
        rule: .atLeast(MemoryLimit.least),
        help: "bytes in memory, beyond which items wait on disk"
    ) public var memoryLimit = 268_435_456
    /// The items.
    public let inp = Input<Key.First>()
    /// The first of each key.
    public let out = Output<Key.First>()

    /// `UniqueBy<…>`, with the function's name.
    override public class var typeName: String { "UniqueBy<\(Key.self)>" }

    /// Refuses a function whose results cannot be compared, and a value in place of a channel.
    override public func validate() throws {
        try FieldProbe.check(keysOf: Key.self)
        try inp.refuseEndlessValue()
    }

    /// Passes items on until the input has ended.
    override public func run() throws {
        let keys = ItemKeys(function, of: inp, node: self)
        try FirstItems(keys, SpillSpace(self, limit: memoryLimit), to: out).pass(inp)
    }
}

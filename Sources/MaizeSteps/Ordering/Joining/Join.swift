public import MaizeCore

/// Brings items of two streams together that have the same key.
///
///     left:  {id: 1, name: "a"}, {id: 2, name: "b"}   ─▶ Join(by: "id") ─▶ ({id: 1, name: "a"}, {id: 1, mass: 7.5})
///     right: {id: 1, mass: 7.5}
///
/// The key is a field of both, `by`, or one of each, `left_by` and `right_by`; the items themselves where none is given.
/// Keys are compared as `Sort` compares them, so 1 and 1.0 are one key, and nothing is a key like any other. Each item
/// from the left makes a pair with each from the right that has its key.
///
/// | `kind` | items without a partner |
/// |---|---|
/// | `inner` | are dropped |
/// | `left`, `right` | come alone if they are from that side |
/// | `full` | come alone |
///
/// A pair goes out as soon as both items are there; items without a partner follow in the end, in the order in which they
/// came. Where one side has ended, items of the other one go by without being held.
///
/// Until then it holds the items of both sides, in about `memory_limit` bytes. Beyond that items wait in files in the
/// node's folder; the pairs that are still missing then follow in the end, in the order of keys, and only the items of
/// one key need to fit into memory. With `one_to_one` each key comes once on each side: items leave the memory with their
/// partner, and a second item of a key that waits is an error.
///
/// Files of items go with each of their pairs: they are copied where they would be moved, unless `one_to_one` is set. An
/// item without the field is an error that says which one it is. Of two empty streams comes an empty one.
///
///     let names = try flow.add(LoadData<[[String: String]]>.self, name: "names") { $0.data = [["id": "x", "name": "a"]] }
///     let rows = try flow.add(Scatter<[String: String]>.self)
///     let join = try flow.add(Join<[String: String], [String: Double]>.self) {
///         $0.by = "id"
///         $0.kind = .left
///     }
///     try flow.connect(names.out, to: rows.inp)
///     try flow.connect(rows.out, to: join.left)
public final class Join<Left: Codable & Sendable, Right: Codable & Sendable>: Node {
    /// The field of both sides that is compared, such as `id` or `ligand.id`.
    @Parameter(help: "the field to join by, the items themselves where none is given") public var by: String?
    /// The field of items from the left, where it has another name.
    @Parameter(name: "left_by", help: "the field of items from the left, where its name differs") public var leftBy:
        String?
    /// The field of items from the right, where it has another name.
    @Parameter(name: "right_by", help: "the field of items from the right, where its name differs")
    public var rightBy: String?
    /// What becomes of items without a partner.
    @Parameter(help: "inner, left, right or full: the sides whose items come alone where they have no partner")
    public var kind = JoinKind.inner
    /// Whether each key comes at most once on each side.
    @Parameter(name: "one_to_one", help: "each key comes once on each side") public var oneToOne = false
    /// Bytes of items in memory, 256 MiB unless given; beyond them they wait on disk.
    @Parameter(
        name: "memory_limit",
        rule: .atLeast(MemoryLimit.least),
        help: "bytes of items in memory, beyond which they wait on disk"
    ) public var memoryLimit = 268_435_456
    /// The items from the left.
    public let left = Input<Left>()
    /// The items from the right.
    public let right = Input<Right>()
    /// The pairs.
    public let out = Output<Joined<Left, Right>>()

    private var leftParameter: String { leftBy == nil ? "by" : "left_by" }
    private var rightParameter: String { rightBy == nil ? "by" : "right_by" }

    /// Refuses fields that items of these types do not have, and values in place of channels.
    override public func validate() throws {
        try FieldProbe.check(leftBy ?? by, of: Left.self, parameter: leftParameter)
        try FieldProbe.check(rightBy ?? by, of: Right.self, parameter: rightParameter)
        try left.refuseEndlessValue()
        try right.refuseEndlessValue()
    }

    /// Joins until both inputs have ended.
    override public func run() throws {
        guard let context else { return }  // only a run calls this
        let leftKeys = ItemKeys(field: leftBy ?? by, of: left, node: self, parameter: leftParameter)
        let rightKeys = ItemKeys(field: rightBy ?? by, of: right, node: self, parameter: rightParameter)
        let rule = JoinRule(kind: kind, isOneToOne: oneToOne)
        try StreamJoin(leftKeys, rightKeys, rule, SpillSpace(self, limit: memoryLimit), to: out)
            .join(left, right, context)
    }
}

extension Join: GenericPairComponent {
    /// The node for other types of items.
    public static func taking<First: Codable & Sendable, Second: Codable & Sendable>(
        _ first: First.Type,
        _ second: Second.Type
    ) -> Component.Type {
        Join<First, Second>.self
    }
}

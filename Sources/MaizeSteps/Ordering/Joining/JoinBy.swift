public import MaizeCore

/// Brings items of two streams together for which two functions give the same key.
///
///     left:  "a1", "b2"  ─▶ JoinBy<Digit, Itself> ─▶ ("b2", 2)
///     right: 2, 3
///
/// Each function is called once for each item of its side. Kinds, memory and errors are those of `Join`. A parameter
/// of a function is the node's, in Swift reached as in `$0.leftKey.digits`; so two functions with parameters of one name,
/// as twice the same one, do not go together.
///
///     struct Digit: Function1 {
///         func call(_ label: String) -> Int? { label.last?.wholeNumberValue }
///     }
///     struct Itself: Function1 {
///         func call(_ number: Int) -> Int { number }
///     }
///
///     func labelled(_ flow: Workflow) throws -> JoinBy<Digit, Itself> {
///         try flow.add(JoinBy<Digit, Itself>.self) { $0.kind = .full }
///     }
public final class JoinBy<LeftKey: Function1, RightKey: Function1>: Node {
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
    public let left = Input<LeftKey.First>()
    /// The items from the right.
    public let right = Input<RightKey.First>()
    /// The pairs.
    public let out = Output<Joined<LeftKey.First, RightKey.First>>()
    /// The function for the left.
    public let leftKey = LeftKey()
    /// The function for the right.
    public let rightKey = RightKey()

    /// `JoinBy<…>`, with the functions' names.
    override public class var typeName: String { "JoinBy<\(LeftKey.self), \(RightKey.self)>" }

    /// Refuses functions whose results cannot be compared, and values in place of channels.
    override public func validate() throws {
        try FieldProbe.check(keysOf: LeftKey.self)
        try FieldProbe.check(keysOf: RightKey.self)
        try left.refuseEndlessValue()
        try right.refuseEndlessValue()
    }

    /// Joins until both inputs have ended.
    override public func run() throws {
        guard let context else { return }  // only a run calls this
        let leftKeys = ItemKeys(leftKey, of: left, node: self)
        let rightKeys = ItemKeys(rightKey, of: right, node: self)
        let rule = JoinRule(kind: kind, isOneToOne: oneToOne)
        try StreamJoin(leftKeys, rightKeys, rule, SpillSpace(self, limit: memoryLimit), to: out)
            .join(left, right, context)
    }
}

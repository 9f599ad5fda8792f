public import MaizeCore

/// Gives for a number the index that a pattern has at that place.
///
///     0, 1, 2, 3 ─▶ IntegerMap(pattern: [0, 2, -1]) ─▶ 1, 1, 2, 2
///
/// The pattern says of each index how often it is repeated; the sign does not matter. `[0, 2, -1]` stands for `1, 1, 2`:
/// no 0, two times 1, one time 2. A number past the end gives the last one, a negative number is an error. So it turns
/// the number of a pass into the index for `Choice` or `IndexDistribute`.
///
/// It takes one number and ends; with the option `loop` it maps each. When the input ends before a number came, nothing
/// is sent.
///
///     let pass = try flow.add(LoadData<Int>.self) { $0.data = 7 }
///     let stage = try flow.add(IntegerMap.self) { $0.pattern = [5, 10, -1] }
///     let choice = try flow.add(IndexDistribute<String>.self)
///     try flow.connect(pass.out, to: stage.inp)
///     try flow.connect(stage.out, to: choice.inpIndex)
public final class IntegerMap: Node {
    /// How often each index is repeated.
    @Parameter(
        rule: Rule("repeats at least one index") { $0.contains { $0 != 0 } },
        help: "how often each index is repeated"
    ) public var pattern: [Int]
    /// The number, at least 0.
    public let inp = Input<Int>(rule: .atLeast(0))
    /// The index in its place.
    public let out = Output<Int>()

    /// Maps one number.
    override public func run() throws { try out.send(IntegerMap.index(at: inp.receive(), in: pattern)) }

    /// The index that a pattern has at a place; the last one past its end.
    static func index(at place: Int, in pattern: [Int]) -> Int {
        var rest = UInt(place)
        for (index, count) in pattern.enumerated() {
            if rest < count.magnitude { return index }
            rest -= count.magnitude
        }
        return pattern.lastIndex { $0 != 0 } ?? 0
    }
}

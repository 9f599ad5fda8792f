public import MaizeCore
internal import MaizeWire

/// Sends the words of each line.
///
///     "to be  or" ─▶ Words ─▶ "to", "be", "or"
///
/// Words are what ASCII white space parts, as in `tr -s '[:space:]' '\n'`; with `letters` they are runs of ASCII
/// letters, as in `tr -cs A-Za-z '\n'`. With `part` and `parts`, each of several such nodes takes its share of the
/// words, the same word always by the same one, so that they can be counted at the same time.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "alice.txt" }
///     let words = try flow.add(Words.self) { $0.letters = true }
///     try flow.connect(read.out, to: words.inp)
public final class Words: Node {
    /// Words are runs of ASCII letters.
    @Parameter(help: "words are runs of ASCII letters") public var letters = false
    /// ASCII capitals become small letters.
    @Parameter(help: "ASCII capitals become small letters") public var lower = false
    /// Which part of the words is kept, from 0 to less than `parts`.
    @Parameter(help: "which part of the words is kept, from 0") public var part = 0
    /// How many parts there are, at least 1.
    @Parameter(rule: .atLeast(1), help: "how many parts there are") public var parts = 1
    /// The lines.
    public let inp = Input<String>()
    /// The words.
    public let out = Output<String>()

    /// Refuses a part that there is not.
    override public func validate() throws {
        guard (0..<parts).contains(part) else {
            throw WorkflowError(.value, "part is \(part); of \(parts) parts it must be one from 0 to \(parts - 1)")
        }
    }

    /// Takes lines apart until the input has ended.
    override public func run() throws {
        let cutter = WordCutter(letters: letters, lower: lower)
        let batch = TextBatch()
        let share = parts == 1 ? nil : (part: UInt64(part), parts: UInt64(parts))
        while try inp.nextText({ line in
            try cutter.cut(line) { word in
                if let share, StableHash.of(word) % share.parts != share.part { return }
                try batch.append(word)
            }
        }) {
            try out.sendWhenDue(batch, moreIsWaiting: inp.hasTextWaiting)
        }
    }
}

public import MaizeCore
internal import MaizeWire

/// Counts equal items, and sends one line for each of them once the input has ended.
///
///     "be", "or", "be" ─▶ CountBy ─▶ "      2 be", "      1 or"
///
/// The lines are those of `sort | uniq -c` in the C locale: the number, seven wide, and the item; in the order of the
/// items' bytes. Items are equal when their bytes are, so two spellings of one letter are two items.
///
/// It holds each distinct item once in memory, with some 40 bytes beside: how many items there are in all does not
/// matter. Where even the distinct ones are too many, let several nodes count a share each (see `Words`), or use a
/// `Command` with `sort`, which works on disk.
///
///     let words = try flow.add(Words.self)
///     let count = try flow.add(CountBy.self)
///     try flow.connect(words.out, to: count.inp, capacity: 4096)
public final class CountBy: Node {
    /// The items.
    public let inp = Input<String>()
    /// A line for each distinct item.
    public let out = Output<String>()

    /// Refuses a value in place of a channel.
    override public func validate() throws { try inp.refuseEndlessValue() }

    /// Counts until the input has ended, then sends.
    override public func run() throws {
        let counts = TextCounts()
        while try inp.nextText({ counts.add($0) }) {}
        let batch = TextBatch()
        let line = ByteBuffer()
        try counts.forEachInOrder { text, count in
            let digits = String(count)
            line.removeAll()
            for _ in digits.utf8.count..<max(7, digits.utf8.count) { line.append(fixed: UInt8(ascii: " ")) }
            for digit in digits.utf8 { line.append(fixed: digit) }
            line.append(fixed: UInt8(ascii: " "))
            line.append(text)
            try batch.append(line.bytes)
            try out.sendWhenDue(batch, moreIsWaiting: true)
        }
        try out.send(batch)
    }
}

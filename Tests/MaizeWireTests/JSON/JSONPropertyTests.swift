import Foundation
import MaizeWire
import SeededRandom
import Testing

/// Random values, and lines that something has damaged, with Foundation's reader for comparison.
@Suite struct JSONPropertyTests {
    private func value(_ depth: Int, _ random: inout SeededGenerator) -> JSONValue {
        switch random.number(0...(depth > 0 ? 7 : 5)) {
        case 0: .null
        case 1: .bool(random.once(in: 2))
        case 2: .integer(Int(truncatingIfNeeded: random.next()) >> random.number(0...63))
        case 3: .number(number(&random))
        case 4, 5: .string(text(&random))
        case 6: .array((0..<random.number(0...4)).map { _ in value(depth - 1, &random) })
        default:
            .object(
                Dictionary((0..<random.number(0...12)).map { _ in (text(&random), value(depth - 1, &random)) }) { $1 }
            )
        }
    }

    private func number(_ random: inout SeededGenerator) -> Double {
        let number =
            random.once(in: 2)
            ? Double(bitPattern: random.next()) : Double(random.number(-99_999...99_999)) / 1000
        return number.isFinite ? number : 0.5
    }

    private func text(_ random: inout SeededGenerator) -> String {
        let scalars = Array("ab\"\\/\u{0}\u{1F}\n\r\t\u{7F}é€🌽\u{2028}\u{FFFF}".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<random.number(0...12) { text.append(scalars[random.number(0...(scalars.count - 1))]) }
        return String(text)
    }

    /// Whether values are equal to the last bit, for which `==` does not do: to it the zeros are one.
    ///
    /// Where `kinds` do not count, 1 and 1.0 are the same.
    private func isSame(_ one: JSONValue, _ other: JSONValue, kinds: Bool = true) -> Bool {
        switch (one, other) {
        case (.number(let one), .number(let other)):
            one.bitPattern == other.bitPattern || (!kinds && one == other)
        case (.number(let number), .integer(let whole)), (.integer(let whole), .number(let number)):
            !kinds && number == Double(whole)
        case (.array(let one), .array(let other)):
            one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1, kinds: kinds) }
        case (.object(let one), .object(let other)):
            one.count == other.count
                && one.allSatisfy { name, value in other[name].map { isSame(value, $0, kinds: kinds) } ?? false }
        default: one == other
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `what is written is read again, by us and by others`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let value = value(5, &random)
            let line = try JSON.encode(value)
            #expect(!line.contains("\n"))
            #expect(isSame(try JSON.decode(JSONValue.self, line), value), "seed \(seed): \(line)")
            let other = try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed)
            let written = try JSONSerialization.data(withJSONObject: [other])
            let again = try JSON.decode(JSONValue.self, Array(written))
            #expect(isSame(again, .array([value]), kinds: false), "seed \(seed): \(line)")
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `numbers are rounded as everybody rounds them`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            var text = random.once(in: 2) ? "-" : ""
            text += String(random.next() >> UInt64(random.number(0...63)))
            if random.once(in: 2) {
                text += "." + (0..<random.number(1...25)).map { _ in String(random.number(0...9)) }.joined()
            }
            if random.once(in: 3) { text += "e\(random.number(-330...270))" }
            let expected = try #require(Double(text))
            #expect(try JSON.decode(Double.self, text).bitPattern == expected.bitPattern, "seed \(seed): \(text)")
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `a damaged line is read as others read it, or refused`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83c", "1", "-", ".", "e9", "tru", "null", " ",
            "\u{1}",
        ]
        for _ in 0..<300 {
            var bytes = Array(try JSON.encode(value(3, &random)).utf8)
            for _ in 0..<random.number(1...3) {
                let place = random.number(0...bytes.count)
                if random.once(in: 3), place < bytes.count {
                    bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...5)))
                } else {
                    bytes.insert(contentsOf: pieces[random.number(0...(pieces.count - 1))].utf8, at: place)
                }
            }
            // That a line is text is seen to before.
            guard String(validating: bytes, as: UTF8.self) != nil else { continue }
            let ours = Result { try JSON.decode(JSONValue.self, bytes) }
            let theirs = Result {
                try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            }
            switch (ours, theirs) {
            case (.success, .failure(let error)):
                Issue.record("seed \(seed): \(String(decoding: bytes, as: UTF8.self)) was read; theirs: \(error)")
            case (.failure(let problem as JSONProblem), .success):
                // They take the last of two names, a comma behind the last value, and numbers beyond all limits.
                let ours = ["given twice", "a number up to", "nothing stands behind", "a name in double quotes"]
                #expect(
                    ours.contains(where: problem.message.contains),
                    "seed \(seed): \(problem): \(String(decoding: bytes, as: UTF8.self))"
                )
            case (.failure(let problem as JSONProblem), .failure):
                #expect((0...bytes.count).contains(problem.offset), "seed \(seed)")
            default: break
            }
        }
    }
}

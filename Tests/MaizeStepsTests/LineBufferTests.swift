@testable import MaizeSteps
import MaizeWire
import Testing
import SeededRandom

@Suite struct LineBufferTests {
    /// What a buffer makes of bytes that come in reads of these sizes.
    private func lines(_ bytes: [UInt8], reads: [Int], size: Int = 16) throws -> [[UInt8]] {
        let buffer = LineBuffer(size: size)
        var lines: [[UInt8]] = []
        var place = 0
        var sizes = reads.makeIterator()
        while place < bytes.count {
            let wanted = max(1, sizes.next() ?? bytes.count)
            let count = try buffer.fill { room in
                #expect(!room.isEmpty)
                let count = min(wanted, room.count, bytes.count - place)
                room.copyBytes(from: bytes[place..<place + count])
                return count
            }
            place += count ?? 0
            while let line = try buffer.nextLine() {
                #expect(Array(bytes[buffer.lineOffset...].prefix(line.count)) == Array(line))
                lines.append(Array(line))
            }
        }
        if let line = buffer.lastLine() { lines.append(Array(line)) }
        #expect(try buffer.nextLine() == nil && buffer.lastLine() == nil)
        return lines
    }

    /// What lines are, in one line.
    static func reference(_ bytes: [UInt8]) -> [[UInt8]] {
        var parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        if parts.last == [] { parts.removeLast() }
        return parts
    }

    @Test(arguments: [
        ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n\n", ["", ""]),
        ("a\r\nb\r\n", ["a\r", "b\r"]), ("a\rb", ["a\rb"]), ("\na", ["", "a"]), ("a\n\nb\n", ["a", "", "b"]),
        ("a\u{2028}b\u{85}c\u{0B}d\u{0C}e\n", ["a\u{2028}b\u{85}c\u{0B}d\u{0C}e"]), ("a\0b\n", ["a\0b"]),
        ("0123456789abcdef0123456789abcdef0\nx", ["0123456789abcdef0123456789abcdef0", "x"]),
    ])
    func `lines end at a newline and nowhere else, wherever reads end`(text: String, expected: [String]) throws {
        let bytes = Array(text.utf8)
        #expect(LineBufferTests.reference(bytes) == expected.map { Array($0.utf8) })
        for step in 1...max(1, bytes.count) {
            let found = try lines(bytes, reads: Array(repeating: step, count: bytes.count))
            #expect(found.map { String(decoding: $0, as: UTF8.self) } == expected, "reads of \(step)")
        }
    }

    @Test func `random bytes in random pieces give the lines of the whole`() throws {
        for _ in 0..<300 {
            let seed = UInt64.random(in: 0...UInt64.max)
            var random = SeededGenerator(seed: seed)
            let count = Int.random(in: 0...500, using: &random)
            let bytes = (0..<count).map { _ in
                Bool.random(using: &random) && Bool.random(using: &random)
                    ? 0x0A : UInt8.random(in: 0...255, using: &random)
            }
            let reads = (0..<count).map { _ in Int.random(in: 1...40, using: &random) }
            let size = Int.random(in: 16...100, using: &random)
            #expect(try lines(bytes, reads: reads, size: size) == LineBufferTests.reference(bytes), "seed \(seed)")
        }
    }

    @Test func `a line above the limit is an error with its place, as soon as that is known`() throws {
        for step in 1...20 {
            let buffer = LineBuffer(longest: 10, size: 16)
            let bytes = Array("abc\n".utf8) + Array(repeating: 0x78, count: 100)
            var place = 0
            let error = #expect(throws: LineError.self) {
                while place < bytes.count {
                    place +=
                        try buffer.fill { room in
                            let count = min(step, room.count, bytes.count - place)
                            room.copyBytes(from: bytes[place..<place + count])
                            return count
                        } ?? 0
                    while try buffer.nextLine() != nil {}
                }
            }
            #expect(error == .tooLong(offset: 4))
            #expect(place <= 4 + 10 + step)
        }
    }

    // MARK: Encodings

    private func text(_ line: [UInt8], _ encoding: TextEncoding) throws -> String {
        let batch = TextBatch()
        try line.withUnsafeBytes { try encoding.append($0, at: 100, to: batch) }
        return try ItemCoder.decodeItem(String.self, from: Array(batch.item(0)))
    }

    @Test(
        arguments: [
            ([0x80], 0), ([0x61, 0xC3], 1), ([0xC3, 0x28], 0), ([0xC0, 0x80], 0), ([0xE2, 0x82], 0),
            ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xFF], 0),
            ([0x61, 0xC3, 0xA9, 0xFE, 0x61], 3), ([0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0xBF], 9),
        ] as [([UInt8], Int)]
    )
    func `bytes that are not UTF-8 are refused with their place`(line: [UInt8], place: Int) throws {
        let error = #expect(throws: LineError.self) { try text(line, .utf8) }
        #expect(error == .notUTF8(offset: 100 + place))
        #expect(try text(line, .latin1).unicodeScalars.map(\.value) == line.map(UInt32.init))
    }

    @Test func `what is UTF-8 and what is not, the standard library says too`() {
        var random = SeededGenerator(seed: 7)
        let parts: [[UInt8]] =
            ["a", "é", "€", "😀", "abcdefgh"].map { Array($0.utf8) } + [[0x80], [0xE2, 0x82], [0xF0, 0x9F]]
        for _ in 0..<5000 {
            let line = (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }
            let first = line.withUnsafeBytes { UTF8Check.firstInvalid(in: $0) }
            #expect((first == nil) == (String(validating: line, as: UTF8.self) != nil), "\(line)")
            if let first {
                #expect(String(validating: line[..<first], as: UTF8.self) != nil, "\(line)")
            }
        }
    }
}

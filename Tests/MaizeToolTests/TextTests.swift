import Testing

@testable import MaizeCommands

/// Small texts of the command.
@Suite struct TextTests {
    @Test(arguments: [
        (0, "0 bytes"), (1023, "1023 bytes"), (1024, "1 KiB"), (1536, "1.5 KiB"), (10_000, "9.8 KiB"),
        (100_000, "98 KiB"),
        (5 << 20, "5 MiB"), (3 << 29, "1.5 GiB"), (Int.max, "8192 PiB"),
    ])
    func `sizes have a unit that people read`(bytes: Int, text: String) {
        #expect(ByteText.text(of: bytes) == text)
    }

    @Test(arguments: [
        ("plain-1.txt", "plain-1.txt"), ("", "''"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("$x", "'$x'"),
        ("LC_ALL=C", "LC_ALL=C"), ("äö", "äö"),
    ])
    func `words are quoted where a shell would take them apart`(word: String, text: String) {
        #expect(ShellText.quoted(word) == text)
    }

    @Test func `text is broken between words`() {
        #expect(WrappedText.lines("a bb ccc dddd", columns: 4) == ["a bb", "ccc", "dddd"])
        #expect(WrappedText.lines("abcdefgh i", columns: 3) == ["abcdefgh", "i"])
        #expect(WrappedText.lines("", columns: 3) == [])
    }
}

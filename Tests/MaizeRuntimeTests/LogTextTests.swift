import MaizeWire
import Testing

@testable import MaizeRuntime

/// Fault row 34: what is logged cannot move the cursor, colour the screen or fake a line.
@Suite struct LogTextTests {
    private func text(_ message: String, source: String = "node", colour: Bool = false) -> String {
        LogText.lines(of: LogRecord(time: 0.5, level: .info, source: source, message: message), colour: colour)
    }

    @Test func `a line is time, level, source in its columns, message`() {
        #expect(text("hello").dropFirst(12) == " INFO     node             | hello\n")
        #expect(text("x", source: "a/rather/long/path").hasSuffix(" a/rather/long/path | x\n"))
    }

    @Test(arguments: [
        ("\u{1B}[31mred", "\\u{1b}[31mred"), ("a\rb", "a\\u{d}b"), ("a\u{7}b", "a\\u{7}b"), ("\u{0}", "\\u{0}"),
        ("\u{7F}", "\\u{7f}"), ("\u{9B}2J", "\\u{9b}2J"), ("\u{85}", "\\u{85}"), ("\u{202E}x", "\\u{202e}x"),
        ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("a\u{B}b\u{C}", "a\\u{b}b\\u{c}"),
    ])
    func `control characters and marks that reorder text are shown as what they are`(raw: String, shown: String) {
        #expect(LogText.escaped(raw) == shown)
        #expect(text(raw).hasSuffix("| \(shown)\n"))
    }

    @Test(arguments: ["plain", "tab\there", "ünï ✓ 🧪", "a\\b", ""])
    func `other text stays as it is`(plain: String) {
        #expect(LogText.escaped(plain) == plain)
    }

    @Test(arguments: ["a\nb", "a\r\nb", "a\n\nb\n", "\n", "x\u{2028}y\u{2029}z", "a\u{85}b"])
    func `each line on the screen is a record's line, whatever the message holds`(message: String) {
        let lines = text(message).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.contains(" INFO     node             | ") })
        #expect(!text(message).unicodeScalars.contains { $0 == "\r" || $0 == "\u{2028}" || $0 == "\u{2029}" })
    }

    @Test func `a message of several lines gives several records' lines`() {
        #expect(text("one\ntwo\r\nthree").split(separator: "\n").count == 3)
    }

    @Test func `a faked prefix stands behind a true one`() {
        let lines = text("done\n12:00:00.000 ERROR    other            | fake").split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].contains("node             | 12:00:00.000 ERROR"))
    }

    @Test func `a source is data too`() {
        #expect(!text("x", source: "a\u{1B}[2J\nb").contains("\u{1B}"))
        #expect(text("x", source: "a\nb").filter { $0 == "\n" }.count == 1)
    }

    @Test func `colour is put around whole lines only`() {
        let record = LogRecord(time: 0, level: .error, source: "n", message: "a\nb")
        let lines = LogText.lines(of: record, colour: true).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("\u{1B}[31m") && $0.hasSuffix("\u{1B}[0m") })
        #expect(!text("a", colour: true).contains("\u{1B}"))
    }
}

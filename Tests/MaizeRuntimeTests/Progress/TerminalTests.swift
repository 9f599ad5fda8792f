import Testing

@testable import MaizeRuntime

@Suite struct TerminalTests {
    private func settings(_ isTerminal: Bool, _ variables: [String: String]) -> TerminalSettings {
        TerminalSettings(isTerminal: isTerminal) { variables[$0] }
    }

    @Test(
        arguments: [
            (true, ["TERM": "xterm"], RunView.table), (true, ["TERM": "dumb"], .lines), (true, ["TERM": ""], .lines),
            (true, [:], .lines), (false, ["TERM": "xterm"], .lines),
            (true, ["TERM": "xterm", "NO_COLOR": "1"], .table),
        ] as [(Bool, [String: String], RunView)]
    )
    func `the table needs a terminal that can move its cursor`(
        isTerminal: Bool,
        variables: [String: String],
        view: RunView
    ) {
        #expect(settings(isTerminal, variables).view(for: .automatic) == view)
        #expect(settings(isTerminal, variables).view(for: .none) == .none)
        #expect(settings(isTerminal, variables).view(for: .lines) == .lines)
        #expect(settings(isTerminal, variables).view(for: .table) == (isTerminal ? .table : .lines))
    }

    @Test func `colour is for terminals whose user has not refused it`() {
        #expect(settings(true, ["TERM": "xterm"]).usesColour)
        #expect(settings(true, ["TERM": "xterm", "NO_COLOR": ""]).usesColour)
        #expect(!settings(true, ["TERM": "xterm", "NO_COLOR": "1"]).usesColour)
        #expect(!settings(true, ["TERM": "dumb"]).usesColour)
        #expect(!settings(false, ["TERM": "xterm"]).usesColour)
    }

    @Test func `the locale tells which characters there are, the strongest variable first`() {
        #expect(settings(true, ["LANG": "de_DE.UTF-8"]).isUnicode)
        #expect(settings(true, ["LANG": "C", "LC_ALL": "C.utf8"]).isUnicode)
        #expect(!settings(true, ["LANG": "en_US.UTF-8", "LC_ALL": "C"]).isUnicode)
        #expect(settings(true, ["LANG": "en_US.UTF-8", "LC_ALL": ""]).isUnicode)
        #expect(!settings(true, [:]).isUnicode)
    }

    @Test(arguments: [
        ("abc", 3), ("", 0), ("漢字", 4), ("e\u{301}", 1), ("▕█▏…", 4), ("한", 2), ("a\u{200B}b", 2), ("😀", 2),
    ])
    func `text has the width that a terminal gives it`(text: String, width: Int) {
        #expect(TerminalText.width(text) == width)
    }

    @Test func `text is cut where it no longer fits, never in the middle of a wide character`() {
        #expect(TerminalText.cut("abcdef", to: 6, mark: "...") == "abcdef")
        #expect(TerminalText.cut("abcdefg", to: 6, mark: "...") == "abc...")
        #expect(TerminalText.cut("漢字漢字", to: 6, mark: "…") == "漢字…")
        #expect(TerminalText.cutFront("abcdefg", to: 6, mark: "...") == "...efg")
        #expect(TerminalText.cut("abc", to: 2, mark: "...") == "")
    }

    @Test(arguments: [
        (0, "0"), (99_999, "99999"), (100_000, "100k"), (1_234_567, "1.23M"), (45_600_000, "45.6M"), (1 << 50, "1.13P"),
    ])
    func `counts stay short`(count: Int, text: String) {
        #expect(NumberText.count(count) == text)
    }

    @Test(arguments: [
        (0, "0/s"), (0.25, "0.3/s"), (9.99, "10.0/s"), (12.4, "12/s"), (98_123, "98.1k/s"), (1.5e6, "1.50M/s"),
    ])
    func `rates stay short`(rate: Double, text: String) {
        #expect(NumberText.rate(rate) == text)
    }

    @Test(arguments: [(0.004, "0.00 s"), (1.234, "1.23 s"), (12.34, "12.3 s"), (64, "1 min 4 s"), (7500, "2 h 5 min")])
    func `times are told in the unit that fits`(seconds: Double, text: String) {
        #expect(NumberText.seconds(seconds) == text)
    }
}

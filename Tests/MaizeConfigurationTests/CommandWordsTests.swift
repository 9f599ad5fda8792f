import Testing

@testable import MaizeConfiguration

@Suite struct CommandWordsTests {
    @Test(arguments: [
        ("", []), ("vina", ["vina"]), (" srun  -n 4 vina ", ["srun", "-n", "4", "vina"]),
        ("'/opt/my tools/vina' --a=\"b c\"d", ["/opt/my tools/vina", "--a=b cd"]), ("'' x", ["", "x"]),
        ("a\\ b", ["a\\", "b"]),
    ])
    func `blanks part words, and quotes hold them together`(text: String, words: [String]) {
        #expect(CommandWords.split(text) == words)
    }

    @Test func `a quote must end`() { #expect(CommandWords.split("vina 'x") == nil) }
}

@Suite struct WallTimeTests {
    @Test(arguments: [("24:00:00", 86400.0), ("0:00:01", 1), ("100:59:59", 363_599), ("2-12:00:00", 216_000)])
    func `hours, minutes and seconds, with days before them`(text: String, seconds: Double) {
        #expect(WallTime.seconds(text) == seconds)
    }

    @Test(arguments: [
        "", "1", "1:00", "00:60:00", "00:00:60", "00:00:00", "1-24:00:00", "a:00:00", "-1:00:00", "1:0:0", " 1:00:00",
        "1:00:00:00", "9999999:00:00", "٢:00:00",
    ])
    func `other texts are none`(text: String) { #expect(WallTime.seconds(text) == nil) }

    @Test func `seconds are written in the same shape`() {
        #expect(WallTime.text(86400) == "24:00:00" && WallTime.text(3723) == "01:02:03")
    }
}

import Foundation
import MaizeSystem
import TemporaryFiles
import Testing

/// What a node or its program prints is text, whatever it pretends to be.
@Suite(.timeLimit(.minutes(10)))
struct ForgedLineTests {
    @Test(arguments: [#"\r"#, #"\033[2K\033[1G"#, #"\033[1A\r"#, #"\b\b\b\b"#, #"\342\200\250"#, #"\302\205"#])
    func `what a program prints cannot look like a line of somebody else's`(trick: String) throws {
        let forged = "00:00:00.000 ERROR    write            | the disk is full"
        let folder = try TemporaryFolder()
        let command = try JSONSerialization.data(withJSONObject: ["printf", "harmless\(trick)\(forged)\n"])
        let text = """
            {"nodes": [{"name": "liar", "type": "Command",
                        "parameters": {"command": \(String(decoding: command, as: UTF8.self))}}]}
            """
        let flow = try folder.write(text, to: "flow.json")
        let finished = try Program("maize-swift", ["execute", flow]).wait()
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        let lines = finished.errors.split(omittingEmptySubsequences: true) { $0.isNewline }
        #expect(!lines.contains { $0.hasPrefix(forged.prefix(20)) }, "a line of its own")
        let shown = try #require(lines.last { $0.contains("the disk is full") })
        #expect(shown.contains(/INFO +liar +\| harmless/))
        #expect(!finished.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x9B })
    }
}

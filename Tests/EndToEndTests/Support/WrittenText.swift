import Foundation
import Testing

/// A text that the command writes, kept in a file beside its test.
enum WrittenText {
    /// Compares a text with the file, or writes it anew where `MAIZE_WRITE_PAGES` is set.
    static func expect(_ text: String, inFile path: String) throws {
        if ProcessInfo.processInfo.environment["MAIZE_WRITE_PAGES"] != nil {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        // Missing is different from every text.
        let written = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "(no such file)"
        let name = URL(fileURLWithPath: path).lastPathComponent
        #expect(text == written, "\(name) is written anew by MAIZE_WRITE_PAGES=1 swift test --filter EndToEndTests")
    }
}

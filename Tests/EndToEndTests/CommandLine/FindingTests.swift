import Foundation
import MaizeSystem
import Testing

/// What is said of files that are wrong, one file for each family of mistakes.
@Suite(.timeLimit(.minutes(10)))
struct FindingTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Findings"

    private static func files() throws -> [String] {
        try Directory.entries(of: folder).filter { !$0.hasSuffix(".txt") }.sorted()
    }

    @Test(arguments: try FindingTests.files())
    func `mistakes are told as was agreed on`(file: String) throws {
        let shell = ["/bin/sh", "-c", "cd '\(FindingTests.folder)' && exec \"$0\" \"$@\""]
        let finished = try Program("maize-swift", ["check", file], through: shell).wait()
        #expect(finished.end == .exited(status: 2))
        #expect(finished.output == "")
        try WrittenText.expect(finished.errors, inFile: "\(FindingTests.folder)/\(file).txt")
    }
}

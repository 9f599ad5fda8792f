import Foundation
import MaizeCore
import Testing

/// Names that no mapped parameter may take.
@Suite(.timeLimit(.minutes(10)))
struct ReservedOptionTests {
    /// All names of options in what a program says of itself for tools.
    private func names(_ program: String, _ command: [String] = []) throws -> (long: Set<String>, short: Set<String>) {
        let dump = try Program(program, ["--experimental-dump-help"]).wait().output
        let root = try #require(try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any])
        var node = try #require(root["command"] as? [String: Any])
        for name in command {
            let below = node["subcommands"] as? [[String: Any]] ?? []
            node = try #require(below.first { $0["commandName"] as? String == name })
        }
        let arguments = node["arguments"] as? [[String: Any]] ?? []
        var long: Set<String> = []
        var short: Set<String> = []
        for name in arguments.flatMap({ $0["names"] as? [[String: Any]] ?? [] }) {
            guard let text = name["name"] as? String else { continue }
            if name["kind"] as? String == "short" { short.insert("-" + text) } else { long.insert(text) }
        }
        return (long, short)
    }

    @Test func `every option that programs have of their own is one of them`() throws {
        let known = try names("Cyclic")
        #expect(known.long.contains("grace"))
        #expect(known.long.subtracting(["value", "limit"]).subtracting(ReservedOptions.names) == [])
        #expect(known.short == ReservedOptions.shortNames)
    }
}

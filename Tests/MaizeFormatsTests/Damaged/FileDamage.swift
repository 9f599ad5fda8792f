import Foundation
import SeededRandom
import Testing

/// What happens to files: bits that flip, parts that are lost or repeated, words in the wrong place.
enum FileDamage {
    private static let words = [
        "nodes", "channels", "parameters", "graphs", "include", "type", "name", "LoadData", "Merge<", "Parallel<",
        "Copy", "Pair", "ports", "profile", "commands", "environment", "map",
        "<[", ">", "?", "{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "*s", "&s ", "<<: *s", "!!int ", "|", "'",
        "\"", "\"\"\"", "=", " = ", "[[", "]]", "[a.b]", "a.b.c", "null", "~", "1e999", "-1", "99999999999999999999",
        ".nan", "\\u0000", "\\ud800", "\u{FEFF}", "\u{2028}", "🌽", "->", "load.out -> scatter.inp", "#", ",", "../",
        "Int", "JSON", "other.yaml", "flow.yaml", "/dev/zero", "${HOME}",
    ]

    /// The bytes after one to three accidents.
    static func damaged(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) { damage(&bytes, using: &generator) }
        return bytes
    }

    private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...60, using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        case 3: bytes.removeLast(bytes.count - place)
        case 4:
            let part = bytes[place..<end]
            let copies = (0..<Int.random(in: 2...200, using: &generator)).flatMap { _ in part }
            bytes.insert(contentsOf: copies, at: place)
        default:
            let word = words.randomElement(using: &generator) ?? ""
            bytes.replaceSubrange(place..<(Bool.random(using: &generator) ? end : place), with: Array(word.utf8))
        }
    }

    /// Calls `look` with the files of one seed after the other, of which one is damaged; it says whether all was good.
    ///
    /// `MAIZE_FUZZ_SECONDS` lets each test go on for so long, from seeds that are printed.
    static func each(
        _ name: String,
        _ files: [String: [UInt8]],
        seeds: UInt64 = 150,
        _ look: (_ files: [String: [UInt8]], _ seed: UInt64) throws -> Bool
    ) throws {
        let seconds = ProcessInfo.processInfo.environment["MAIZE_FUZZ_SECONDS"].flatMap(Double.init)
        let first = seconds == nil ? 1 : UInt64.random(in: 0..<(1 << 32))
        let start = ContinuousClock.now
        let names = files.keys.sorted()
        var seed = first
        var good = 0
        while seconds.map({ start.duration(to: .now) < .seconds($0) }) ?? (seed < first + seeds) {
            var generator = SeededGenerator(seed: seed)
            var damaged = files
            let chosen = try #require(names.randomElement(using: &generator))
            damaged[chosen] = FileDamage.damaged(try #require(files[chosen]), using: &generator)
            if try look(damaged, seed) { good += 1 }
            seed += 1
        }
        if seconds != nil { print("\(name): seeds \(first)..<\(seed), \(good) of them good") }
    }
}

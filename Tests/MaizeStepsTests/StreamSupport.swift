import Glibc
import Maize
import MaizeSystem
import SeededRandom

/// A shell with the C locale, for what the standard programs would say.
enum Shell {
    /// What `script` prints.
    static func output(_ script: String) throws -> String {
        var request = SpawnRequest(
            executable: "/bin/sh",
            arguments: ["sh", "-c", script],
            environment: ["LC_ALL=C", "PATH=/usr/local/bin:/usr/bin:/bin"]
        )
        var pipe = try MaizeSystem.Pipe()
        let writer = pipe.takeWriteEnd()
        request.standardOutput = writer.number
        let process = try request.start()
        close(writer.release())
        let reader = pipe.takeReadEnd()
        var bytes: [UInt8] = []
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { room in
            while let count = try reader.read(into: room), count > 0 { bytes += room[..<count] }
        }
        _ = process.reap()
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Files of a test.
extension TestRun {
    func file(_ name: String) -> String { folder + "/" + name }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let number = open(file(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        let descriptor = Descriptor(owning: number)
        try bytes.withUnsafeBytes { try descriptor.writeAll($0) }
        return file(name)
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    func text(of name: String) -> String? { FileContents.text(of: file(name)) }

    /// The names of files that begin so, hidden ones among them.
    func names(startingWith prefix: String) throws -> [String] {
        try Directory.entries(of: folder).filter { $0.hasPrefix(prefix) }
    }
}

/// Text of words for tests, the same for the same seed.
enum SampleText {
    static func make(seed: UInt64, lines: Int) -> String {
        var random = SeededGenerator(seed: seed)
        let letters = Array("aaabcdeeefghiiklmnooprsttuvwyABCé'-.,9".unicodeScalars)
        let words = (0..<800).map { _ in
            String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 1...9, using: &random)).map { _ in
                        letters[Int.random(in: 0..<letters.count, using: &random)]
                    }
                )
            )
        }
        let gaps = [" ", " ", " ", "  ", "\t", " \u{0B}", "\u{0C}", "\r"]
        return (0..<lines).map { _ in
            (0..<Int.random(in: 0...14, using: &random)).map { _ in
                // Some words are much more frequent than others.
                let place = min(
                    Int.random(in: 0..<words.count, using: &random),
                    Int.random(in: 0..<words.count, using: &random)
                )
                return words[place] + gaps[Int.random(in: 0..<gaps.count, using: &random)]
            }.joined() + "\n"
        }.joined()
    }
}

/// Sends lines that a test gives.
final class Lines: Node {
    @Parameter var lines: [String]
    let out = Output<String>()
    override func run() throws { try out.send(contentsOf: lines) }
}

/// Sends lines, then fails.
final class BreakingLines: Node {
    @Parameter var count = 1000
    let out = Output<String>()
    override func run() throws {
        for number in 0..<count { try out.send("line \(number)") }
        throw Broke()
    }
}

/// A text as one case of many, so that its items have names behind them.
enum Phrase: Codable, Sendable {
    case text(String)
    case pair(left: String, right: String)

    init(from decoder: any Decoder) throws { self = .text(try decoder.singleValueContainer().decode(String.self)) }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .pair(let left, let right):
            var container = encoder.container(keyedBy: Side.self)
            try container.encode(left, forKey: .left)
            try container.encode(right, forKey: .right)
        }
    }

    enum Side: String, CodingKey { case left, right }
}

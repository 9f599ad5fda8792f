import MaizeWire
import Testing

@Suite struct LogRecordTests {
    /// What one atomic write into a pipe may have.
    private let limit = 4096

    private func record(_ message: String, source: String = "sg/node") -> LogRecord {
        LogRecord(time: 1.5, level: .warning, source: source, message: message)
    }

    private func records(in frames: [[UInt8]]) throws -> [LogRecord] {
        let buffer = try buffer(of: frames.flatMap(\.self))
        var records: [LogRecord] = []
        while let record = try MessageFraming.next(LogRecord.self, from: buffer) { records.append(record) }
        return records
    }

    @Test(arguments: ["", "short", "two\nlines", String(repeating: "x", count: 3000)])
    func `a record that fits is one frame`(message: String) throws {
        let frames = try record(message).frames(limit: limit)
        #expect(frames.count == 1)
        #expect(try records(in: frames) == [record(message)])
    }

    @Test(arguments: [3700, 4096, 10_000, 100_000, 4_000_000], ["x", "ö", "🧪", "🇩🇪"])
    func `a longer record is cut into parts that each fit, and together are the whole`(
        size: Int,
        text: String
    ) throws {
        let message = String(repeating: text, count: size / text.utf8.count)
        let frames = try record(message).frames(limit: limit)
        #expect(frames.allSatisfy { $0.count <= limit })
        let parts = try records(in: frames)
        #expect(parts.allSatisfy { $0.level == .warning && $0.source == "sg/node" && $0.time == 1.5 })
        if parts.count > 1 {
            for (index, part) in parts.enumerated() {
                #expect(part.message.hasPrefix("[\(index + 1)/\(parts.count)] "))
            }
        }
        let joined = parts.map { part in
            parts.count == 1 ? part.message : String(part.message.drop { $0 != " " }.dropFirst())
        }.joined()
        #expect(joined.unicodeScalars.elementsEqual(message.unicodeScalars))
    }

    @Test(arguments: [1, 64, 640, 2000, 3800, 4096, 9000])
    func `a source of any length leaves every part within the limit`(length: Int) throws {
        let source = String(repeating: "s", count: length)
        let frames = try record(String(repeating: "m", count: 9000), source: source).frames(limit: limit)
        #expect(frames.allSatisfy { $0.count <= limit })
        #expect(try records(in: frames).allSatisfy { source.hasSuffix($0.source) && !$0.source.isEmpty })
    }

    @Test func `one character of very many scalars is cut as well`() throws {
        let message = "e" + String(repeating: "\u{301}", count: 20_000)
        let frames = try record(message).frames(limit: limit)
        #expect(frames.count > 1)
        #expect(frames.allSatisfy { $0.count <= limit })
    }

    @Test func `levels are ordered by how much they matter`() {
        #expect(LogLevel.allCases.sorted() == [.debug, .info, .warning, .error, .critical])
        #expect(LogLevel.warning.label == "WARNING")
    }
}

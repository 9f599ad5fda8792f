/// One thing that a process of the run has to say.
package struct LogRecord: Codable, Sendable, Hashable {
    /// Seconds since 1970.
    package var time: Double
    package var level: LogLevel
    /// The node's path, or the workflow's name for the coordinator's own records.
    package var source: String
    package var message: String

    private static let longestSource = 2048

    package init(time: Double, level: LogLevel, source: String, message: String) {
        self.time = time
        self.level = level
        self.source = source
        self.message = message
    }

    /// The record as frames that each fit one atomic write of `limit` bytes; a longer message is cut into parts.
    ///
    /// A very long source, of a node below very many graphs, keeps its end.
    package func frames(limit: Int) throws -> [[UInt8]] { try parts(limit: limit).map { try MessageFraming.frame($0) } }

    /// The record, or its parts, of which each fits a frame of `limit` bytes.
    package func parts(limit: Int) -> [LogRecord] {
        guard source.utf8.count <= LogRecord.longestSource else {
            var record = self
            // A scalar has four bytes at most.
            record.source = String(String.UnicodeScalarView(source.unicodeScalars.suffix(LogRecord.longestSource / 4)))
            return record.parts(limit: limit)
        }
        let room = max(256, limit - FrameHeader.size - 160 - source.utf8.count)
        guard message.utf8.count > room else { return [self] }
        var parts: [String] = []
        var current = ""
        var size = 0
        for character in message.unicodeScalars {
            let width = character.utf8.count
            if size + width > room {
                parts.append(current)
                current = ""
                size = 0
            }
            current.unicodeScalars.append(character)
            size += width
        }
        parts.append(current)
        return parts.enumerated().map { index, text in
            var part = self
            part.message = "[\(index + 1)/\(parts.count)] " + text
            return part
        }
    }
}

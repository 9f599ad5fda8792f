import MaizeSystem
import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite(.timeLimit(.minutes(10))) struct RecordWriterTests {
    private func record(_ message: String) -> LogRecord {
        LogRecord(time: 0, level: .info, source: "node", message: message)
    }

    /// All that lies in the pipe now.
    private func bytes(in pipe: borrowing Descriptor) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while let count = try block.withUnsafeMutableBytes({ try pipe.read(into: $0) }) { bytes += block[..<count] }
        return bytes
    }

    private func records(from pipe: borrowing Descriptor) throws -> [LogRecord] {
        let buffer = FrameBuffer()
        try bytes(in: pipe).withUnsafeBytes { try buffer.append($0) }
        var records: [LogRecord] = []
        while let record = try MessageFraming.next(LogRecord.self, from: buffer) { records.append(record) }
        return records
    }

    /// The time limit fails it where each record waits for a logger that does not read.
    @Test func `a logger that does not read costs records and not the node's time, and their number is told`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        let writer = try RecordWriter(pipe.takeWriteEnd())
        let count = 20_000
        for number in 0..<count { writer.write(record("\(number)")) }

        try reader.setNonBlocking()
        let kept = try records(from: reader)
        #expect(kept.map(\.message) == (0..<kept.count).map(String.init))
        writer.write(record("afterwards"))
        let later = try records(from: reader)
        #expect(
            later.map(\.message) == [
                "\(count - kept.count) log records were dropped: the logger could not keep up", "afterwards",
            ]
        )
        #expect(later.first?.level == .warning)
    }

    @Test func `a single record that was dropped is told as one`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        let end = pipe.takeWriteEnd()
        try end.setNonBlocking()
        let block = [UInt8](repeating: 0, count: Pipe.atomicWriteSize)
        while try block.withUnsafeBytes({ try end.write($0) }) != nil {}
        let writer = try RecordWriter(end)
        writer.write(record("lost"))

        try reader.setNonBlocking()
        #expect(try !bytes(in: reader).isEmpty)
        writer.write(record("kept"))
        let messages = try records(from: reader).map(\.message)
        #expect(messages == ["1 log record was dropped: the logger could not keep up", "kept"])
    }
}

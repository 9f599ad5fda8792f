import Glibc
import MaizeSystem

/// The anchor of every ratio: two processes of this executable and a pipe, with nothing else between them.
enum RawPipe {
    /// The first word of a child's command line.
    static let word = "raw-pipe"

    /// Items a second of `size` bytes, `batch` of them in each write, from the first read to the last.
    static func flood(items: Int, size: Int, batch: Int) throws -> Double {
        var pipe = try Pipe()
        var results = try Pipe()
        let reader = pipe.takeReadEnd()
        let writer = pipe.takeWriteEnd()
        let result = results.takeWriteEnd()
        let source = try start(["write", "\(items)", "\(size)", "\(batch)", "\(writer.number)"], kept: [writer.number])
        let sink = try start(
            ["read", "\(items)", "\(size)", "\(reader.number)"],
            kept: [reader.number],
            output: result.number
        )
        close(writer)
        close(reader)
        close(result)
        let seconds = try number(from: results.takeReadEnd())
        _ = source.reap()
        _ = sink.reap()
        return Double(items) / seconds
    }

    /// Microseconds of a round trip of `size` bytes: the median over all trips.
    static func roundTrip(trips: Int, size: Int, processors: (Int32, Int32)) throws -> Double {
        var there = try Pipe()
        var back = try Pipe()
        var results = try Pipe()
        let thereRead = there.takeReadEnd()
        let thereWrite = there.takeWriteEnd()
        let backRead = back.takeReadEnd()
        let backWrite = back.takeWriteEnd()
        let result = results.takeWriteEnd()
        let echo = try start(
            ["echo", "\(size)", "\(thereRead.number)", "\(backWrite.number)", "\(processors.1)"],
            kept: [thereRead.number, backWrite.number]
        )
        let asker = try start(
            ["ask", "\(trips)", "\(size)", "\(backRead.number)", "\(thereWrite.number)", "\(processors.0)"],
            kept: [backRead.number, thereWrite.number],
            output: result.number
        )
        close(thereRead)
        close(thereWrite)
        close(result)
        close(backRead)
        close(backWrite)
        let microseconds = try number(from: results.takeReadEnd())
        _ = echo.reap()
        _ = asker.reap()
        return microseconds
    }

    // MARK: The children

    static func playPart(_ words: [String]) throws {
        let numbers = words.dropFirst().compactMap { Int($0) }
        switch words.first {
        case "write": try write(items: numbers[0], size: numbers[1], batch: numbers[2], to: Int32(numbers[3]))
        case "read": try read(bytes: numbers[0] * numbers[1], from: Int32(numbers[2]))
        case "echo": try echo(size: numbers[0], Int32(numbers[1]), Int32(numbers[2]), Int32(numbers[3]))
        case "ask": try ask(numbers[0], size: numbers[1], Int32(numbers[2]), Int32(numbers[3]), Int32(numbers[4]))
        default: throw SystemError("raw-pipe", EINVAL)
        }
    }

    private static func write(items: Int, size: Int, batch: Int, to number: Int32) throws {
        let pipe = Descriptor(owning: number)
        let bytes = [UInt8](repeating: 1, count: size * batch)
        try bytes.withUnsafeBytes { bytes in
            for _ in 0..<items / batch { try pipe.writeAll(bytes) }
        }
    }

    private static func read(bytes: Int, from number: Int32) throws {
        let pipe = Descriptor(owning: number)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { room.deallocate() }
        var left = bytes
        var started: MonotonicTime?
        while left > 0, let count = try pipe.read(into: room), count > 0 {
            started = started ?? .now
            left -= count
        }
        print(MonotonicTime.now.seconds(since: started ?? .now))
    }

    private static func echo(size: Int, _ from: Int32, _ to: Int32, _ processor: Int32) throws {
        guard OwnProcess.pin(toProcessor: processor) else { throw SystemError("sched_setaffinity", EINVAL) }
        let input = Descriptor(owning: from)
        let output = Descriptor(owning: to)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        defer { room.deallocate() }
        while let count = try input.read(into: room), count > 0 {
            try output.writeAll(UnsafeRawBufferPointer(rebasing: room[..<count]))
        }
    }

    private static func ask(_ trips: Int, size: Int, _ from: Int32, _ to: Int32, _ processor: Int32) throws {
        guard OwnProcess.pin(toProcessor: processor) else { throw SystemError("sched_setaffinity", EINVAL) }
        let input = Descriptor(owning: from)
        let output = Descriptor(owning: to)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        defer { room.deallocate() }
        var times: [Double] = []
        times.reserveCapacity(trips)
        for _ in 0..<trips {
            let start = MonotonicTime.now
            try output.writeAll(UnsafeRawBufferPointer(room))
            _ = try input.read(into: room)
            times.append(MonotonicTime.now.seconds(since: start) * 1e6)
        }
        print(median(times))
    }

    // MARK: Starting them

    private static func start(
        _ words: [String],
        kept: [Int32],
        output: Int32? = nil
    ) throws -> ChildProcess {
        var request = SpawnRequest(
            executable: SpawnRequest.ownExecutable,
            arguments: ["maize-benchmark", word] + words,
            environment: OwnProcess.environment()
        )
        request.kept = kept
        request.standardOutput = output
        return try request.start()
    }

    /// The children have it.
    private static func close(_ descriptor: consuming Descriptor) {}

    private static func number(from descriptor: consuming Descriptor) throws -> Double {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 256, alignment: 1)
        defer { room.deallocate() }
        var text = ""
        while let count = try descriptor.read(into: room), count > 0 {
            text += String(decoding: room[..<count], as: UTF8.self)
        }
        guard let value = Double(text.split(separator: "\n").first ?? "") else { throw SystemError("raw-pipe", EIO) }
        return value
    }
}

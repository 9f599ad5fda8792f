import MaizeWire
import Testing
import SeededRandom

/// Fault row 28: bytes that are no frames end a stream with an error, whatever they are and however they come.
@Suite struct FrameBufferFuzzTests {
    private func goodStream(_ random: inout SeededGenerator) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let size = Int.random(in: 0...100, using: &random)
            bytes += try frame(.item, (0..<size).map { _ in .random(in: 0...255, using: &random) })
        }
        return bytes + (try frame(.close, [0]))
    }

    private func damaged(_ good: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = good
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes[place] = .random(in: 0...255, using: &random)
            case 2: bytes.removeSubrange(place...)
            case 3: bytes.remove(at: place)
            case 4: bytes.insert(.random(in: 0...255, using: &random), at: place)
            default:
                // A length at the edges of what is possible, in place of the first one.
                let length: UInt32 = [0, 1, 0x3FFF_FFFF, 0x4000_0000, 0x7FFF_FFFF, 0x8000_0000, .max][place % 7]
                for byte in 0..<4 where byte < bytes.count {
                    bytes[byte] = UInt8(truncatingIfNeeded: length >> UInt32(8 * byte))
                }
            }
        }
        return bytes
    }

    @Test func `damaged streams are errors or fewer frames, and nothing worse`() throws {
        let clock = ContinuousClock()
        let start = clock.now
        var random = SeededGenerator(seed: 28)
        var refused = 0
        var rounds = 0
        while rounds < 20_000, clock.now - start < .seconds(2) {
            rounds += 1
            let bytes = damaged(try goodStream(&random), &random)
            let buffer = FrameBuffer(capacity: 16)
            var rest = bytes[...]
            var came = 0
            do {
                while !rest.isEmpty {
                    let piece = rest.prefix(Int.random(in: 1...64, using: &random))
                    rest = rest.dropFirst(piece.count)
                    try Array(piece).withUnsafeBytes { try buffer.append($0) }
                    came += piece.count
                    if random.next() % 3 == 0 { came -= takeAll(buffer).reduce(0) { $0 + $1.1.count + 8 } }
                }
            } catch is FrameError {
                refused += 1
            }
            #expect(takeAll(buffer).allSatisfy { $0.1.count <= bytes.count }, "round \(rounds) of seed 28")
        }
        #expect(refused > rounds / 10)
        #expect(clock.now - start < .seconds(20))
    }

    @Test func `random bytes are errors, or a frame that never comes`() {
        var random = SeededGenerator(seed: 29)
        for round in 0..<5000 {
            let bytes = (0..<Int.random(in: 8...80, using: &random)).map { _ in
                UInt8.random(in: 0...3, using: &random)
            }
            let buffer = FrameBuffer()
            if case .success = Result(catching: { try bytes.withUnsafeBytes { try buffer.append($0) } }) {
                #expect(takeAll(buffer).allSatisfy { $0.1.count < bytes.count }, "round \(round) of seed 29")
            }
        }
    }

    @Test func `damaged messages are errors and nothing worse`() throws {
        let record = LogRecord(time: 1, level: .info, source: "a/b", message: "a message of some length")
        let good = try MessageFraming.frame(record)
        var random = SeededGenerator(seed: 30)
        for _ in 0..<5000 {
            let bytes = damaged(good, &random)
            _ = Result { try MessageFraming.next(LogRecord.self, from: buffer(of: bytes)) }
        }
        #expect(try MessageFraming.next(LogRecord.self, from: buffer(of: good)) == record)
        #expect(throws: FrameError.unexpectedKind(.item)) {
            try MessageFraming.next(LogRecord.self, from: buffer(of: frame(.item, [0])))
        }
    }
}

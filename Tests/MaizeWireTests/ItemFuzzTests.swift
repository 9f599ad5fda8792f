import MaizeWire
import Testing
import SeededRandom

/// A good encoding and the type it is one of.
private struct Seed {
    let bytes: [UInt8]
    let decode: (ItemDecoder, UnsafeRawBufferPointer) throws -> Void

    init<T: Codable>(_ value: T) throws {
        bytes = try ItemCoder.encodeItem(value)
        decode = { _ = try $0.decode(T.self, from: $1) }
    }
}

@Suite struct ItemFuzzTests {
    private func seeds() throws -> [Seed] {
        var random = SeededGenerator(seed: 99)
        return [
            try Seed(1),
            try Seed("a string of some length"),
            try Seed([1.5, 2.5]),
            try Seed([UInt8](0..<40)),
            try Seed(["a", "b", ""]),
            try Seed([1, nil, 3] as [Int?]),
            try Seed(["one": 1, "two": 2, "three": 3]),
            try Seed([1: "a", 2: "b"]),
            try Seed(sampleReading),
            try Seed(sampleStation),
            try Seed(Command.both(sampleReading, next: [1, 2, 3])),
            try Seed(Tree.node(.node(.leaf(1), .leaf(2)), .leaf(3))),
            try Seed(Dog(name: "Rex", tricks: ["sit"])),
            try Seed(Cat(name: "Tom", lives: 9)),
            try Seed(Interleaved(numbers: [1, 2], names: ["a", "b"], tail: "t")),
            try Seed(Set([1, 2, 3])),
            try Seed(Shape.random(depth: 5, using: &random)),
        ]
    }

    /// One to four random changes of good bytes.
    private func mutated(_ good: [UInt8], _ other: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = good
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<7, using: &random) {
            case 0, 1:
                bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2:
                bytes[at] = .random(in: 0...24, using: &random)
            case 3:
                bytes.removeSubrange(at...)
            case 4:
                bytes.replaceSubrange(at..., with: other.dropFirst(min(at, other.count)))
            case 5:
                let extremes: [UInt32] = [0, 1, 0xFF, 0x7FFF_FFFF, 0x8000_0000, .max - 4, .max]
                let value = extremes.randomElement(using: &random) ?? 0
                for byte in 0..<4 where at + byte < bytes.count {
                    bytes[at + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))
                }
            default:
                bytes.insert(.random(in: 0...255, using: &random), at: at)
            }
        }
        return bytes
    }

    @Test func `broken items are errors and nothing worse`() throws {
        let seeds = try seeds()
        let decoder = ItemDecoder()
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(2)
        var random = SeededGenerator(seed: 2026)
        var errors = 0
        var rounds = 0
        while rounds < 400_000, clock.now < deadline {
            for (index, seed) in seeds.enumerated() {
                let bytes = mutated(seed.bytes, seeds[(index + rounds) % seeds.count].bytes, &random)
                do {
                    try bytes.withUnsafeBytes { try seed.decode(decoder, $0) }
                } catch is DecodingError {
                    errors += 1
                }
                rounds += 1
            }
        }
        #expect(errors > 0)
        // The decoder is as good as new afterwards.
        for seed in seeds {
            try seed.bytes.withUnsafeBytes { try seed.decode(decoder, $0) }
        }
    }

    @Test func `random bytes are errors and nothing worse`() throws {
        let seeds = try seeds()
        let decoder = ItemDecoder()
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            var bytes = (0..<Int.random(in: 0..<64, using: &random)).map { _ in UInt8.random(in: 0...24, using: &random)
            }
            bytes += [0, 0, 0, 0]
            for seed in seeds {
                do {
                    try bytes.withUnsafeBytes { try seed.decode(decoder, $0) }
                } catch is DecodingError {}
            }
        }
    }

    @Test func `every truncation of an item is an error`() throws {
        for seed in try seeds() {
            for length in 0..<seed.bytes.count {
                #expect(throws: DecodingError.self) {
                    try Array(seed.bytes[..<length]).withUnsafeBytes { try seed.decode(ItemDecoder(), $0) }
                }
            }
        }
    }

    @Test func `bytes behind an item are an error`() throws {
        for junk in [[0], [0, 0, 0, 0], [1, 2, 3, 4, 5]] as [[UInt8]] {
            #expect(throws: DecodingError.self) {
                try ItemCoder.decodeItem(Reading.self, from: ItemCoder.encodeItem(sampleReading) + junk)
            }
        }
    }

    private struct Chain: Codable {
        var next: [Chain]
    }

    @Test func `nesting deeper than the limit is an error on both sides`() throws {
        var chain = Chain(next: [])
        for _ in 0..<200 { chain = Chain(next: [chain]) }
        let good = try ItemCoder.encodeItem(chain)
        _ = try ItemCoder.decodeItem(Chain.self, from: good)
        for _ in 0..<200 { chain = Chain(next: [chain]) }
        #expect(throws: EncodingError.self) { try ItemCoder.encodeItem(chain) }

        // Written by hand: a list in a list, ten thousand times.
        struct Lists: Decodable {
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                while !list.isAtEnd { _ = try list.decode(Lists.self) }
            }
        }
        var item: [UInt8] = []
        let depth = 10_000
        for level in 0..<depth {
            let length = UInt32((depth - level - 1) * 9)
            item.append(21)
            for value in [length, length > 0 ? 1 : 0] {
                for byte in 0..<4 { item.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))) }
            }
        }
        item += [0, 0, 0, 0]
        let error = #expect(throws: DecodingError.self) { try ItemCoder.decodeItem(Lists.self, from: item) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("not corrupted data: \(String(describing: error))")
            return
        }
        #expect(context.debugDescription.contains("512"))
    }

    @Test func `nested containers deeper than the limit are an error`() {
        #expect(throws: EncodingError.self) {
            try ItemCoder.encodeItem(
                Writing { encoder in
                    var list = encoder.unkeyedContainer()
                    for _ in 0..<600 { list = list.nestedUnkeyedContainer() }
                    try list.encode(1)
                }
            )
        }
    }

    @Test func `a length of four gigabytes allocates nothing`() {
        let tail: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
        // A string, bytes, numbers, a keyed and an unkeyed container of 2^32 - 1.
        for header in [[17], [18], [19, 8], [20], [21], [21, 0, 0, 0, 0]] as [[UInt8]] {
            for filling in [0, 4, 40] {
                let item = header + tail + [UInt8](repeating: 0, count: filling) + [0, 0, 0, 0]
                #expect(throws: DecodingError.self) { try ItemCoder.decodeItem(String.self, from: item) }
                #expect(throws: DecodingError.self) { try ItemCoder.decodeItem([UInt8].self, from: item) }
                #expect(throws: DecodingError.self) { try ItemCoder.decodeItem([Int64].self, from: item) }
                #expect(throws: DecodingError.self) { try ItemCoder.decodeItem([String].self, from: item) }
                #expect(throws: DecodingError.self) { try ItemCoder.decodeItem(Reading.self, from: item) }
            }
        }
    }

    @Test func `a string that is not UTF-8 is an error`() throws {
        var item = try ItemCoder.encodeItem("abc")
        item[6] = 0xFF
        #expect(throws: DecodingError.self) { try ItemCoder.decodeItem(String.self, from: item) }
    }
}

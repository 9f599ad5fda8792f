import MaizeWire
import Testing
import SeededRandom

@Suite struct ItemShapeTests {
    @Test func `a thousand random shapes survive the round trip`() throws {
        let encoder = ItemEncoder()
        let decoder = ItemDecoder()
        let buffer = ByteBuffer()
        for seed in 0..<1000 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let shape = Shape.random(depth: 5, using: &random)
            buffer.removeAll()
            do {
                try encoder.encode(shape, into: buffer)
                let back = try decoder.decode(Shape.self, from: buffer.bytes)
                #expect(back == shape, "seed \(seed)")
                let once = Array(buffer.bytes)
                buffer.removeAll()
                try encoder.encode(back, into: buffer)
                #expect(Array(buffer.bytes) == once, "seed \(seed)")
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
    }
}

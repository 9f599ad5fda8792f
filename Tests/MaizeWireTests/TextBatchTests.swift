import MaizeWire
import Testing

@Suite struct TextBatchTests {
    private let texts = ["", "a", "é€😀", String(repeating: "long ", count: 30_000), "\n\0"]

    private func batch() throws -> TextBatch {
        let batch = TextBatch()
        for text in texts { try batch.append(text) }
        return batch
    }

    @Test func `a text in a batch is the item that the coder makes of it`() throws {
        let batch = try batch()
        #expect(batch.count == texts.count)
        for (place, text) in texts.enumerated() {
            #expect(Array(batch.item(place)) == (try ItemCoder.encodeItem(text)))
            #expect(WholeText.text(in: batch.item(place)).map { Array($0) } == Array(text.utf8))
        }
    }

    @Test func `any run of it is whole frames`() throws {
        let batch = try batch()
        for first in texts.indices {
            for last in first..<texts.count {
                let buffer = FrameBuffer()
                var rest = batch.frames(first..<last + 1)
                while !rest.isEmpty {
                    _ = try buffer.fill { room in
                        let count = min(room.count, rest.count)
                        room.copyBytes(from: rest.prefix(count))
                        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                        return count
                    }
                }
                var found: [String] = []
                while let (kind, payload) = buffer.peek() {
                    #expect(kind == .item)
                    found.append(try ItemCoder.decodeItem(String.self, from: Array(payload)))
                    buffer.removeFirst()
                }
                #expect(found == Array(texts[first...last]))
            }
        }
    }

    @Test func `an emptied batch starts anew`() throws {
        let batch = try batch()
        batch.removeAll()
        #expect(batch.count == 0 && batch.byteCount == 0 && batch.frames(0..<0).isEmpty)
        try batch.append("x")
        #expect(Array(batch.item(0)) == (try ItemCoder.encodeItem("x")))
    }

    @Test func `what is no whole text is none`() throws {
        for item in [try ItemCoder.encodeItem(["a"]), try ItemCoder.encodeItem(1), [], [1]] {
            #expect(item.withUnsafeBytes { WholeText.text(in: $0) == nil })
        }
    }
}

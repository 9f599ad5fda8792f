import MaizeCore
@testable import MaizeSteps
import MaizeWire
import Testing

/// Items that a test hands to an input.
private final class ItemList: ItemReceiver {
    var items: [[UInt8]]
    var receivedCount = 0
    private var lent: UnsafeMutableRawBufferPointer?

    init(_ items: [[UInt8]]) { self.items = items }

    func nextPayload() throws -> UnsafeRawBufferPointer? {
        guard let item = items.first else { return nil }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: item.count, alignment: 8)
        copy.copyBytes(from: item)
        lent = copy
        return UnsafeRawBufferPointer(copy)
    }

    func removePayload() {
        items.removeFirst()
        lent?.deallocate()
    }

    var itemHasFiles: Bool { false }
    var files: (any ReceivedFiles)? { nil }
    var peerName: String { "peer.out" }
    var isReady: Bool { hasItem }
    var hasItem: Bool { !items.isEmpty }
    var hasEnded: Bool { true }
    var isActive: Bool { hasItem }
    func close() {}
}

@Suite struct TextInputTests {
    private func texts(_ items: [[UInt8]]) throws -> [String] {
        let input = Input<String>()
        input.attach(ItemList(items))
        var texts: [String] = []
        while try input.nextText({ texts.append(String(decoding: $0, as: UTF8.self)) }) {}
        return texts
    }

    @Test func `a text is the same with and without names behind it`() throws {
        let encoder = ItemEncoder()
        let items = try [Phrase.pair(left: "x", right: "y"), .text("é"), .text("")].map { phrase in
            let buffer = ByteBuffer()
            try encoder.encode(phrase, into: buffer)
            return Array(buffer.bytes)
        }
        #expect(items[1].withUnsafeBytes { WholeText.text(in: $0) } == nil)
        #expect(try texts([items[1], ItemCoder.encodeItem("b"), items[2]]) == ["é", "b", ""])
    }

    @Test func `what is no text is an error that names the sender`() throws {
        let error = #expect(throws: WorkflowError.self) { try texts([ItemCoder.encodeItem(7)]) }
        #expect(error?.message.contains("what peer.out sent is no String") == true)
    }
}

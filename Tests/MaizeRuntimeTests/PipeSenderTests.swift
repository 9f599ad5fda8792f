import MaizeCore
import MaizeSystem
import MaizeWire
import Synchronization
import Testing

@testable import MaizeRuntime

/// One end of a channel in this process, with the other end's descriptors in the test's hands.
final class SenderUnderTest {
    let sender: PipeSender
    let waiter: NodeWaiter
    let data: Descriptor
    let credit: Descriptor

    init(capacity: Int = 4, sharedCount: SharedCounter? = nil) throws {
        var dataPipe = try MaizeSystem.Pipe()
        var creditPipe = try MaizeSystem.Pipe()
        data = dataPipe.takeReadEnd()
        credit = creditPipe.takeWriteEnd()
        try data.setNonBlocking()
        waiter = try NodeWaiter()
        let end = LaunchMessage.ChannelEnd(
            port: "out",
            index: nil,
            channel: 0,
            data: dataPipe.takeWriteEnd().release(),
            credit: creditPipe.takeReadEnd().release(),
            capacity: capacity,
            peer: "reader.inp",
            toleratesSender: false
        )
        let node = NodeFiles(node: "writer", workDirectory: { "/none" }, checkStop: {})
        sender = try PipeSender(end, label: "out", waiter: waiter, node: node, sharedCount: sharedCount)
        waiter.add(sender)
    }

    /// Takes in everything that is in the pipe now.
    func drain(into buffer: FrameBuffer) throws {
        while let count = try buffer.fill({ room throws(SystemError) in try data.read(into: room) }), count > 0 {}
    }
}

@Suite(.timeLimit(.minutes(10)))
struct PipeSenderTests {
    @Test func `a send that is stopped in the middle of an item is followed by nothing`() throws {
        let under = try SenderUnderTest()
        let waits = Mutex(false)
        nonisolated(unsafe) let waiter = under.waiter  // shutDown() is made to be called from another thread
        under.waiter.publish = { status, _ in
            // Published once the wait for space has lasted: the item is half written.
            if status == .waitingForOutput {
                waits.withLock { $0 = true }
                waiter.shutDown()
            }
        }
        #expect(throws: Stop(.shutdown)) { try under.sender.send([UInt8](repeating: 1, count: 4 << 20)) }
        #expect(waits.withLock { $0 })

        let buffer = FrameBuffer()
        try under.drain(into: buffer)
        under.sender.close(.finished)
        try under.drain(into: buffer)
        #expect(buffer.completeFrames == 0)
        #expect(buffer.closeReason == nil)
        #expect(buffer.missingBytes ?? 0 > 1 << 20)
    }

    @Test func `whatever way items are sent, they are counted where the coordinator sees it`() throws {
        let file = try CounterBoard.makeFile(channels: 1)
        let board = try CounterBoard(mapping: file, channels: 1)
        let under = try SenderUnderTest(capacity: 64, sharedCount: board.sentCounter(of: 0))
        try under.sender.send(1)
        #expect(board.sent(on: 0) == 1)
        try under.sender.send(contentsOf: [2, 3])
        #expect(board.sent(on: 0) == 3)
        try under.sender.send(encoded: UnsafeRawBufferPointer(start: nil, count: 0))
        #expect(board.sent(on: 0) == 4)
        let batch = TextBatch()
        for text in ["a", "b", "c"] { try batch.append(text) }
        try under.sender.send(batch)
        #expect(board.sent(on: 0) == 7)
    }

    @Test func `what stands before an item that cannot be encoded was sent`() throws {
        struct Refusing: Encodable {
            struct Refusal: Error {}
            let number: Int

            func encode(to encoder: any Encoder) throws {
                if number == 3 { throw Refusal() }
                try number.encode(to: encoder)
            }
        }
        let under = try SenderUnderTest(capacity: 64)
        #expect(throws: Refusing.Refusal.self) {
            try under.sender.send(contentsOf: [1, 2, 3, 4].map(Refusing.init))
        }
        #expect(under.sender.sentCount == 2)
        try under.sender.send(5)
        let buffer = FrameBuffer()
        try under.drain(into: buffer)
        var items: [Int] = []
        while let (_, payload) = buffer.peek() {
            items.append(try ItemDecoder().decode(Int.self, from: payload))
            buffer.removeFirst()
        }
        #expect(items == [1, 2, 5])
    }

    @Test func `items come out as frames in order, then the close frame`() throws {
        let under = try SenderUnderTest()
        try under.sender.send(7)
        try under.sender.send(contentsOf: [8, 9])
        under.sender.close(.finished)
        under.sender.close(.broken(by: "nobody"))

        let buffer = FrameBuffer()
        try under.drain(into: buffer)
        var items: [Int] = []
        while let (kind, payload) = buffer.peek() {
            #expect(kind == .item)
            items.append(try ItemDecoder().decode(Int.self, from: payload))
            buffer.removeFirst()
        }
        #expect(items == [7, 8, 9])
        #expect(buffer.closeReason == .finished)
    }
}

import MaizeCore
import MaizeWire
import Testing

/// Row M23, and the several channels of M25.
@Suite struct OutputTests {
    let flow = Workflow("test")

    @Test func `what is sent goes to the channel`() throws {
        let node = try flow.add(NumberSource.self)
        let sender = FakeSender()
        node.out.attach(sender)
        try node.out.send(1)
        try node.out.send(contentsOf: [2, 3])
        try node.out.send(contentsOf: [])
        #expect(try sender.values(Int.self) == [1, 2, 3])
        #expect(node.out.isActive)
        node.out.close()
        #expect(sender.closed == .finished)
        #expect(!node.out.isActive)
    }

    @Test func `without a channel an optional output takes everything, another one nothing`() throws {
        let optional = try flow.add(ManyParameters.self).out
        try optional.send(1)
        try optional.send(contentsOf: [1, 2])
        let required = try flow.add(NumberSource.self).out
        #expect(refusal(.usage) { try required.send(1) }?.contains("is not connected") == true)
        #expect(refusal(.usage) { try required.send(contentsOf: [1]) } != nil)
        #expect(!required.isActive)
        required.close()
    }

    @Test func `a receiver that has gone stops the sender`() throws {
        let node = try flow.add(NumberSource.self)
        let sender = FakeSender()
        node.out.attach(sender)
        sender.receiverIsGone = true
        #expect(!node.out.isActive)
        #expect(throws: Stop(.receiverGone(port: "out"))) { try node.out.send(1) }
    }

    @Test func `an ended branch is left out, and the last one stops the node`() throws {
        let spread = try flow.add(Spread.self)
        let senders = [FakeSender(), FakeSender(), FakeSender()]
        for sender in senders { spread.out.addElement().attach(sender) }
        senders[1].patience = 1
        for number in 1...3 { try spread.out.sendToEach { try $0.send(number) } }
        #expect(try senders.map { try $0.values(Int.self) } == [[1, 2, 3], [1], [1, 2, 3]])
        senders[0].receiverIsGone = true
        senders[2].patience = 0
        #expect(throws: Stop.self) { try spread.out.sendToEach { try $0.send(4) } }
        #expect(!spread.out.isActive)
    }

    @Test func `an error of a branch that lives is not swallowed`() throws {
        struct Odd: Error {}
        let spread = try flow.add(Spread.self)
        for _ in 0..<2 { spread.out.addElement().attach(FakeSender()) }
        #expect(throws: Odd.self) { try spread.out.sendToEach { _ in throw Odd() } }
        #expect(throws: Stop(.shutdown)) { try spread.out.sendToEach { _ in throw Stop(.shutdown) } }
    }
}

import MaizeCore
import MaizeWire
import Testing

/// Rows M17, M18, M20 and M21.
@Suite struct InputTests {
    let node: ManyInputs

    init() throws { node = try Workflow("test").add(ManyInputs.self, name: "node") }

    @Test func `without a channel the default is received again and again`() throws {
        #expect(try node.defaulted.receive() == 17)
        #expect(try node.defaulted.receive() == 17)
        #expect(try node.defaulted.next() == 17)
        #expect(node.defaulted.ready && node.defaulted.isActive)
    }

    @Test func `a value that was set takes the place of the default`() throws {
        try node.defaulted.set(4)
        #expect(try node.defaulted.receive() == 4)
        try node.required.set(5)
        #expect(try node.required.receiveOptional() == 5)
    }

    @Test func `a channel takes the place of the default`() throws {
        let receiver = try FakeReceiver([1, 2], end: .finished)
        node.defaulted.attach(receiver)
        #expect(try node.defaulted.receive() == 1)
        #expect(try node.defaulted.receive() == 2)
        #expect(throws: Stop(.inputFinished(port: "defaulted"))) { try node.defaulted.receive() }
        #expect(receiver.receivedCount == 2)
    }

    @Test func `without a channel and a value an optional input gives nil, a required one is misused`() throws {
        #expect(try node.optional.receiveOptional() == nil)
        #expect(try node.optional.next() == nil)
        #expect(try node.required.receiveOptional() == nil)
        #expect(!node.optional.ready && !node.optional.isActive)
        for message in [
            refusal(.usage) { _ = try node.required.receive() }, refusal(.usage) { _ = try node.required.next() },
            refusal(.usage) { _ = try node.optional.receive() },
        ] {
            #expect(message?.contains("is not connected") == true)
        }
    }

    @Test func `at the end of a stream next gives nil and receive the stop`() throws {
        node.required.attach(try FakeReceiver([1], end: .finished))
        #expect(try node.required.next() == 1)
        #expect(try node.required.next() == nil)
        #expect(try node.required.receiveOptional() == nil)
        #expect(throws: Stop.self) { try node.required.receive() }
    }

    @Test func `a broken stream is an error after its last item, whatever is asked`() throws {
        node.required.attach(try FakeReceiver([1], end: .broken(by: "a")))
        #expect(try node.required.next() == 1)
        let error = StreamBroken(port: "inp", culprit: "a")
        #expect(throws: error) { try node.required.next() }
        #expect(throws: error) { try node.required.receive() }
        #expect(throws: error) { try node.required.receiveOptional() }
    }

    @Test func `an ended stream with one item left is active, then not`() throws {
        let receiver = try FakeReceiver([1])
        node.required.attach(receiver)
        #expect(node.required.ready && node.required.isActive)
        receiver.finish()
        #expect(node.required.ready && node.required.isActive)
        _ = try node.required.receive()
        #expect(!node.required.ready && !node.required.isActive)
    }

    @Test func `an open stream without items is active and not ready`() throws {
        node.required.attach(try FakeReceiver())
        #expect(!node.required.ready && node.required.isActive)
        #expect(throws: FakeReceiver.WouldWait.self) { try node.required.receiveOptional() }
    }

    @Test func `a cached input gives the last item again until a new one comes`() throws {
        let receiver = try FakeReceiver([1])
        node.cached.attach(receiver)
        #expect(try [node.cached.receive(), node.cached.receive()] == [1, 1])
        try receiver.put(2)
        #expect(try [node.cached.receive(), node.cached.receive()] == [2, 2])
        receiver.finish()
        #expect(try node.cached.receive() == 2)
        #expect(node.cached.ready && node.cached.isActive)
    }

    @Test func `a cached input waits for its first item, and stops when none ever came`() throws {
        let receiver = try FakeReceiver()
        node.cached.attach(receiver)
        #expect(!node.cached.ready)
        #expect(throws: FakeReceiver.WouldWait.self) { try node.cached.receive() }
        receiver.finish()
        #expect(throws: Stop.self) { try node.cached.receive() }
        #expect(!node.cached.isActive)
    }

    @Test func `a cached input does not hide that its stream was cut short`() throws {
        node.cached.attach(try FakeReceiver([1], end: .broken(by: "a")))
        #expect(try node.cached.receive() == 1)
        #expect(throws: StreamBroken.self) { try node.cached.receive() }
    }

    @Test func `an item of another type is refused with who sent it, and the next one is good`() throws {
        let receiver = try FakeReceiver(["text"])
        try receiver.put(2)
        node.required.attach(receiver)
        #expect(refusal(.value) { _ = try node.required.receive() }?.contains("what peer.out sent is no Int") == true)
        #expect(try node.required.receive() == 2)
    }

    @Test func `a for loop ends with the stream, and keeps the error of a broken one`() throws {
        node.required.attach(try FakeReceiver([1, 2], end: .finished))
        #expect(Array(node.required) == [1, 2])
        #expect(node.pendingError == nil)
        node.required.attach(try FakeReceiver([3], end: .broken(by: "a")))
        #expect(Array(node.required) == [3])
        #expect(node.pendingError as? StreamBroken == StreamBroken(port: "inp", culprit: "a"))
    }

    @Test func `items are lent as they were encoded`() throws {
        node.required.attach(try FakeReceiver([300], end: .finished))
        #expect(try node.required.nextEncoded { Array($0.bytes) } == ItemCoder.encodeItem(300))
        #expect(try node.required.nextEncoded { Array($0.bytes) } == nil)
        #expect(try node.defaulted.nextEncoded { Array($0.bytes) } == ItemCoder.encodeItem(17))
    }

    @Test func `closing an input tells its sender`() throws {
        let receiver = try FakeReceiver([1])
        node.required.attach(receiver)
        node.required.close()
        #expect(receiver.isClosed)
        node.optional.close()
    }
}

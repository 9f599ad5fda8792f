import MaizeWire
import Testing

@Suite struct DeadlockWaitTests {
    private func channel(_ port: String, _ need: DeadlockWait.Need, _ queued: Int) -> DeadlockWait.Channel {
        .init(port: port, need: need, peer: "peer", peerPort: "out", queued: queued, capacity: 64)
    }

    @Test(
        arguments: [
            (.item, 0, "a waits for an item on 'inp' from peer (0 of 64 items)"),
            (.room, 64, "a waits for room on 'inp' to peer (64 of 64 items)"),
            (.memory, 3, "a waits for memory on 'inp' to peer (3 of 64 items)"),
        ] as [(DeadlockWait.Need, Int, String)]
    )
    func `a wait names port, peer and fill`(need: DeadlockWait.Need, queued: Int, line: String) {
        #expect(DeadlockWait(node: "a", channels: [channel("inp", need, queued)]).description == line)
    }

    @Test func `of many channels three are named and the others counted`() {
        let wait = DeadlockWait(node: "merge", channels: (0..<5).map { channel("inp[\($0)]", .item, 0) })
        #expect(wait.description.hasSuffix("'inp[2]' from peer (0 of 64 items), or 2 more"))
        #expect(wait.description.ranges(of: ", or ").count == 3)
    }
}

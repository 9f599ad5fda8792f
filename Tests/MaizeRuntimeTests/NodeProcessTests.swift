import MaizeSystem
import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite(.timeLimit(.minutes(10)))
struct NodeProcessTests {
    @Test func `a node that sends without end is left for others in between, and nothing is lost`() throws {
        var pair = try SocketPair()
        let peer = pair.takePeerEnd()
        let process = try SpawnRequest(executable: "/bin/true", arguments: ["true"], environment: []).start()
        let node = try NodeProcess(index: 0, path: "node", process: process, control: pair.takeOwnEnd())
        let frame = try MessageFraming.frame(HostMessage.returned([[UInt8](repeating: 7, count: 100)]))
        // In one piece: many small ones would not find room in the socket.
        try Array(repeatElement(frame, count: 500).joined()).withUnsafeBytes { try peer.sendAll($0) }

        var count = 0
        #expect(try node.receive(reads: 1) { _ in count += 1 })
        #expect((1..<500).contains(count))
        let first = count
        #expect(try node.receive(reads: 1) { _ in count += 1 })
        #expect(count > first && count < 500)
        #expect(try node.receive { _ in count += 1 })
        #expect(count == 500)
        _ = consume peer
        #expect(try !node.receive { _ in count += 1 })
        _ = node.process.reap()
    }
}

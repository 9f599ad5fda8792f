import ChannelConformance
import Maize
import MaizeCore
import MaizeRuntime
import MaizeWire

@testable import MaizeTesting

final class PairSource: Node {
    let out = Output<Int>()
}

final class PairTarget: Node {
    let inp = Input<Int>()
}

/// Both ends of a channel in memory, as two nodes of one run have them.
enum MemoryPair {
    static func make(capacity: Int) throws -> ChannelPair { try make(capacity: capacity, mode: .copy) }

    static func make(capacity: Int, mode: FileMode) throws -> ChannelPair {
        try make(capacity: capacity, mode: mode, traits: [])
    }

    static func makeOnDemand(capacity: Int) throws -> ChannelPair {
        try make(capacity: capacity, mode: .copy, traits: .onDemand)
    }

    private static func make(capacity: Int, mode: FileMode, traits: ChannelTraits) throws -> ChannelPair {
        let flow = Workflow("pair")
        let source = try flow.add(PairSource.self, name: "source")
        let target = try flow.add(PairTarget.self, name: "target")
        try flow.connect(any: source.out, to: target.inp, capacity: capacity, mode: mode, traits: traits)
        // Neither end is to grow.
        let network = MemoryNetwork(try RunPlan(flow), wideningLimit: 0)
        let folder = FileFolder(network.files.folder)
        let waits = [Signal(), Signal()]
        network.didBeginToWait = { waits[$0].signal() }
        let notes = RunNotes()
        let hosts = ["source", "target"].enumerated().map { index, path in
            MemoryHost(index: index, path: path, level: .info, network: network, notes: notes)
        }
        let receiver = MemoryReceiver(channel: 0, port: "inp", peer: "source.out", network: network, host: hosts[1])
        return ChannelPair(
            sender: MemorySender(channel: 0, port: "out", network: network, host: hosts[0]),
            receiver: receiver,
            senderWaits: waits[0],
            receiverWaits: waits[1],
            folder: hosts[0].workDirectory,
            owner: [hosts, folder] as AnyObject,
            waitForNews: { try hosts[1].waitForNews(of: [receiver], seconds: $0) },
            shutDown: network.shutDown
        )
    }
}

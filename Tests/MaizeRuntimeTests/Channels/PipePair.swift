import ChannelConformance
import MaizeCore
import MaizeSystem
import MaizeWire
import TemporaryFiles

@testable import MaizeRuntime

/// Both ends of a channel of two pipes, each with the waiter of a node of its own.
final class PipePair {
    let sender: PipeSender
    let receiver: PipeReceiver
    private let sending: NodeWaiter
    private let receiving: NodeWaiter
    private let senderWaits = Signal()
    private let receiverWaits = Signal()

    /// The sender's work folder, and the receiver's inbox in it.
    private let folder: TemporaryFolder

    init(capacity: Int, mode: FileMode, traits: ChannelTraits) throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        var data = try MaizeSystem.Pipe()
        var credit = try MaizeSystem.Pipe()
        sending = try NodeWaiter()
        receiving = try NodeWaiter()
        func end(_ data: consuming Descriptor, _ credit: consuming Descriptor, _ port: String, peer: String)
            -> LaunchMessage.ChannelEnd
        {
            LaunchMessage.ChannelEnd(
                port: port,
                index: nil,
                channel: 0,
                data: data.release(),
                credit: credit.release(),
                capacity: capacity,
                peer: peer,
                toleratesSender: false,
                inbox: folder.path + "/.maize-inputs/target.inp",
                fileMode: mode.rawValue,
                traits: traits
            )
        }
        let output = end(data.takeWriteEnd(), credit.takeReadEnd(), "out", peer: "target.inp")
        let input = end(data.takeReadEnd(), credit.takeWriteEnd(), "inp", peer: "source.out")
        let node = NodeFiles(node: "source", workDirectory: { folder.path }, checkStop: {})
        sender = try PipeSender(output, label: "out", waiter: sending, node: node)
        receiver = try PipeReceiver(input, label: "inp", waiter: receiving)
        sending.add(sender)
        receiving.add(receiver)
        // Waits are published once they have lasted, and nil says that one is over.
        sending.publish = { [senderWaits] _, report in if report != nil { senderWaits.signal() } }
        receiving.publish = { [receiverWaits] _, report in if report != nil { receiverWaits.signal() } }
    }

    static func make(capacity: Int) throws -> ChannelPair { try make(capacity: capacity, mode: .copy) }

    static func make(capacity: Int, mode: FileMode) throws -> ChannelPair {
        try make(capacity: capacity, mode: mode, traits: [])
    }

    static func makeOnDemand(capacity: Int) throws -> ChannelPair {
        try make(capacity: capacity, mode: .copy, traits: .onDemand)
    }

    private static func make(capacity: Int, mode: FileMode, traits: ChannelTraits) throws -> ChannelPair {
        let pair = try PipePair(capacity: capacity, mode: mode, traits: traits)
        return ChannelPair(
            sender: pair.sender,
            receiver: pair.receiver,
            senderWaits: pair.senderWaits,
            receiverWaits: pair.receiverWaits,
            folder: pair.folder.path,
            owner: pair,
            waitForNews: { seconds in
                let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
                return try pair.receiving.waitForNews(of: [pair.receiver], until: deadline)
            },
            shutDown: {
                pair.sending.shutDown()
                pair.receiving.shutDown()
            }
        )
    }
}

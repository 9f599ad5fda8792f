package import MaizeCore

/// Both ends of one fresh channel, each for one thread.
package struct ChannelPair {
    package let sender: any ItemSender
    package let receiver: any ItemReceiver
    /// What the ports are called in what the ends throw.
    package let outputName: String
    package let inputName: String
    /// Given each time that the sender, or the receiver, has begun to wait.
    package let senderWaits: Signal
    package let receiverWaits: Signal
    /// Waits at the receiver for an item or an end, for so many seconds at most; whether it came.
    let waitForNews: (_ seconds: Double) throws -> Bool
    /// Shuts the run down, as far as both ends know it.
    package let shutDown: () -> Void
    /// The sender's work folder; empty where no files are sent.
    package let folder: String
    /// What must live as long as the ends.
    private let owner: AnyObject

    package init(
        sender: any ItemSender,
        receiver: any ItemReceiver,
        outputName: String = "out",
        inputName: String = "inp",
        senderWaits: Signal,
        receiverWaits: Signal,
        folder: String = "",
        owner: AnyObject,
        waitForNews: @escaping (_ seconds: Double) throws -> Bool,
        shutDown: @escaping () -> Void
    ) {
        self.sender = sender
        self.receiver = receiver
        self.outputName = outputName
        self.inputName = inputName
        self.senderWaits = senderWaits
        self.receiverWaits = receiverWaits
        self.folder = folder
        self.owner = owner
        self.waitForNews = waitForNews
        self.shutDown = shutDown
    }

    /// The next item, decoded; nil at the end of the stream.
    func next<Item: Decodable>(_ type: Item.Type = Int.self) throws -> Item? {
        try ChannelPair.next(from: receiver)
    }

    /// All items until the end of the stream.
    func rest<Item: Decodable>(_ type: Item.Type = Int.self) throws -> [Item] {
        var items: [Item] = []
        while let item = try next(type) { items.append(item) }
        return items
    }
}

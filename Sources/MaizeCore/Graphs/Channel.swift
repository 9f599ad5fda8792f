package import MaizeWire

/// A connection of two ports of nodes.
package final class Channel {
    package private(set) var sender: OutputPort
    package private(set) var receiver: InputPort
    /// Items that may be under way.
    package let capacity: Int
    /// How files in its items travel.
    package let mode: FileMode
    package let traits: ChannelTraits

    /// What a channel holds where nothing else was said.
    package static let defaultCapacity = 64
    package static let maximumCapacity = 1 << 20
    package static let possibleCapacities = 1...maximumCapacity

    init(sender: OutputPort, receiver: InputPort, capacity: Int, mode: FileMode, traits: ChannelTraits) {
        self.sender = sender
        self.receiver = receiver
        self.capacity = capacity
        self.mode = mode
        self.traits = traits
    }

    /// Lets items come from another output, to which nothing is connected.
    package func move(sender port: OutputPort) {
        sender.channel = nil
        sender = port
        port.channel = self
    }

    /// Lets items go to another input, to which nothing is connected.
    package func move(receiver port: InputPort) {
        receiver.channel = nil
        receiver = port
        port.channel = self
    }

    package var description: String { "\(sender.location) -> \(receiver.location)" }
}

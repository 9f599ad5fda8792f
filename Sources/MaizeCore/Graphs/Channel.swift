/// A connection of two ports of nodes.
package final class Channel {
    package let sender: OutputPort
    package let receiver: InputPort
    /// Items that may be under way.
    package let capacity: Int

    /// What a channel holds where nothing else was said.
    package static let defaultCapacity = 64
    package static let maximumCapacity = 1 << 20
    package static let possibleCapacities = 1...maximumCapacity

    init(sender: OutputPort, receiver: InputPort, capacity: Int) {
        self.sender = sender
        self.receiver = receiver
        self.capacity = capacity
    }

    package var description: String { "\(sender.location) -> \(receiver.location)" }
}

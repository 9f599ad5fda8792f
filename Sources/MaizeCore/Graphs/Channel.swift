/// A connection of two ports of nodes.
package final class Channel {
    package let sender: OutputPort
    package let receiver: InputPort
    /// Items that may be under way.
    package let capacity: Int
    /// How files in its items travel.
    package let mode: FileMode

    /// What a channel holds where nothing else was said.
    package static let defaultCapacity = 64
    package static let maximumCapacity = 1 << 20
    package static let possibleCapacities = 1...maximumCapacity

    init(sender: OutputPort, receiver: InputPort, capacity: Int, mode: FileMode) {
        self.sender = sender
        self.receiver = receiver
        self.capacity = capacity
        self.mode = mode
    }

    package var description: String { "\(sender.location) -> \(receiver.location)" }
}

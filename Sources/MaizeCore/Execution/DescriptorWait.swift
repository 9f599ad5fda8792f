package import MaizeWire

/// What a node waits for outside of its channels: descriptors of files and commands, beside an input.
package struct DescriptorWait {
    /// One descriptor, and what is wanted of it.
    package struct Interest {
        /// The number, which stays open during the wait.
        package var number: Int32
        /// What ends the wait; the end of the other side always does.
        package var goal: Goal
        /// Whether the wait has found the goal reached, or the other side gone.
        package var isReady = false

        package init(_ number: Int32, _ goal: Goal) {
            self.number = number
            self.goal = goal
        }
    }

    package enum Goal {
        case readable, writable
        /// Nothing but the end of the other side.
        case hangup
    }

    package var interests: [Interest]
    /// An item or an end here ends the wait too.
    package var receiver: (any ItemReceiver)?
    /// What the node shows meanwhile.
    package var status: NodeStatus

    package init(_ interests: [Interest] = [], or receiver: (any ItemReceiver)? = nil, as status: NodeStatus) {
        self.interests = interests
        self.receiver = receiver
        self.status = status
    }

    /// Whether the descriptor was found ready.
    package func isReady(_ number: Int32?) -> Bool { interests.contains { $0.number == number && $0.isReady } }
}

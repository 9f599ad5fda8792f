internal import MaizeWire
@testable import MaizeRuntime

/// A node of a simulated network: a script that is run a few times, and what the node sends to the coordinator.
struct SimulatedNode {
    /// One step of a script.
    enum Action {
        /// Takes an item from any of the inputs or sends one to any of the outputs, waiting until one is possible.
        case transfer(inputs: [Int], outputs: [Int], isPure: Bool)
        /// Waits for an item from one channel.
        static func receive(_ channel: Int) -> Action {
            .transfer(inputs: [channel], outputs: [], isPure: true)
        }
        /// Waits for room on one channel and sends an item.
        static func send(_ channel: Int) -> Action {
            .transfer(inputs: [], outputs: [channel], isPure: true)
        }
        /// Takes time without waiting for anybody.
        case compute
        /// Closes the node's end of a channel.
        case close(Int)
    }

    /// A message to the coordinator.
    enum Message {
        case report(WaitReport)
        case resumed
        case ended
    }

    let script: [Action]
    /// How often the script is run before the node ends.
    let passes: Int
    var actionsDone = 0
    var wait: Wait?
    var isPublished = false
    var hasBeenPublished = false
    var hasEnded = false
    var widenings = 0
    /// Messages under way to the coordinator, in order.
    var outbox: [Message] = []
    /// Widenings under way from the coordinator, in order.
    var inbox: [WideningPolicy.Widening] = []

    var action: Action? {
        actionsDone < passes * script.count ? script[actionsDone % script.count] : nil
    }
}

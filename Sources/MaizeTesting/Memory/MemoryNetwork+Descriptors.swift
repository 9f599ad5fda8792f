internal import MaizeCore
internal import MaizeSystem

/// Wakes a node of a run in memory that waits for descriptors.
final class DescriptorWake: Sendable {
    private let event: WakeEvent

    init() throws { event = try WakeEvent() }

    func signal() { event.signal() }
    var number: Int32 { event.descriptor.number }
}

/// Waiting for what is outside of the run.
extension MemoryNetwork {
    /// Waits until a descriptor is ready, or there is news on the channel of the receiver beside them.
    ///
    /// Such a node counts as one that can move: what it waits for is nobody's of this run.
    func wait(_ node: Int, for wait: inout DescriptorWait, wake: DescriptorWake) throws {
        let channel = (wait.receiver as? MemoryReceiver)?.channel
        let hasNews = try lobby.locked {
            if isShutDown { throw Stop(.shutdown) }
            if let channel, channels[channel].hasNews { return true }
            if channel != nil { askForItems(node) }
            waits[node] = .descriptors(orItemOn: channel, wake)
            return false
        }
        defer { lobby.locked { waits[node] = nil } }
        var set = PollSet()
        for interest in wait.interests {
            switch interest.goal {
            case .readable: set.add(interest.number, .readable)
            case .writable: set.add(interest.number, .writable)
            case .hangup: set.add(interest.number, [])
            }
        }
        set.add(wake.number, .readable)
        _ = try set.wait(milliseconds: hasNews ? 0 : nil)
        for place in wait.interests.indices { wait.interests[place].isReady = !set.events(at: place).isEmpty }
        if isShutDown { throw Stop(.shutdown) }
    }
}

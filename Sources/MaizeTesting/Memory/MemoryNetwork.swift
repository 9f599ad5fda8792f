internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem
internal import MaizeWire
internal import Synchronization

/// What a node of a run in memory waits for.
enum MemoryWait {
    /// An item, or an end, on any of these channels.
    case items([Int])
    /// Room in any of these channels.
    case room([Int])
    /// A file or a command, or an item on the channel; the event wakes it.
    case descriptors(orItemOn: Int?, DescriptorWake)
    /// A moment, or an item or an end on any of these channels before it; the node then goes on by itself.
    case time(orItemsOn: [Int])
}

/// All channels of one run in memory, and who waits for what.
///
/// One lock guards all of it. That makes the finding of deadlocks exact: whoever goes to sleep as the last one knows
/// under the lock that nobody else can move. A wait is taken back by whoever ends it, not by the one who wakes up.
final class MemoryNetwork: @unchecked Sendable {
    // Unchecked: every `var` is touched under the lock of `lobby` only.
    let names: MemoryNames
    let files: MemoryFiles
    let lobby: WaitingRoom
    var channels: [MemoryChannel]
    var waits: [MemoryWait?]
    var hasEnded: [Bool]
    /// The channels on demand into each node.
    private let onDemand: [[Int]]
    /// Nodes that compute, or wait for no more than time.
    var movingCount: Int
    /// Items by which channels may still be widened.
    var wideningLeft: Int
    /// Who waits for what in a deadlock.
    var deadlock: [String] = []
    /// Told of each wait as it begins, under the lock.
    var didBeginToWait: (_ node: Int) -> Void = { _ in }
    private var liveCount: Int
    private let shutdown = Atomic<Bool>(false)

    init(_ plan: RunPlan, wideningLimit: Int) {
        names = MemoryNames(plan)
        files = MemoryFiles(plan)
        let standsForTest = names.standsForTest
        channels = plan.channels.map {
            // The test has sent all that it sends before a node starts, and takes all that it gets after the last ended.
            let isOpenEnded = standsForTest[$0.sender] || standsForTest[$0.receiver]
            return MemoryChannel(
                sender: $0.sender,
                receiver: $0.receiver,
                capacity: isOpenEnded ? .max : $0.capacity,
                isOnDemand: !isOpenEnded && $0.channel.traits.contains(.onDemand)
            )
        }
        onDemand = plan.nodes.map { $0.inputs.filter { plan.channels[$0].channel.traits.contains(.onDemand) } }
        // The last seat is for who waits for the end of the run.
        lobby = WaitingRoom(seats: plan.nodes.count + 1)
        waits = plan.nodes.map { _ in nil }
        hasEnded = standsForTest
        liveCount = standsForTest.count { !$0 }
        movingCount = liveCount
        wideningLeft = wideningLimit
    }

    // MARK: Waiting, inside the lock

    /// Sleeps until somebody ends the wait for `goal`.
    func wait(_ node: Int, for goal: MemoryWait) {
        waits[node] = goal
        if case .items = goal { askForItems(node) }
        didBeginToWait(node)
        movingCount -= 1
        settleIfQuiet()
        while waits[node] != nil { lobby.sleep(on: node) }
    }

    /// Gives room on the channels on demand into `node`, which has found no item.
    func askForItems(_ node: Int) {
        for channel in onDemand[node] {
            channels[channel].ask()
            wakeIfReached(channels[channel].sender)
        }
    }

    /// Ends the wait of `node` if it has what it waits for.
    func wakeIfReached(_ node: Int) {
        let isReached =
            switch waits[node] {
            case .items(let wanted), .time(let wanted): wanted.contains { channels[$0].hasNews }
            case .room(let wanted): wanted.contains { channels[$0].hasRoom || channels[$0].receiverIsGone }
            case .descriptors(let channel, _): channel.map { channels[$0].hasNews } ?? false
            case nil: false
            }
        if isReached { release(node) }
    }

    private func release(_ node: Int) {
        switch waits[node] {
        case .items, .room: movingCount += 1
        case .descriptors(_, let wake): wake.signal()
        case .time, nil: break
        }
        waits[node] = nil
        lobby.wake(node)
    }

    // MARK: Time and the run's end

    var isShutDown: Bool { shutdown.load(ordering: .relaxed) }

    /// Ends every wait: nobody sends or receives any more.
    func shutDown() { lobby.locked { shutDownLocked() } }

    func shutDownLocked() {
        shutdown.store(true, ordering: .relaxed)
        for node in waits.indices where waits[node] != nil { release(node) }
    }

    /// Sleeps until `deadline`, or throws the stop when the run's shutdown comes first.
    func pause(_ node: Int, until deadline: MonotonicTime) throws {
        try lobby.locked {
            if isShutDown { throw Stop(.shutdown) }
            wait(node, until: deadline, orItemsOn: [])
            if isShutDown { throw Stop(.shutdown) }
        }
    }

    /// Sleeps until `deadline`, or until there is news on one of the channels; called under the lock.
    ///
    /// Such a node counts as one that can move: nobody has to do anything for it to go on.
    func wait(_ node: Int, until deadline: MonotonicTime, orItemsOn wanted: [Int]) {
        waits[node] = .time(orItemsOn: wanted)
        if !wanted.isEmpty { askForItems(node) }
        didBeginToWait(node)
        while waits[node] != nil, deadline > .now { lobby.sleep(on: node, until: deadline) }
        waits[node] = nil
    }

    /// Notes that a node is done; its ends are closed.
    func ended(_ node: Int) {
        lobby.locked {
            hasEnded[node] = true
            liveCount -= 1
            movingCount -= 1
            if liveCount == 0 { lobby.wake(waits.count) } else { settleIfQuiet() }
        }
    }

    /// Waits for the end of all nodes; false when the deadline comes first.
    func waitForEnd(until deadline: MonotonicTime?) -> Bool {
        lobby.locked {
            while liveCount > 0 {
                if let deadline, deadline <= .now { return false }
                lobby.sleep(on: waits.count, until: deadline)
            }
            return true
        }
    }
}

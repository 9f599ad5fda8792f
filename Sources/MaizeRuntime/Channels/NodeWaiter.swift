internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire
internal import Synchronization

/// What a node can wait for; any one of the listed ends is enough.
enum WaitGoal {
    case item(from: PipeReceiver)
    case items(fromAnyOf: [PipeReceiver])
    case room(onAnyOf: [PipeSender])
    case bytes(on: [PipeSender])
    /// A file or a command, or an item.
    case descriptors(ForeignDescriptors)
    /// Nothing but time.
    case time

    /// The status that a node shows while it waits for this.
    var status: NodeStatus {
        switch self {
        case .item, .items: .waitingForInput
        case .room, .bytes: .waitingForOutput
        case .descriptors(let foreign): foreign.wait.status
        case .time: .running
        }
    }

    /// Whether nothing but time is waited for.
    var isTime: Bool {
        if case .time = self { return true }
        return false
    }

    /// Whether the wait is over as soon as one of its descriptors is ready.
    var endsWhenReady: Bool {
        switch self {
        case .bytes, .descriptors: true
        case .item, .items, .room, .time: false
        }
    }

    func includes(_ receiver: PipeReceiver) -> Bool {
        switch self {
        case .item(let wanted): wanted === receiver
        case .items(let wanted): wanted.contains { $0 === receiver }
        case .descriptors(let foreign): foreign.receiver === receiver
        case .room, .bytes, .time: false
        }
    }

    /// Whether an item is waited for, from whomever.
    var wantsItem: Bool {
        switch self {
        case .item, .items: true
        case .descriptors(let foreign): foreign.receiver != nil
        case .room, .bytes, .time: false
        }
    }

    /// The wait as the finder of deadlocks takes it; it is pure when no time ends it.
    func wait(isPure: Bool) -> Wait {
        switch self {
        case .item(let wanted): Wait(inputs: wanted.isOpen ? [wanted.channel] : [], isPure: isPure)
        case .items(let wanted): Wait(inputs: wanted.filter(\.isOpen).map(\.channel), isPure: isPure)
        case .room(let senders): Wait(roomOn: senders.map(\.channel), isPure: isPure)
        case .bytes(let senders): Wait(bytesOn: senders.map(\.channel), isPure: isPure)
        // What is outside of the run can always end the wait: it is part of no knot.
        case .descriptors, .time: Wait(isPure: false)
        }
    }
}

/// A wait for descriptors that are not the runtime's, with what was found ready.
final class ForeignDescriptors {
    var wait: DescriptorWait
    let receiver: PipeReceiver?

    init(_ wait: DescriptorWait) {
        self.wait = wait
        receiver = wait.receiver as? PipeReceiver
    }

    /// Adds the descriptors to those that a `poll` looks at.
    func add(to set: inout PollSet) {
        for interest in wait.interests {
            switch interest.goal {
            case .readable: set.add(interest.number, .readable)
            case .writable: set.add(interest.number, .writable)
            case .hangup: set.add(interest.number, [])
            }
        }
    }

    /// Marks what the `poll` found ready; they were added from `start` on.
    func mark(from set: borrowing PollSet, at start: Int) {
        for place in wait.interests.indices {
            wait.interests[place].isReady = !set.events(at: start + place).isEmpty
        }
    }
}

/// The one place where a node waits: a `poll` over every descriptor that can end the wait.
///
/// While it waits it reads ahead on all open inputs, so that no sender hangs in a full pipe whose reader is busy with
/// another one, and before it waits it gives back every credit that it owes elsewhere.
final class NodeWaiter {
    private let wake: WakeEvent
    private let shutdown = Atomic<Bool>(false)
    private let growth = Mutex<[Growth]>([])
    /// Looked at in each wait, so that the lock is taken only when there is something behind it.
    private let hasGrowth = Atomic<Bool>(false)
    @exclusivity(unchecked) private var set = PollSet()
    @exclusivity(unchecked) private var receivers: [PipeReceiver] = []
    @exclusivity(unchecked) private var senders: [PipeSender] = []
    private var widenings = 0
    private(set) var brokenStream: StreamBroken?
    /// Told of waits that last; nil means that the node runs again.
    var publish: (NodeStatus, WaitReport?) -> Void = { _, _ in }

    /// More room for one channel, as the coordinator asks for it.
    struct Growth: Sendable {
        var channel: Int
        var credits: Int
        var bytes: Int
    }

    /// A wait of this length is published, in milliseconds.
    private static let publishAfter: Int32 = 5

    init() throws {
        wake = try WakeEvent()
    }

    func add(_ receiver: PipeReceiver) { receivers.append(receiver) }
    func add(_ sender: PipeSender) { senders.append(sender) }

    // MARK: From the control thread

    var isShutDown: Bool { shutdown.load(ordering: .relaxed) }

    func shutDown() {
        shutdown.store(true, ordering: .relaxed)
        wake.signal()
    }

    func grow(_ more: Growth) {
        growth.withLock { $0.append(more) }
        hasGrowth.store(true, ordering: .relaxed)
        wake.signal()
    }

    // MARK: Broken streams

    /// What cut the first stream short that the node has met.
    var brokenStreamCulprit: String? { brokenStream?.culprit }
    func note(_ broken: StreamBroken) { brokenStream = brokenStream ?? broken }

    /// The stop of a shutdown, for a node that wanted to receive or send: its streams are cut short, whatever its code
    /// makes of the stop.
    func shutdownStop() -> Stop {
        note(StreamBroken(port: "", culprit: NodeWaiter.shutdownCulprit))
        return Stop(.shutdown)
    }

    private static let shutdownCulprit = "the run's shutdown"

    // MARK: Waiting

    /// Waits until `goal` is reached or `deadline` has passed.
    ///
    /// - Throws: `Stop` when the run is shut down.
    func wait(for goal: WaitGoal, until deadline: MonotonicTime? = nil) throws {
        var published = false
        var reportIsFresh = false
        defer { if published { publish(.running, nil) } }
        while true {
            if isShutDown { throw goal.isTime ? Stop(.shutdown) : shutdownStop() }
            if carryOutGrowth() { reportIsFresh = false }
            if isReached(goal) { return }
            for receiver in receivers where receiver.isOnDemand ? goal.wantsItem : !goal.includes(receiver) {
                receiver.returnCredits()
            }
            let limited = limitedCount
            var timeout: Int32? = reportIsFresh ? nil : NodeWaiter.publishAfter
            if let left = deadline?.millisecondsFromNow { timeout = min(left, timeout ?? left) }
            switch try poll(goal, timeout: timeout) {
            case .goalReached: if goal.endsWhenReady { return }
            case .somethingElse:
                if limited != limitedCount { reportIsFresh = false }
                // What goes on elsewhere must not carry the wait beyond its end.
                if let deadline, deadline <= .now { return }
            case .nothing:
                if let deadline, deadline <= .now { return }
                guard !reportIsFresh else { continue }
                let report = report(goal, isPure: deadline == nil)
                // What the report counts must still hold the wait up: a pipe may have been read meanwhile.
                guard try poll(goal, timeout: 0) == .nothing else { continue }
                publish(goal.status, report)
                published = true
                reportIsFresh = true
            }
        }
    }

    /// Waits until an item or an end is there on any of `wanted`, looking first at the one after `start`; nil once all
    /// have ended `finished`.
    func waitForAny(of wanted: [any ItemReceiver], after start: Int) throws -> Int? {
        while true {
            if isShutDown { throw shutdownStop() }
            var isAnyOpen = false
            for step in 1...max(1, wanted.count) where !wanted.isEmpty {
                let place = (start + step) % wanted.count
                if wanted[place].hasItem { return place }
                isAnyOpen = isAnyOpen || wanted[place].isActive
            }
            guard isAnyOpen else { return nil }
            // A broken stream is active without an item until its end was met: there is nothing to wait for.
            if let broken = wanted.firstIndex(where: { $0.isActive && $0.hasEnded }) { return broken }
            // One that has ended already is no news: waiting for it would never wait.
            let open = wanted.compactMap { $0.hasEnded ? nil : $0 as? PipeReceiver }
            try wait(for: .items(fromAnyOf: open))
        }
    }

    /// Waits until an item or a broken end is there on any of `wanted`, or all have ended; false when the deadline comes
    /// first.
    ///
    /// What has come is taken in even when the deadline has passed already.
    func waitForNews(of wanted: [any ItemReceiver], until deadline: MonotonicTime) throws -> Bool {
        var hasLooked = false
        while true {
            if isShutDown { throw shutdownStop() }
            if wanted.contains(where: \.hasItemOrBreak) { return true }
            let open = wanted.compactMap { $0.hasEnded ? nil : $0 as? PipeReceiver }
            if open.isEmpty { return true }
            if hasLooked, deadline <= .now { return false }
            try wait(for: .items(fromAnyOf: open), until: deadline)
            hasLooked = true
        }
    }

    /// Waits until all outputs of any of `groups` have room, looking first at the group after `start`; the group's place,
    /// or nil once each group has an output whose receiver has ended.
    func waitForRoom(onAllOfAny groups: [[any ItemSender]], after start: Int) throws -> Int? {
        while true {
            if isShutDown { throw shutdownStop() }
            var lacking: [PipeSender] = []
            for step in 1...max(1, groups.count) where !groups.isEmpty {
                let place = (start + step) % groups.count
                let group = groups[place].compactMap { $0 as? PipeSender }
                for sender in group where !sender.hasCredit { sender.takeCredits() }
                guard group.allSatisfy(\.isActive) else { continue }
                let full = group.filter { !$0.hasCredit }
                if full.isEmpty { return place }
                lacking += full
            }
            if lacking.isEmpty { return nil }
            try wait(for: .room(onAnyOf: lacking))
        }
    }

    /// Waits until a descriptor is ready, or an item or an end is there on the input beside them.
    func wait(for descriptors: inout DescriptorWait) throws {
        let foreign = ForeignDescriptors(descriptors)
        defer { descriptors = foreign.wait }
        // An item that is there must not hide a descriptor that is ready.
        if foreign.receiver?.hasNews ?? false, try poll(.descriptors(foreign), timeout: 0) == .goalReached { return }
        try wait(for: .descriptors(foreign))
    }

    /// How many inputs are read ahead no further because of their size.
    private var limitedCount: Int {
        var count = 0
        for receiver in receivers where receiver.isAtByteLimit { count += 1 }
        return count
    }

    private func isReached(_ goal: WaitGoal) -> Bool {
        switch goal {
        case .item(let wanted): wanted.hasNews
        case .items(let wanted): wanted.contains(where: \.hasNews)
        case .room(let senders): senders.contains { $0.hasCredit || $0.receiverIsGone }
        case .descriptors(let foreign): foreign.receiver?.hasNews ?? false
        case .bytes, .time: false
        }
    }

    private enum PollResult { case goalReached, somethingElse, nothing }

    /// One `poll`, and taking in what it brings.
    private func poll(_ goal: WaitGoal, timeout: Int32?) throws -> PollResult {
        set.removeAll()
        set.add(wake.descriptor.number, .readable)
        // Inputs are added in their order, so the second walk meets the same places.
        for receiver in receivers {
            if let number = receiver.readableNumber { set.add(number, .readable) }
        }
        let goals = set.count
        switch goal {
        case .room(let senders): for sender in senders { set.add(sender.creditNumber, .readable) }
        case .bytes(let senders): for sender in senders { set.add(sender.dataNumber, .writable) }
        case .descriptors(let foreign): foreign.add(to: &set)
        case .item, .items, .time: break
        }
        guard try set.wait(milliseconds: timeout) > 0 else { return .nothing }
        if !set.events(at: 0).isEmpty { wake.clear() }
        var place = 1
        for receiver in receivers where receiver.readableNumber != nil {
            if !set.events(at: place).isEmpty { try receiver.readAhead() }
            place += 1
        }
        if case .descriptors(let foreign) = goal { foreign.mark(from: set, at: goals) }
        for place in goals..<set.count where !set.events(at: place).isEmpty {
            guard case .room(let senders) = goal else { return .goalReached }
            senders[place - goals].takeCredits()
        }
        if case .room = goal, isReached(goal) { return .goalReached }
        return .somethingElse
    }

    private func report(_ goal: WaitGoal, isPure: Bool) -> WaitReport {
        WaitReport(
            node: 0,
            wait: goal.wait(isPure: isPure),
            inputs: receivers.compactMap(\.counters),
            outputs: senders.filter(\.isOpen).map(\.counters),
            widenings: widenings
        )
    }

    private func carryOutGrowth() -> Bool {
        guard hasGrowth.load(ordering: .relaxed) else { return false }
        hasGrowth.store(false, ordering: .relaxed)
        let more = growth.withLock { list in
            defer { list.removeAll() }
            return list
        }
        for growth in more {
            widenings += 1
            receivers.first { $0.channel == growth.channel }?.widen(credits: growth.credits, bytes: growth.bytes)
        }
        return !more.isEmpty
    }
}

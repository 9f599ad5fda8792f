internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// What the ends of channels ask for.
extension MemoryNetwork {
    /// What a receiver finds.
    enum Arrival {
        case item(MemoryItem)
        case ended(CloseReason)
    }

    /// Waits until there is room for an item.
    func waitForRoom(on channel: Int, port: String) throws {
        try lobby.locked {
            while true {
                if isShutDown { throw Stop(.shutdown) }
                if channels[channel].receiverIsGone { throw Stop(.receiverGone(port: port)) }
                if channels[channel].hasRoom { return }
                wait(channels[channel].sender, for: .room([channel]))
            }
        }
    }

    /// Waits until all channels of any of `groups`, which lead from `node`, have room, looking first at the group after
    /// `start`; its place, or nil once each group has a channel whose receiver has left.
    func waitForRoom(_ node: Int, onAllOfAny groups: [[Int]], after start: Int) throws -> Int? {
        try lobby.locked {
            while true {
                if isShutDown { throw Stop(.shutdown) }
                var lacking: [Int] = []
                for step in 1...max(1, groups.count) where !groups.isEmpty {
                    let place = (start + step) % groups.count
                    if groups[place].contains(where: { channels[$0].receiverIsGone }) { continue }
                    let full = groups[place].filter { !channels[$0].hasRoom }
                    if full.isEmpty { return place }
                    lacking += full
                }
                if lacking.isEmpty { return nil }
                wait(node, for: .room(lacking))
            }
        }
    }

    /// Appends an item, as soon as there is room for it.
    func put(_ item: MemoryItem, on channel: Int, port: String) throws {
        try lobby.locked {
            while true {
                if isShutDown { throw Stop(.shutdown) }
                if channels[channel].receiverIsGone { throw Stop(.receiverGone(port: port)) }
                if channels[channel].hasRoom {
                    channels[channel].append(item)
                    return wakeIfReached(channels[channel].receiver)
                }
                wait(channels[channel].sender, for: .room([channel]))
            }
        }
    }

    /// The next item without taking it, or the end, as soon as one of both is there.
    func first(of channel: Int) throws -> Arrival {
        try lobby.locked {
            while true {
                if isShutDown { throw Stop(.shutdown) }
                if let item = channels[channel].first { return .item(item) }
                if channels[channel].receiverIsGone { return .ended(.finished) }
                if let end = channels[channel].end { return .ended(end) }
                wait(channels[channel].receiver, for: .items([channel]))
            }
        }
    }

    /// Takes the item that `first(of:)` showed: there is room for another one.
    func removeFirst(of channel: Int) {
        lobby.locked {
            channels[channel].removeFirst()
            wakeIfReached(channels[channel].sender)
        }
    }

    /// Waits until an item or a broken end is there on any of the channels that `node` receives from, looking first at
    /// the one after `start`; its place, or nil once all have ended.
    ///
    /// All of them are looked at in one moment: an item and its end may come between two looks.
    func waitForAny(_ node: Int, of wanted: [MemoryReceiver], after start: Int) throws -> Int? {
        try lobby.locked {
            while true {
                if isShutDown { throw Stop(.shutdown) }
                for step in 1...max(1, wanted.count) where !wanted.isEmpty {
                    let place = (start + step) % wanted.count
                    if channels[wanted[place].channel].hasItem { return place }
                }
                // A broken end must be met by a receive.
                let broken = wanted.firstIndex { channels[$0.channel].view.isBroken && !$0.brokenWasThrown }
                if let broken { return broken }
                let open = wanted.map(\.channel).filter { !channels[$0].hasNews }
                if open.isEmpty { return nil }
                wait(node, for: .items(open))
            }
        }
    }

    /// Waits until an item or a broken end is there on any of the channels, or all have ended; false when the deadline
    /// comes first.
    func waitForNews(_ node: Int, of wanted: [MemoryReceiver], until deadline: MonotonicTime) throws -> Bool {
        try lobby.locked {
            while true {
                if isShutDown { throw Stop(.shutdown) }
                let hasNews = wanted.contains { receiver in
                    let seen = channels[receiver.channel].view
                    return seen.hasItem || (seen.isBroken && !receiver.brokenWasThrown)
                }
                let open = wanted.map(\.channel).filter { !channels[$0].hasNews }
                if hasNews || open.isEmpty { return true }
                if deadline <= .now { return false }
                wait(node, until: deadline, orItemsOn: open)
            }
        }
    }

    /// As `look(at:)`, by a receiver that wants an item: one that is not there is asked for.
    func lookForItem(at channel: Int) -> MemoryChannel.View {
        lobby.locked {
            if !channels[channel].hasNews { askForItems(channels[channel].receiver) }
            return channels[channel].view
        }
    }

    func look(at channel: Int) -> MemoryChannel.View { lobby.locked { channels[channel].view } }

    /// The sender has sent all it had, or says what cut the stream short.
    func finish(_ channel: Int, _ reason: CloseReason) {
        lobby.locked {
            channels[channel].finish(reason)
            wakeIfReached(channels[channel].receiver)
        }
    }

    /// The receiver wants nothing more.
    func leave(_ channel: Int) {
        lobby.locked {
            channels[channel].receiverLeaves()
            wakeIfReached(channels[channel].sender)
        }
    }
}

internal import MaizeCore
internal import MaizeWire

/// What the ends of channels ask for.
extension MemoryNetwork {
    /// What a receiver gets.
    enum Taken {
        case item([UInt8])
        case ended(CloseReason)
    }

    /// Appends an item, as soon as there is room for it.
    func put(_ item: [UInt8], on channel: Int, port: String) throws {
        try lobby.locked {
            while true {
                if isShutDown { throw Stop(.shutdown) }
                if channels[channel].receiverIsGone { throw Stop(.receiverGone(port: port)) }
                if channels[channel].hasRoom {
                    channels[channel].append(item)
                    return wakeIfReached(channels[channel].receiver)
                }
                wait(channels[channel].sender, for: .room(channel))
            }
        }
    }

    /// Takes the next item, or the end, as soon as one of both is there.
    func take(from channel: Int) throws -> Taken {
        try lobby.locked {
            while true {
                if isShutDown { throw Stop(.shutdown) }
                if let item = channels[channel].takeFirst() {
                    wakeIfReached(channels[channel].sender)
                    return .item(item)
                }
                if let end = channels[channel].end { return .ended(end) }
                if channels[channel].receiverIsGone { return .ended(.finished) }
                wait(channels[channel].receiver, for: .items([channel]))
            }
        }
    }

    /// Waits until an item or an end is there on any of `wanted`, which `node` receives from.
    func waitForNews(_ node: Int, on wanted: [Int]) throws {
        try lobby.locked {
            if isShutDown { throw Stop(.shutdown) }
            if wanted.contains(where: { channels[$0].hasNews }) { return }
            wait(node, for: .items(wanted))
            if isShutDown { throw Stop(.shutdown) }
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

internal import CMaizeSystem
internal import Glibc

/// Turns signals into bytes of a pipe while it lives; their earlier dispositions come back with its end.
package struct SignalForwarder: ~Copyable, Sendable {
    /// One byte a signal: its number.
    package let events: Descriptor
    private let sink: Descriptor
    private let signals: [Int32]

    package init(_ signals: [Int32]) throws(SystemError) {
        var pipe = try Pipe()
        let events = pipe.takeReadEnd()
        let sinkEnd = pipe.takeWriteEnd()
        try events.setNonBlocking()
        try sinkEnd.setNonBlocking()
        let sink = sinkEnd.number
        for signal in signals { _ = try checked("sigaction") { maize_forward_signal(signal, sink) } }
        self.signals = signals
        self.events = events
        self.sink = sinkEnd
    }

    /// The signals that have come to the descriptor `events` of a forwarder, by its number.
    package static func signals(from events: Int32) -> [Int32] {
        withUnsafeTemporaryAllocation(byteCount: 16, alignment: 1) { room in
            let count = Glibc.read(events, room.baseAddress, room.count)
            return count > 0 ? room[..<count].map { Int32($0) } : []
        }
    }

    deinit {
        for signal in signals { _ = maize_restore_signal(signal) }
    }
}

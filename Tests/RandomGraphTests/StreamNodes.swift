import Maize
import SeededRandom

/// Sends so many parcels of random sizes, one by one or some at once.
final class Source: RecordingNode {
    @Parameter var seed: UInt64
    @Parameter var count: Int
    /// Bytes of the largest payload.
    @Parameter var largest: Int
    @Parameter var batch: Int
    /// Waits a millisecond between batches.
    @Parameter var pauses: Bool

    override func work() throws {
        var random = SeededGenerator(seed: seed)
        var sent = 0
        while sent < count {
            if pauses { try pause(seconds: 0.001) }
            let parcels = (0..<min(batch, count - sent)).map { _ in
                Parcel(id: random.next(), length: random.number(0...largest))
            }
            sent += parcels.count
            if parcels.count == 1 { try emit(parcels[0]) } else { try emit(parcels) }
        }
    }
}

/// Passes on what comes.
final class Relay: RecordingNode {
    let inp = Input<Parcel>()

    override func work() throws {
        while let parcel = try next(inp) { try emit(parcel) }
    }
}

/// Passes one parcel on in each pass of its loop.
final class LoopedRelay: RecordingNode {
    let inp = Input<Parcel>()

    override class var loopsByDefault: Bool { true }

    override func work() throws {
        if let parcel = try next(inp) { try emit(parcel) }
    }
}

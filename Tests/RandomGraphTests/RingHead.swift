import Maize

/// Sends each parcel that it is fed so many times round a ring, several of them at once, then on.
final class RingHead: RecordingNode {
    @Parameter var rounds: Int
    /// Parcels on the ring at once.
    @Parameter var window: Int
    let feed = Input<Parcel>()
    let back = Input<Parcel>()
    let ring = Output<Parcel>()

    override func work() throws {
        var underWay = 0
        var isFed = true
        while true {
            while isFed, underWay < window {
                guard var parcel = try next(feed) else {
                    isFed = false
                    break
                }
                parcel.rounds = rounds
                underWay += 1
                try send(parcel, to: ring)
            }
            if underWay == 0 { break }
            guard var parcel = try next(back) else { throw LostOnRing(count: underWay) }
            parcel.rounds -= 1
            if parcel.rounds > 0 {
                try send(parcel, to: ring)
            } else {
                underWay -= 1
                try emit(parcel)
            }
        }
        ring.close()
        while try next(back) != nil {}
    }
}

/// The ring ended before its parcels were back.
struct LostOnRing: Error {
    let count: Int
}

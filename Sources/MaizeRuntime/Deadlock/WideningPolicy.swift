/// Decides which channel is widened to loosen a cycle of waiting nodes, if any.
///
/// A graph that works with unbounded channels can stop with bounded ones, for instance a reader that takes its inputs
/// one after the other behind a copy. No bound computed beforehand is right for every graph, so bounds grow when they
/// are in the way, the narrowest first, as in T. M. Parks, "Bounded Scheduling of Process Networks", Ph.D. thesis,
/// University of California, Berkeley, 1995. The total is limited, since a graph may need unbounded channels.
struct WideningPolicy: Sendable {
    /// How much all widenings of a run may add up to.
    struct Limits: Hashable, Sendable {
        /// The extra items that channels may hold; 0 allows none.
        var items = 1 << 20
        /// The extra bytes that receivers at their byte limit may hold; 0 allows none.
        var bytes = 256 << 20

        /// No widening: each knot is a deadlock.
        static let off = Limits(items: 0, bytes: 0)
    }

    /// A channel to widen, and by how much.
    struct Widening: Hashable, Sendable {
        /// The channel's index.
        let channel: Int
        /// The credits that the receiver gives in addition.
        let extraCredits: Int
        /// The bytes that the receiver may hold in addition.
        let extraBytes: Int
        /// Whether the channel was never widened before, which is when the run says so.
        let isFirst: Bool
    }

    private let limits: Limits
    private let bytesPerChannel: Int
    private var extraItems = 0
    private var extraBytes = 0
    private var extraBytesOfChannel: [Int: Int] = [:]
    private var widened: Set<Int> = []

    /// Creates a policy that has granted nothing yet.
    ///
    /// - Parameters:
    ///   - limits: What all widenings of the run may add up to.
    ///   - bytesPerChannel: The bytes that a receiver may hold of one channel before any widening.
    init(limits: Limits = Limits(), bytesPerChannel: Int = 64 << 20) {
        self.limits = limits
        self.bytesPerChannel = bytesPerChannel
    }

    /// Chooses the narrowest full channel that a member waits on, and doubles it as far as the limits allow.
    ///
    /// Room for items comes first: it costs nothing until it is used, and the byte limit bounds it as well.
    ///
    /// - Parameter cycle: Nodes that wait for nobody else: a wider channel elsewhere would not help them.
    /// - Returns: Nil if no channel is full, or the limits are reached: then it is a deadlock.
    mutating func widening(for cycle: Knot) -> Widening? {
        let full = cycle.fullChannels
        return moreItems(for: full.filter { $0.need == .room }) ?? moreBytes(for: full.filter { $0.need == .bytes })
    }

    private mutating func moreItems(for full: [Knot.WaitedChannel]) -> Widening? {
        let narrowest = full.min { ($0.capacity, $0.channel) < ($1.capacity, $1.channel) }
        guard let narrowest, extraItems < limits.items else { return nil }
        let extra = min(max(narrowest.capacity, 1), limits.items - extraItems)
        extraItems += extra
        return widening(of: narrowest.channel, extraCredits: extra)
    }

    private mutating func moreBytes(for full: [Knot.WaitedChannel]) -> Widening? {
        let narrowest =
            full
            .map { (bytes: bytesPerChannel + extraBytesOfChannel[$0.channel, default: 0], channel: $0.channel) }
            .min { $0 < $1 }
        guard let narrowest, extraBytes < limits.bytes else { return nil }
        let extra = min(max(narrowest.bytes, 1), limits.bytes - extraBytes)
        extraBytes += extra
        extraBytesOfChannel[narrowest.channel, default: 0] += extra
        return widening(of: narrowest.channel, extraBytes: extra)
    }

    private mutating func widening(of channel: Int, extraCredits: Int = 0, extraBytes: Int = 0) -> Widening {
        Widening(
            channel: channel,
            extraCredits: extraCredits,
            extraBytes: extraBytes,
            isFirst: widened.insert(channel).inserted
        )
    }
}

/// The ordinary end of a node by its neighbours or by the run's shutdown: thrown by ports, and no failure.
///
/// Let it pass: the node is then stopped and its own ports close, which carries the end on.
///
///     let inp = Input<Double>()
///     let out = Output<Double>()
///
///     override func run() throws {
///         do {
///             while true { try out.send(inp.receive() * 2) }
///         } catch let stop as Stop {
///             logger.info("\(stop)")
///             throw stop
///         }
///     }
public struct Stop: Error, Sendable, Hashable, CustomStringConvertible {
    /// Why a node stops.
    ///
    ///     let out = Output<Int>()
    ///
    ///     override func run() throws {
    ///         do {
    ///             try out.send(1)
    ///         } catch let stop as Stop where stop.reason == .shutdown {
    ///             logger.warning("the run ends before the work is done")
    ///             throw stop
    ///         }
    ///     }
    public enum Reason: Sendable, Hashable {
        /// The input's stream ended, and every item of it was received.
        case inputFinished(port: String)
        /// The receiver of the output has ended.
        case receiverGone(port: String)
        /// The run is being shut down.
        case shutdown
    }

    /// Why the node stops.
    public let reason: Reason

    /// Makes a stop.
    public init(_ reason: Reason) {
        self.reason = reason
    }

    /// The reason in words.
    public var description: String {
        switch reason {
        case .inputFinished(let port): "input '\(port)' has ended"
        case .receiverGone(let port): "the receiver of output '\(port)' has ended"
        case .shutdown: "the run is shut down"
        }
    }
}

/// A stream that was cut short: what came of it must not be taken for the whole.
///
/// A node that receives this is stopped, whatever it does with the error: it sends nothing any more, and its own streams
/// end broken too.
///
///     let inp = Input<Double>()
///
///     override func run() throws {
///         var sum = 0.0
///         do {
///             while let value = try inp.next() { sum += value }
///             logger.info("the sum is \(sum)")
///         } catch let broken as StreamBroken {
///             logger.error("there is no sum: \(broken)")
///             throw broken
///         }
///     }
public struct StreamBroken: Error, Sendable, Hashable, CustomStringConvertible {
    /// The input.
    public let port: String
    /// What broke the stream: a node's path, or the run's shutdown.
    public let culprit: String

    /// Makes the error.
    public init(port: String, culprit: String) {
        self.port = port
        self.culprit = culprit
    }

    /// What happened in words.
    public var description: String { "the stream into '\(port)' was cut short by \(culprit)" }
}

internal import MaizeWire

/// Why a rig has no result: it is incomplete, or what it runs does not come to its end.
///
///     let rig = NodeRig(Threshold.self).feed(\.inp, [0.1], then: .open)
///     let error = #expect(throws: NodeRigError.self) { try rig.run() }
///     #expect(error?.code == .deadlock)
///
/// What a node itself throws is thrown by `run()` as it is, and is none of these.
public struct NodeRigError: Error, Sendable, CustomStringConvertible {
    /// The kind of a problem; more kinds may come.
    ///
    ///     do {
    ///         _ = try NodeRig(Threshold.self).feed(\.inp, [0.1], then: .open).run()
    ///     } catch let error as NodeRigError where error.code == .deadlock {
    ///         print(error.message)
    ///     }
    public struct Code: Hashable, Sendable {
        private let word: String

        /// Something is missing or does not fit; nothing was started.
        public static let invalid = Code(word: "invalid")
        /// What is tested waits for what never comes.
        public static let deadlock = Code(word: "deadlock")
        /// It did not end in time.
        public static let timeLimit = Code(word: "timeLimit")
        /// It could not run.
        public static let notRun = Code(word: "notRun")
        /// A node that is used as a function sent no item, or several.
        public static let notOneItem = Code(word: "notOneItem")
        /// An item was sent whose type cannot read what it writes.
        public static let unreadableItem = Code(word: "unreadableItem")
    }

    /// The kind of the problem.
    public let code: Code
    /// What is wrong, who waits on which port, and what each node had received, sent and logged until then.
    public let message: String
    /// What came of the run; nil when nothing was started.
    public let run: InMemoryResult?

    init(_ code: Code, _ message: String, _ run: InMemoryResult? = nil) {
        self.code = code
        self.message = message
        self.run = run
    }

    /// What is wrong with a run that ended neither in good order nor with an error of the node's own.
    init?(_ run: InMemoryResult) {
        let failure = run.nodes.first { $0.outcome.isFailure }
        if !run.deadlock.isEmpty {
            self.init(.deadlock, "nothing can move any more:", lines: run.deadlock, of: run)
        } else if run.ranOutOfTime {
            self.init(.timeLimit, "the time was over before the end:", lines: run.stillRunning, of: run)
        } else if run.error == nil, let failure, case .failed(let record) = failure.outcome {
            self.init(.notRun, "'\(failure.path)' could not run:", lines: [record.message], of: run)
        } else {
            return nil
        }
    }

    private init(_ code: Code, _ title: String, lines: [String], of run: InMemoryResult) {
        let counts = run.nodes.map { "\($0.path): \($0.received) received, \($0.sent) sent" }
        let log = run.log.suffix(8).map { "\($0.source) logged: \($0.message)" }
        let list = (lines + counts + run.notices + log).map { "\n  " + $0 }
        self.init(code, title + list.joined(), run)
    }

    /// The message.
    public var description: String { message }
}

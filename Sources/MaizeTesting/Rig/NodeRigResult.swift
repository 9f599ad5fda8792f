public import MaizeCore
public import MaizeWire

/// What came of a run of a `NodeRig`.
///
///     let result = try NodeRig(Threshold.self).feed(\.inp, [0.1, 0.9]).run()
///     #expect(result.items(of: \.out) == [0.9])
///     #expect(result.outcome == .completed)
///
/// Files that were sent, and those that nodes left in their folders, go with the result: keep it in a variable while you
/// look at them.
public struct NodeRigResult<Tested: Component> {
    /// Outcomes, counts, log and notices, as of any run in memory.
    public let run: InMemoryResult
    private let assembly: RigAssembly<Tested>

    init(_ run: InMemoryResult, of assembly: RigAssembly<Tested>) {
        self.run = run
        self.assembly = assembly
    }

    /// The instance that the rig configured; the one that ran is made from its parameters.
    public var tested: Tested { assembly.tested }

    // MARK: What came out

    /// What was sent, in its order; empty for an output without a channel.
    public func items<Item>(of port: KeyPath<Tested, Output<Item>>) -> [Item] {
        streams(at: tested[keyPath: port]).first.flatMap(items) ?? []
    }

    /// What was sent on each channel of a multi output.
    public func items<Item>(of port: KeyPath<Tested, MultiOutput<Item>>) -> [[Item]] {
        streams(at: tested[keyPath: port]).map { items($0) ?? [] }
    }

    /// How an output's stream ended; nil for one without a channel.
    ///
    ///     #expect(result.end(of: \.out) == .finished)
    public func end<Item>(of port: KeyPath<Tested, Output<Item>>) -> StreamEnd? {
        streams(at: tested[keyPath: port]).first?.end
    }

    /// How the stream of each channel of a multi output ended.
    public func ends<Item>(of port: KeyPath<Tested, MultiOutput<Item>>) -> [StreamEnd] {
        streams(at: tested[keyPath: port]).map(\.end)
    }

    private func streams(at port: AnyPort) -> [any CollectedStream] { assembly.collected[ObjectIdentifier(port)] ?? [] }

    private func items<Item: Codable & Sendable>(_ stream: any CollectedStream) -> [Item]? {
        (stream as? CollectingEnd<Item>)?.items
    }

    // MARK: What was left

    /// Items that were fed and that nobody received.
    ///
    ///     #expect(result.unread(of: \.inp) == 0)
    public func unread<Item>(of port: KeyPath<Tested, Input<Item>>) -> Int {
        unread(at: tested[keyPath: port]).first ?? 0
    }

    /// Items that were fed to each channel of a multi input and that nobody received.
    public func unread<Item>(of port: KeyPath<Tested, MultiInput<Item>>) -> [Int] { unread(at: tested[keyPath: port]) }

    private func unread(at port: AnyPort) -> [Int] { (assembly.fed[ObjectIdentifier(port)] ?? []).map(\.unreadCount) }

    // MARK: How it went

    /// What the node threw, where it failed; of several nodes, the one that failed first.
    public var error: (any Error)? { run.error }

    /// What was logged, first record first; records of every level are kept unless the rig's options say otherwise.
    public var log: [InMemoryResult.LogLine] { run.log }
}

extension NodeRigResult where Tested: Node {
    /// How the node ended.
    public var outcome: NodeOutcome { record?.outcome ?? .notStarted(reason: "it did not run") }

    /// The node's `workDirectory`, if it asked for it, with what it left there.
    ///
    ///     let table = try String(contentsOfFile: try #require(result.folder) + "/table.csv", encoding: .utf8)
    public var folder: String? { record?.folder }

    private var record: InMemoryResult.NodeRecord? { run[tested.nodePath.description] }
}

internal import MaizeCore
internal import MaizeRuntime
internal import MaizeWire

/// A workflow of what is tested and of what stands for the test at its ports.
final class RigAssembly<Tested: Component> {
    let tested: Tested
    private let flow = Workflow("rig")
    private(set) var fed: [ObjectIdentifier: [any FedStream]] = [:]
    private(set) var collected: [ObjectIdentifier: [any CollectedStream]] = [:]
    private var endCount = 0

    init(name: String?, options: NodeOptions, configure: (Tested) throws -> Void) throws {
        flow.level = .debug
        tested = try flow.add(Tested.self, name: name, options: options, configure: configure)
    }

    func feed<Item: Codable & Sendable>(_ port: AnyPort, _ items: [Item], then end: StreamEnd) throws {
        let feeding = try flow.add(FeedingEnd<Item>.self, name: nextName())
        feeding.items = items
        feeding.end = end
        // The test's own files stay where they are, whatever the input would like.
        try flow.connect(any: feeding.out, to: port, mode: .copy)
        fed[ObjectIdentifier(port), default: []].append(feeding)
    }

    /// Connects an output with one channel for each limit; nil is none.
    func collect(_ port: AnyPort, limits: [Int?]) throws {
        if collected[ObjectIdentifier(port)] != nil {
            throw WorkflowError(.usage, "what becomes of output '\(port.location)' is said twice; say it once")
        }
        var streams: [any CollectedStream] = []
        for limit in limits { streams.append(try collect(port.itemType, from: port, limit: limit)) }
        collected[ObjectIdentifier(port)] = streams
    }

    private func collect<Item: Codable & Sendable>(
        _ type: Item.Type,
        from port: AnyPort,
        limit: Int?
    ) throws -> any CollectedStream {
        let collecting = try flow.add(CollectingEnd<Item>.self, name: nextName())
        collecting.limit = limit
        try flow.connect(any: port, to: collecting.inp)
        return collecting
    }

    /// A name that no node of a user has.
    private func nextName() -> String {
        endCount += 1
        return "the-test-\(endCount)"
    }

    func run(timeLimit: Double) throws -> NodeRigResult<Tested> {
        for port in tested.ports where port is OutputPort || port is MultiOutputPort {
            if collected[ObjectIdentifier(port)] == nil { try collect(port, limits: [nil]) }
        }
        try refuseUnfed()
        var run = InMemoryRun(flow)
        run.timeLimit = timeLimit
        let result = try run.execute()
        for stream in collected.values.joined() {
            if let problem = stream.problem { throw NodeRigError(.unreadableItem, problem, result) }
        }
        return NodeRigResult(result, of: self)
    }

    private func refuseUnfed() throws {
        let unfed = tested.ports.filter { port in
            (port is InputPort || port is MultiInputPort) && !port.isOptional && !port.isConnected
                && !((port.leaf as? InputPort)?.isSet ?? false)
        }
        guard !unfed.isEmpty else { return }
        let lines = unfed.map { port in
            "input '\(port.location)' gets nothing: feed it, as .feed(\\.\(port.propertyName), [])"
                + (port is InputPort ? ", or give it a value where the rig is made" : "")
        }
        throw NodeRigError(.invalid, lines.joined(separator: "\n"))
    }
}

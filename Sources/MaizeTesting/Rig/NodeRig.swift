internal import MaizeRuntime
public import MaizeCore

/// Runs one node, or one graph of nodes, in the test's own process: it is fed what the test gives, and all that it
/// sends is kept.
///
///     let result = try NodeRig(Threshold.self) { $0.least = 0.5 }
///         .feed(\.inp, [0.1, 0.9])
///         .run()
///     #expect(result.items(of: \.out) == [0.9])
///
/// The node runs as it does in a workflow: the check before the run, `prepare()`, the passes of a loop, attempts, and
/// the ends of streams are the same; it only has a thread instead of a process. All that is fed lies ready before the
/// node starts, and outputs have room for everything, so that a test has one course. A rig is a value: it can be kept,
/// varied and run again. It works with any test library, and needs none.
public struct NodeRig<Tested: Component> {
    typealias Step = (RigAssembly<Tested>) throws -> Void

    private let name: String?
    private let options: NodeOptions
    private let configure: (Tested) throws -> Void
    private var steps: [Step] = []

    /// Makes a rig for a type of nodes or graphs.
    ///
    /// - Parameters:
    ///   - type: The node or graph, as `add` of a workflow takes it.
    ///   - name: Its name; by default the type's name in lower case.
    ///   - options: How it runs: passes, attempts, whether it may fail.
    ///   - configure: Sets parameters, and values of inputs that are not fed: `try $0.scale.set(2)`.
    public init(
        _ type: Tested.Type,
        name: String? = nil,
        options: NodeOptions = NodeOptions(),
        configure: @escaping (Tested) throws -> Void = { _ in }
    ) {
        self.name = name
        self.options = options
        self.configure = configure
    }

    func adding(_ step: @escaping Step) -> Self {
        var rig = self
        rig.steps.append(step)
        return rig
    }

    /// Runs what is tested, and gives what came of it.
    ///
    ///     #expect(throws: EmptyLine.self) { try NodeRig(CountWords.self).feed(\.inp, [""]).run() }
    ///
    /// - Parameter timeLimit: Seconds after which the run is ended.
    /// - Returns: What was sent, and how everything ended.
    /// - Throws: what the node threw, where it failed and that was not tolerated; `NodeRigError` when the rig is
    ///   incomplete, or when the node would wait for ever or does not end in time.
    public func run(timeLimit: Double = 60) throws -> NodeRigResult<Tested> {
        let result = try runToEnd(timeLimit: timeLimit)
        if let error = NodeRigError(result.run) { throw error }
        if result.run.firstFailure != nil, let error = result.error { throw error }
        return result
    }

    /// Runs what is tested to its end, whatever that is: a failure, a deadlock, the end of its time are in the result.
    ///
    ///     let result = try NodeRig(CountWords.self).feed(\.inp, ["to be", ""]).runToEnd()
    ///     #expect(result.items(of: \.out) == [2])
    ///     #expect(result.error is EmptyLine)
    ///
    /// - Parameter timeLimit: Seconds after which the run is ended.
    /// - Returns: What was sent, and how everything ended.
    /// - Throws: `NodeRigError` when nothing could be started, or when an item that was sent cannot be read.
    public func runToEnd(timeLimit: Double = 60) throws -> NodeRigResult<Tested> {
        do {
            let assembly = try RigAssembly<Tested>(name: name, options: options, configure: configure)
            for step in steps { try step(assembly) }
            return try assembly.run(timeLimit: timeLimit)
        } catch let error as WorkflowError {
            throw NodeRigError(.invalid, error.description)
        } catch let error as RunError {
            throw NodeRigError(.invalid, error.description)
        }
    }
}

/// What a node is doing while it lives.
///
///     var options = RunOptions()
///     options.observer = { event in
///         if case .node(let path, .waitingForInput, _, _) = event.change { print("\(path) has nothing to do") }
///     }
///     try flow.execute(options)
public enum NodeStatus: String, Codable, Sendable, CaseIterable {
    /// Its process has not been started.
    case notReady
    /// It waits for its process to come up.
    case ready
    /// Its `run()` computes.
    case running
    /// It waits for an item.
    case waitingForInput
    /// It waits for room in a channel.
    case waitingForOutput
    /// It waits for processors or devices.
    case waitingForResources
    /// It waits for an external command.
    case waitingForCommand
}

/// How a node ended: exactly one for each node of a run.
///
///     switch try flow.execute()["filter"]?.outcome {
///     case .completed: print("it did all its work")
///     case .stopped(let reason): print("it ended early: \(reason)")
///     case .tolerated(let error): print("it failed, which was allowed: \(error.message)")
///     case let other: print(other?.word ?? "there is no such node")
///     }
public enum NodeOutcome: Codable, Sendable, Hashable {
    /// Its `run()` returned.
    case completed
    /// A neighbour that ended, or the run's shutdown, ended it; the text says which.
    case stopped(reason: String)
    /// It threw, crashed, or its process exited on its own.
    case failed(ErrorRecord)
    /// It failed, and the workflow allows that (`failOK`).
    case tolerated(ErrorRecord)
    /// A signal from outside, or the end of its grace, ended its process.
    case killed(signal: Int32, reason: String)
    /// It never ran; the text says why.
    case notStarted(reason: String)

    /// Whether the outcome makes the run fail.
    public var isFailure: Bool {
        switch self {
        case .failed, .killed: true
        case .completed, .stopped, .tolerated, .notStarted: false
        }
    }

    /// The outcome as one word.
    public var word: String {
        switch self {
        case .completed: "completed"
        case .stopped: "stopped"
        case .failed: "failed"
        case .tolerated: "tolerated"
        case .killed: "killed"
        case .notStarted: "notStarted"
        }
    }
}

/// What a whole run is doing or has come to.
///
///     do {
///         try flow.execute()
///     } catch let error as RunError where error.summary?.status == .cancelled {
///         print("somebody pressed Ctrl-C")
///     }
public enum RunStatus: String, Codable, Sendable {
    /// Nothing was started.
    case pending
    /// Nodes run.
    case running
    /// Every node ended, and none failed.
    case completed
    /// A node failed, or the graph was deadlocked.
    case failed
    /// A signal ended the run.
    case cancelled
}

/// One step of a workflow, in a process of its own: subclass it, declare ports and parameters, override `run()`.
///
///     final class Double: Node {
///         let inp = Input<Int>()
///         let out = Output<Int>()
///
///         override func run() throws {
///             while let number = try inp.next() { try out.send(2 * number) }
///         }
///     }
///
/// Only ports' options and parameters reach the node's process; another stored property that the closure of `add` sets
/// does not, and is refused.
open class Node: Component {
    private var stopAsked = false

    /// Whether the node loops when neither its options nor a graph around say so.
    open class var loopsByDefault: Bool { false }

    /// Programs that the node starts, by the names under which the configuration knows them; none unless overridden.
    ///
    /// The check before the run finds each of them, or says what is missing; `runnable(_:)` gives the words to start it.
    open class var requiredPrograms: [String] { [] }

    /// Looks at the node before the run, where more is to be known than a rule for one value can say.
    ///
    /// Called by the workflow's check, in the process that starts the run, once every required parameter has a value and
    /// each value keeps its rules. Parameters, values of inputs and the numbers of channels at multi ports can be read;
    /// nothing can be received or sent.
    ///
    ///     @Parameter var least = 0.0
    ///     @Parameter var most = 1.0
    ///     let out = Output<Double>()
    ///
    ///     override func validate() throws {
    ///         guard least < most else {
    ///             throw WorkflowError(.value, "least is \(least), so most must be above it, not \(most)")
    ///         }
    ///     }
    ///
    /// - Throws: what is wrong, and what to do next; there is no run then.
    open func validate() throws {}

    /// Called once in the node's process, before the first `run()`.
    open func prepare() throws {}

    /// What the node does.
    ///
    /// When it returns, its streams end; when it throws, the node has failed.
    open func run() throws {
        throw WorkflowError(.type, path: nodePath.description, "type \(type(of: self)) does not override run()")
    }

    /// Called once in the process that started the run, after every node has ended.
    open func cleanup() throws {}

    /// Whether all ports that the node cannot do without are still of use; looked at before each pass of a loop.
    open var portsActive: Bool {
        for port in ports where !port.isOptional {
            switch port {
            case let single as InputPort: if !single.isActive { return false }
            case let single as OutputPort: if !single.isActive { return false }
            case let multi as MultiInputPort: if !multi.elements.contains(where: \.isActive) { return false }
            case let multi as MultiOutputPort: if !multi.elements.contains(where: \.isActive) { return false }
            default: continue
            }
        }
        return true
    }

    /// The node's place in the workflow.
    public final var nodePath: NodePath { hostedPath ?? componentPath }

    /// Writes to the run's log under the node's path.
    public final var logger: NodeLogger { NodeLogger(sink: context?.recordSink) }

    /// A folder for the node alone, made when it is first asked for and emptied between the passes of a loop.
    public final var workDirectory: String { context?.workDirectory ?? "." }

    /// Lets the present pass of a loop be the last one; the node is then completed.
    public final func stopLooping() { stopAsked = true }

    /// Whether the run is being shut down: a long computation looks at this and returns early.
    public final var shutdownRequested: Bool { context?.shutdownRequested ?? false }

    /// Ends the whole run in good order; its exit status is that of a completed one.
    public final func requestShutdown() { context?.requestShutdown() }

    /// Waits for so many seconds without using the processor.
    ///
    /// - Throws: `Stop` as soon as the run is shut down.
    public final func pause(seconds: Double) throws { try context?.pause(seconds: seconds) }

    /// The words that start a program, with the file of the first one found.
    ///
    ///     override class var requiredPrograms: [String] { ["vina"] }
    ///
    ///     override func run() throws {
    ///         let words = try runnable("vina") + ["--config", "dock.txt"]
    ///         logger.info("starting \(words.joined(separator: " "))")
    ///     }
    ///
    /// The configuration comes first: a script, then a command of this name, those of the node's type before those for
    /// all. Else the program is looked up in `PATH`. What is in `requiredPrograms` was found before the run.
    ///
    /// - Parameter program: The program's name, or its path.
    /// - Returns: The file of the program, and arguments that belong to it, to which yours are added.
    /// - Throws: `WorkflowError` with where it was looked for.
    public final func runnable(_ program: String) throws -> [String] {
        let path = nodePath.description
        guard let context else {
            throw WorkflowError(.usage, path: path, "a program is found as part of a run only, in prepare() or run()")
        }
        do {
            return try context.words(toStart: program)
        } catch {
            throw WorkflowError(.program, path: path, "\(error)")
        }
    }

    package final var wantsToStopLooping: Bool { stopAsked }
    /// Whether there may be another pass after this one.
    package final var isLooping = false
    /// The path in a process that holds the node alone, without its workflow.
    package final var hostedPath: NodePath?

    /// Whether the node has nothing to do: it has optional interfaces only, and none of them has a value or a channel.
    package final var isSkipped: Bool {
        let relevant = interfaces.filter { $0 is AnyParameter || $0 is InputPort || $0 is MultiInputPort }
        guard !relevant.isEmpty else { return false }
        return relevant.allSatisfy { interface in
            switch interface {
            case let parameter as AnyParameter: parameter.isOptional && !parameter.hasValue
            case let input as InputPort: input.isOptional && !input.isSet
            case let multi as MultiInputPort: multi.isOptional && multi.elements.isEmpty
            default: true
            }
        }
    }

    /// Whether the node has nothing to do because an option that need not be given was not.
    package final var isSkippedByOption: Bool {
        interfaces.contains { $0.wasMadeOptional && !$0.isDeclaredOptional } && isSkipped
    }
}

/// A node whose `run()` handles one pass and is called until a port that it needs has ended.
///
///     final class Shout: LoopedNode {
///         let inp = Input<String>()
///         let out = Output<String>()
///
///         override func run() throws { try out.send(inp.receive().uppercased()) }
///     }
open class LoopedNode: Node {
    /// True.
    override open class var loopsByDefault: Bool { true }
}

/// A node whose received items go back to the process that started the run.
package protocol ResultCollecting: AnyObject {
    /// Takes one encoded result in.
    func collect(_ bytes: [UInt8]) throws
    /// The results as text, one each.
    var resultTexts: [String] { get }
    /// The results themselves.
    var resultValues: [any Encodable & Sendable] { get }
    /// Forgets the results of an earlier run.
    func removeResults()
}

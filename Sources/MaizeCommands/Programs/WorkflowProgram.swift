public import Maize
internal import MaizeCore

/// A program that runs one workflow: its whole command line comes with this protocol.
///
///     @main
///     struct Sorting: WorkflowProgram {
///         static func workflow() throws -> Workflow {
///             let flow = Workflow("sorting")
///             let read = try flow.add(ReadLines.self)
///             let sort = try flow.add(Command.self) { $0.command = ["sort", "-n"] }
///             try flow.connect(read.out, to: sort.inp)
///             try flow.map(read.$path, as: "file")  // becomes --file
///             return flow
///         }
///     }
///
/// Parameters that the workflow maps become options of the program. The exit status is 0 when the run completed, 1 when
/// a node failed, 2 when the workflow or a value is invalid, 3 after a deadlock, 4 when the machine lacks what the run
/// needs, 64 for a wrong command line, and 128 plus the signal's number after a signal.
public protocol WorkflowProgram {
    /// Builds the workflow; called once.
    static func workflow() throws -> Workflow
    /// Types of nodes and graphs that workflow files may name beside the standard ones.
    static var nodes: [Component.Type] { get }
}

extension WorkflowProgram {
    /// All that the program declares: see `discoveredNodes`.
    public static var nodes: [Component.Type] { discoveredNodes }

    /// The types of nodes and graphs in the modules that the program was linked from, the standard ones left out.
    ///
    /// Private and generic ones are not among them. A program adds a generic one, for items of any kind, like this:
    ///
    ///     static var nodes: [Component.Type] { discoveredNodes + [WithoutFirst<JSONValue>.self] }
    public static var discoveredNodes: [Component.Type] { DiscoveredNodes.types() }

    /// Runs the program with the words of its command line, and ends it.
    public static func main() {
        let words = CommandHandover.words { nodes }
        let flow: Workflow
        do {
            flow = try workflow()
        } catch {
            Console.end(ExitStatus.invalid, "error: the workflow cannot be built: \(error)")
        }
        let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "workflow"
        WorkflowCommand(
            name: name,
            flow: flow,
            knownTypes: flow.nodes.map { type(of: $0) } + nodes
        ).runAndExit(words)
    }
}

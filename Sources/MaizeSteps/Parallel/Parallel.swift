public import MaizeCore

/// Several nodes of one type that share the work: each item goes to one that waits for work.
///
///                  ┌▶ branch1 ─┐
///     inp ─▶ items ┼▶ branch2 ─┼▶ results ─▶ out
///                  └▶ branch3 ─┘
///
/// It has the ports and the parameters of the worker's type, and two parameters more: `branches` and `keeps_order`. In
/// Swift they are reached as the worker's own: `dock.inp`, `dock.out`, `dock.$exhaustiveness`.
///
/// - An item goes to a branch that has finished with the one before and waits for more, so no item waits behind a slow
///   one while another branch has nothing to do. The worker is thus never given an item ahead of time.
/// - Of several inputs that are connected, the first items go to one branch, then the second ones, and so on, until the
///   first of the inputs ends. An input with a value instead of a channel has that value in each branch.
/// - Results come as they are ready, or, if `keepsOrder` is true, in the order of the items. Each item must then have
///   exactly one result, sent before the worker takes its next item; anything else fails the run.
/// - A branch that ends early is left out; when none is left, the whole stops. One that fails fails the run, unless
///   `failOK` is set: then it is left out, and the result of the item that it had is missing.
/// - It holds one item a branch, and the results that were not taken yet.
///
/// Options of the whole (`loop`, `maxLoops`, `attempts`, `failOK`) are those of each branch. The worker is a node, or a
/// graph with single ports; of a graph, results cannot be kept in order.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.txt" }
///     let sort = try flow.parallel(Command.self, branches: 4) { $0.command = ["sed", "-u", "s/,/./g"] }
///     let write = try flow.add(WriteLines.self) { $0.path = "repaired.txt" }
///     try flow.connect(read.out, to: sort.inp)
///     try flow.connect(sort.out, to: write.inp)
@dynamicMemberLookup
public final class Parallel<Worker: Component>: Graph {
    /// How many workers there are.
    @Parameter(rule: .in(1...1000), help: "how many workers there are") public var branches = 2
    /// Whether results come in the order of the items.
    @Parameter(name: "keeps_order", help: "results in the order of the items") public var keepsOrder = false
    /// An instance whose ports and parameters are those of the whole.
    private let worker = Worker()
    private(set) var dispatcher: ParallelDispatcher<Worker>?
    private(set) var workers: [Worker] = []
    /// One for each output of the worker, in their order.
    private(set) var collectors: [any ResultCollector] = []

    /// The name in files: `Parallel<Dock>`.
    override public class var typeName: String { "Parallel<\(Worker.typeName)>" }

    /// A port or a parameter of the worker's type, which is one of the whole.
    public subscript<Member>(dynamicMember path: KeyPath<Worker, Member>) -> Member { worker[keyPath: path] }

    /// The value of one of the worker's parameters, for all branches.
    public subscript<Member>(dynamicMember path: ReferenceWritableKeyPath<Worker, Member>) -> Member {
        get { worker[keyPath: path] }
        set {
            valueBeingSet = newValue
            defer { valueBeingSet = nil }
            worker[keyPath: path] = newValue
        }
    }

    /// Adds the workers and what deals out to them and gathers from them.
    override public func build() throws {
        try checkWorker()
        for number in 1...branches { workers.append(try addWorker(number)) }
        for (place, parameter) in worker.parameters.enumerated() {
            for worker in workers { parameter.drive(any: worker.parameters[place]) }
        }
        // What loops is the workers.
        let once = NodeOptions(loop: false)
        let dispatcher = try add(ParallelDispatcher<Worker>.self, name: "dispatcher", options: once)
        self.dispatcher = dispatcher
        for (lane, input) in zip(dispatcher.lanes, worker.singleInputs) {
            try expose(any: lane.source, as: input)
        }
        for output in worker.singleOutputs {
            let collector = try output.addCollector(to: self, options: once)
            collectors.append(collector)
            try expose(any: collector.results, as: output)
        }
    }

    private func addWorker(_ number: Int) throws -> Worker {
        // Attempts are not inherited, everything else is.
        let added = try add(Worker.self, name: "branch\(number)", options: NodeOptions(attempts: options.attempts)) {
            branch in
            for (outer, inner) in zip(worker.parameters, branch.parameters) { try outer.hand(to: inner) }
        }
        added.isTwin = number > 1
        return added
    }

    private func checkWorker() throws {
        if let problem = $branches.ruleProblem {
            throw WorkflowError(.value, path: componentPath.description, "branches \(problem)")
        }
        if Worker.self is Workflow.Type { throw refusal("it is a workflow; make it a Graph") }
        if let multi = worker.ports.first(where: { $0 is MultiInputPort || $0 is MultiOutputPort }) {
            throw refusal(
                "its port '\(multi.name)' takes several channels; put it into a Graph that has single ports, and make"
                    + " that one parallel"
            )
        }
        if worker.singleInputs.isEmpty {
            throw refusal("it has no input, so there are no items to be shared; add several of it instead")
        }
        if keepsOrder, !(worker is Node) {
            throw refusal("the results of a graph cannot be kept in order; leave out keepsOrder (keeps_order)")
        }
        try refusePlainState(of: worker)
    }

    private func refusal(_ message: String) -> WorkflowError {
        WorkflowError(.type, path: componentPath.description, "\(Worker.typeName) cannot be made parallel: \(message)")
    }
}

extension Parallel: InterfaceDeriving {
    package func derivedInterfaces() throws -> [(label: String, interface: Interface)] {
        try worker.bind()
        if let twin = worker.interfaces.first(where: { ["branches", "keeps_order"].contains($0.name) }) {
            throw refusal("it has a '\(twin.name)' of its own; put it into a Graph, and make that one parallel")
        }
        return worker.interfaces.map { ($0.propertyName, $0) }
    }
}

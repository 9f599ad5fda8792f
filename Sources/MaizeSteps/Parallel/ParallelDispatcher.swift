internal import MaizeCore

/// Hands items to whichever branch of a `Parallel` waits for one: the i-th items of all inputs to the same one.
///
/// Its ports follow from those of the worker: an input for each of the worker's, and as many outputs as there are
/// branches; and for each output of the worker one for the numbers of the branches, in the order of the items.
final class ParallelDispatcher<Worker: Component>: Node, ItemPassing, Indispensable {
    /// One for each input of the worker, in their order.
    private(set) var lanes: [any DispatchLane] = []
    /// One for each output of the worker, in their order.
    private(set) var orders: [Output<Int>] = []

    /// Hands out items until an input that is connected has ended, or no branch is left.
    override func run() throws {
        guard let context else { throw WorkflowError(.usage, path: nodePath.description, "runs in a workflow only") }
        let lanes = lanes.filter { $0.source.isSet && !$0.branches.elements.isEmpty }
        guard let first = lanes.first else { return }
        let branches = first.branches.elements.indices.map { place in
            lanes.compactMap { $0.branches.elements[place].sender }
        }
        var last = -1
        func freeBranch() throws -> Int {
            if let place = try context.waitForRoom(onAllOfAny: branches, after: last) { return place }
            throw Stop(.receiverGone(port: first.branches.name))
        }
        while try lanes.allSatisfy({ try $0.waitForItem() }) {
            last = try first.pass(to: freeBranch(), orElse: freeBranch)
            for lane in lanes.dropFirst() { try passRest(on: lane, to: last) }
            // Who collects results of one output may have ended, and others not.
            for order in orders where order.isActive { _ = try order.offer(last) }
        }
    }

    /// The parts of one item belong together: those whose branch has ended meanwhile are lost with the first one.
    private func passRest(on lane: any DispatchLane, to place: Int) throws {
        do {
            _ = try lane.pass(to: place, orElse: { throw BranchGone() })
        } catch is BranchGone {
            logger.warning("branch\(place + 1) ended while it was given an item, a part of which is lost")
        }
    }
}

/// The branch that has the first part of an item has ended.
private struct BranchGone: Error {}

extension ParallelDispatcher: InterfaceDeriving {
    func derivedInterfaces() throws -> [(label: String, interface: Interface)] {
        let worker = Worker()
        try worker.bind()
        var interfaces: [(label: String, interface: Interface)] = []
        for input in worker.singleInputs {
            let lane = input.makeLane()
            lanes.append(lane)
            interfaces.append((input.propertyName, lane.source))
            interfaces.append(("to_" + input.propertyName, lane.branches))
        }
        for output in worker.singleOutputs {
            let order = Output<Int>(optional: true)
            orders.append(order)
            interfaces.append(("order_of_" + output.propertyName, order))
        }
        return interfaces
    }
}

internal import MaizeCore
internal import MaizeWire

/// Gathers what the branches of a `Parallel` give at one of their outputs: as it comes, or in the order of the items.
final class ParallelCollector<Item: Codable & Sendable>: Node, ItemPassing, Indispensable {
    /// Whether a branch may fail, and with it the result of the item that it had.
    @Parameter(name: "fail_ok", help: "go on without the results of branches that have failed") var failOK = false
    /// The branches' results; each ends with the number of its item when they are put in order.
    let inp = MultiInput<Item>(optional: true)
    /// Which branch got the next item; not connected when results go on as they come.
    let order = Input<Int>(optional: true)
    /// The results.
    let out = Output<Item>(optional: true)

    /// Passes results on until all branches have ended.
    override func run() throws {
        guard order.isSet else {
            while try inp.receiveAnyEncoded({ try out.send($0) }) != nil {}
            return
        }
        var counts = [Int](repeating: 0, count: inp.count)
        while let branch = try order.next() {
            counts[branch] += 1
            let sent: Void? = try inp[branch].nextEncoded { item in
                try out.send(result(item, of: branch, number: counts[branch]))
            }
            if sent == nil { try noteMissing(branch, "ended without a result for its item \(counts[branch])") }
        }
        for branch in inp.indices {
            let more: Void? = try inp[branch].nextEncoded { _ in }
            if more != nil { throw disorder(branch, "gave more than one result for its item \(counts[branch])") }
        }
    }

    /// The result without its number, which must be the one that is due.
    private func result(_ item: EncodedItem<Item>, of branch: Int, number due: Int) throws -> EncodedItem<Item> {
        guard let (bytes, number) = ItemNumber.split(item.bytes) else {
            throw WorkflowError(.type, path: nodePath.description, "what came from branch\(branch + 1) has no number")
        }
        if number > due { throw disorder(branch, "gave no result for its item \(due)") }
        if number < due { throw disorder(branch, "gave more than one result for its item \(number)") }
        return EncodedItem(bytes: bytes, hasFiles: item.hasFiles)
    }

    private func noteMissing(_ branch: Int, _ what: String) throws {
        guard failOK else { throw disorder(branch, what) }
        logger.warning("branch\(branch + 1) \(what); the results of the others go on in order")
    }

    private func disorder(_ branch: Int, _ what: String) -> WorkflowError {
        WorkflowError(
            .usage,
            path: nodePath.description,
            "branch\(branch + 1) \(what), so the results cannot keep the order of the items; let the worker give exactly"
                + " one result for each item before it takes the next one, or leave out keepsOrder (keeps_order)"
        )
    }
}

/// A collector, to a graph that does not know the type of its items.
protocol ResultCollector: Node {
    var failOK: Bool { get set }
    var branches: MultiInputPort { get }
    var turns: InputPort { get }
    var results: OutputPort { get }
}

extension ParallelCollector: ResultCollector {
    var branches: MultiInputPort { inp }
    var turns: InputPort { order }
    var results: OutputPort { out }
}

extension OutputPort {
    /// Adds a node that collects what leaves here.
    func addCollector(to graph: Graph, options: NodeOptions) throws -> any ResultCollector {
        func add<Item: Codable & Sendable>(_ item: Item.Type) throws -> any ResultCollector {
            try graph.add(ParallelCollector<Item>.self, name: "results_\(propertyName)", options: options)
        }
        return try add(itemType)
    }
}

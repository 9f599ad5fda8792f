public import MaizeCore

extension Graph {
    /// Adds several nodes of one type that share the work: each item goes to one that waits for work.
    ///
    ///     let sort = try flow.parallel(Command.self, branches: 4) { $0.command = ["sed", "-u", "s/,/./g"] }
    ///
    /// - Parameters:
    ///   - type: The type of the worker: a node, or a graph with single ports.
    ///   - branches: How many workers there are, at least 1.
    ///   - keepsOrder: Whether results come in the order of the items; each item must then have exactly one result.
    ///   - name: The name of the whole; by default the worker's type's name in lower case.
    ///   - options: How each of the workers runs.
    ///   - configure: Sets parameters of all workers, and values of their inputs.
    /// - Returns: A graph that has the ports and the parameters of the worker's type.
    /// - Throws: as `add`, and for a type that cannot share work.
    @discardableResult
    public final func parallel<Worker: Component>(
        _ type: Worker.Type,
        branches: Int,
        keepsOrder: Bool = false,
        name: String? = nil,
        options: NodeOptions = NodeOptions(),
        configure: (Parallel<Worker>) throws -> Void = { _ in }
    ) throws -> Parallel<Worker> {
        let name = name ?? type.typeName.prefix { $0 != "<" }.lowercased()
        return try add(Parallel<Worker>.self, name: name, options: options) { whole in
            whole.branches = branches
            whole.keepsOrder = keepsOrder
            try configure(whole)
        }
    }
}

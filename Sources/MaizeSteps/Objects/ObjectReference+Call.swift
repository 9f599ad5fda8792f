public import MaizeCore

extension ObjectReference {
    /// Adds a call of a method of no arguments, which comes after all calls that were added before it.
    ///
    /// - Parameters:
    ///   - method: The method's type, visible outside its file and not local to a function.
    ///   - options: How the node of the call runs.
    /// - Returns: The call, which stands for its result.
    /// - Throws: `WorkflowError` for a type that cannot be used, or for a result of another workflow.
    @discardableResult
    public func call<Body: Method0>(
        _ method: Body.Type,
        options: NodeOptions = NodeOptions()
    ) throws -> Call<Body.Returned> where Body.Object == Object {
        try MethodRequest.check(MethodCall0<Body>.self, of: method)
        let (_, node) = try addCall(MethodNode0<Body>.self, of: method, options)
        return Call(node, node.out)
    }

    /// Adds a call of a method of one argument, which comes after all calls that were added before it.
    ///
    /// - Parameters:
    ///   - method: The method's type, visible outside its file and not local to a function.
    ///   - first: The first argument: a value, or what another call gives.
    ///   - options: How the node of the call runs.
    /// - Returns: The call, which stands for its result.
    /// - Throws: `WorkflowError` for a type that cannot be used, or for a result of another workflow.
    @discardableResult
    public func call<Body: Method1>(
        _ method: Body.Type,
        _ first: some ArgumentSource<Body.First>,
        options: NodeOptions = NodeOptions()
    ) throws -> Call<Body.Returned> where Body.Object == Object {
        try MethodRequest.check(MethodCall1<Body>.self, of: method)
        let (graph, node) = try addCall(MethodNode1<Body>.self, of: method, options)
        try first.argument.supply(node.first, in: graph)
        return Call(node, node.out)
    }

    /// Adds a call of a method of two arguments, which comes after all calls that were added before it.
    ///
    /// - Parameters:
    ///   - method: The method's type, visible outside its file and not local to a function.
    ///   - first: The first argument: a value, or what another call gives.
    ///   - second: The second argument: a value, or what another call gives.
    ///   - options: How the node of the call runs.
    /// - Returns: The call, which stands for its result.
    /// - Throws: `WorkflowError` for a type that cannot be used, or for a result of another workflow.
    @discardableResult
    public func call<Body: Method2>(
        _ method: Body.Type,
        _ first: some ArgumentSource<Body.First>,
        _ second: some ArgumentSource<Body.Second>,
        options: NodeOptions = NodeOptions()
    ) throws -> Call<Body.Returned> where Body.Object == Object {
        try MethodRequest.check(MethodCall2<Body>.self, of: method)
        let (graph, node) = try addCall(MethodNode2<Body>.self, of: method, options)
        try first.argument.supply(node.first, in: graph)
        try second.argument.supply(node.second, in: graph)
        return Call(node, node.out)
    }

    /// Adds the node of a call, between the object's next request and its answer.
    private func addCall<Returned, Added: MethodNode<Returned>>(
        _ type: Added.Type,
        of method: Any.Type,
        _ options: NodeOptions
    ) throws -> (Graph, Added) {
        guard let graph = node.parent else {
            throw WorkflowError(.usage, "the object '\(node.name)' is part of no workflow")
        }
        let name = graph.freeName("\(node.name).\(String(describing: method).prefix { $0 != "<" }.lowercased())")
        let added = try graph.add(type, name: name, options: options)
        try graph.connect(added.request, to: node.requests)
        try graph.connect(node.answers, to: added.answer)
        return (graph, added)
    }
}

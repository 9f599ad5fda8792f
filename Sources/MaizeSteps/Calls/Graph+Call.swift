public import MaizeCore

extension Graph {
    /// Adds a call of a function of no arguments.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters.
    /// - Returns: The call, which stands for its result.
    /// - Throws: `WorkflowError` for a type that cannot be used, or for a result of another workflow.
    @discardableResult
    public final func call<Body: Function0>(
        _ function: Body.Type,
        options: NodeOptions = NodeOptions(),
        configure: (FunctionNode0<Body>) throws -> Void = { _ in }
    ) throws -> Call<Body.Returned> {
        let node = try add(function, name: callName(of: function), options: options, configure: configure)
        return Call(node, node.out)
    }

    /// Adds a call of a function of one argument.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - first: The first argument: a value, or what another call gives.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters.
    /// - Returns: The call, which stands for its result.
    /// - Throws: `WorkflowError` for a type that cannot be used, or for a result of another workflow.
    @discardableResult
    public final func call<Body: Function1>(
        _ function: Body.Type,
        _ first: some ArgumentSource<Body.First>,
        options: NodeOptions = NodeOptions(),
        configure: (Map<Body>) throws -> Void = { _ in }
    ) throws -> Call<Body.Returned> {
        let node = try add(function, name: callName(of: function), options: options, configure: configure)
        try first.argument.supply(node.inp, in: self)
        return Call(node, node.out)
    }

    /// Adds a call of a function of two arguments.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - first: The first argument: a value, or what another call gives.
    ///   - second: The second argument: a value, or what another call gives.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters.
    /// - Returns: The call, which stands for its result.
    /// - Throws: `WorkflowError` for a type that cannot be used, or for a result of another workflow.
    @discardableResult
    public final func call<Body: Function2>(
        _ function: Body.Type,
        _ first: some ArgumentSource<Body.First>,
        _ second: some ArgumentSource<Body.Second>,
        options: NodeOptions = NodeOptions(),
        configure: (FunctionNode2<Body>) throws -> Void = { _ in }
    ) throws -> Call<Body.Returned> {
        let node = try add(function, name: callName(of: function), options: options, configure: configure)
        try first.argument.supply(node.first, in: self)
        try second.argument.supply(node.second, in: self)
        return Call(node, node.out)
    }

    /// Adds a call of a function of three arguments.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - first: The first argument: a value, or what another call gives.
    ///   - second: The second argument: a value, or what another call gives.
    ///   - third: The third argument: a value, or what another call gives.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters.
    /// - Returns: The call, which stands for its result.
    /// - Throws: `WorkflowError` for a type that cannot be used, or for a result of another workflow.
    @discardableResult
    public final func call<Body: Function3>(
        _ function: Body.Type,
        _ first: some ArgumentSource<Body.First>,
        _ second: some ArgumentSource<Body.Second>,
        _ third: some ArgumentSource<Body.Third>,
        options: NodeOptions = NodeOptions(),
        configure: (FunctionNode3<Body>) throws -> Void = { _ in }
    ) throws -> Call<Body.Returned> {
        let node = try add(function, name: callName(of: function), options: options, configure: configure)
        try first.argument.supply(node.first, in: self)
        try second.argument.supply(node.second, in: self)
        try third.argument.supply(node.third, in: self)
        return Call(node, node.out)
    }

    /// Adds a call of a function of four arguments.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - first: The first argument: a value, or what another call gives.
    ///   - second: The second argument: a value, or what another call gives.
    ///   - third: The third argument: a value, or what another call gives.
    ///   - fourth: The fourth argument: a value, or what another call gives.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters.
    /// - Returns: The call, which stands for its result.
    /// - Throws: `WorkflowError` for a type that cannot be used, or for a result of another workflow.
    @discardableResult
    public final func call<Body: Function4>(
        _ function: Body.Type,
        _ first: some ArgumentSource<Body.First>,
        _ second: some ArgumentSource<Body.Second>,
        _ third: some ArgumentSource<Body.Third>,
        _ fourth: some ArgumentSource<Body.Fourth>,
        options: NodeOptions = NodeOptions(),
        configure: (FunctionNode4<Body>) throws -> Void = { _ in }
    ) throws -> Call<Body.Returned> {
        let node = try add(function, name: callName(of: function), options: options, configure: configure)
        try first.argument.supply(node.first, in: self)
        try second.argument.supply(node.second, in: self)
        try third.argument.supply(node.third, in: self)
        try fourth.argument.supply(node.fourth, in: self)
        return Call(node, node.out)
    }

    /// `add_0000`, `add_0001` and so on for calls of `Add`.
    private func callName<Body: Function>(of function: Body.Type) -> String {
        freeName(FunctionNode<Body>.typeName.prefix { $0 != "<" }.lowercased())
    }

    /// Lets an input receive what a call gives, beside whoever else does.
    ///
    /// - Throws: `WorkflowError` when the input is taken, or belongs to another workflow.
    public final func supply<Item>(_ source: some ArgumentSource<Item>, to input: Input<Item>) throws {
        try source.argument.supply(input, in: self)
    }

    /// Brings what a call gives back to the program that starts the run.
    ///
    ///     let sum = try flow.result(of: flow.call(Add.self, 1, 2))
    ///     try flow.execute()
    ///     print(sum.value)
    ///
    /// - Parameter source: A call, a part of what one gives, or a list of such, whose results are brought together.
    /// - Returns: The node whose `value` it is after the run.
    /// - Throws: `WorkflowError` for a result of another workflow.
    public final func result<Item>(of source: some ArgumentSource<Item>) throws -> Return<Item> {
        let result = try add(Return<Item>.self, name: freeName("result"))
        try supply(source, to: result.inp)
        return result
    }
}

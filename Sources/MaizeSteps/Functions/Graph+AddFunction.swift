public import MaizeCore

extension Graph {
    /// Adds a node that calls a function of no arguments; see `FunctionNode0`.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - name: The name, unique in this graph; by default the function's name in lower case.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters, and values of inputs.
    /// - Returns: The new node.
    /// - Throws: `WorkflowError` for a name or a type that cannot be used.
    @discardableResult
    public final func add<Body: Function0>(
        _ function: Body.Type,
        name: String? = nil,
        options: NodeOptions = NodeOptions(),
        configure: (FunctionNode0<Body>) throws -> Void = { _ in }
    ) throws -> FunctionNode0<Body> {
        try add(FunctionNode0<Body>.self, name: name, options: options, configure: configure)
    }

    /// Adds a node that calls a function of one argument; see `Map`.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - name: The name, unique in this graph; by default the function's name in lower case.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters, and values of inputs.
    /// - Returns: The new node.
    /// - Throws: `WorkflowError` for a name or a type that cannot be used.
    @discardableResult
    public final func add<Body: Function1>(
        _ function: Body.Type,
        name: String? = nil,
        options: NodeOptions = NodeOptions(),
        configure: (Map<Body>) throws -> Void = { _ in }
    ) throws -> Map<Body> {
        try add(Map<Body>.self, name: name, options: options, configure: configure)
    }

    /// Adds a node that calls a function of two arguments; see `FunctionNode2`.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - name: The name, unique in this graph; by default the function's name in lower case.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters, and values of inputs.
    /// - Returns: The new node.
    /// - Throws: `WorkflowError` for a name or a type that cannot be used.
    @discardableResult
    public final func add<Body: Function2>(
        _ function: Body.Type,
        name: String? = nil,
        options: NodeOptions = NodeOptions(),
        configure: (FunctionNode2<Body>) throws -> Void = { _ in }
    ) throws -> FunctionNode2<Body> {
        try add(FunctionNode2<Body>.self, name: name, options: options, configure: configure)
    }

    /// Adds a node that calls a function of three arguments; see `FunctionNode3`.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - name: The name, unique in this graph; by default the function's name in lower case.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters, and values of inputs.
    /// - Returns: The new node.
    /// - Throws: `WorkflowError` for a name or a type that cannot be used.
    @discardableResult
    public final func add<Body: Function3>(
        _ function: Body.Type,
        name: String? = nil,
        options: NodeOptions = NodeOptions(),
        configure: (FunctionNode3<Body>) throws -> Void = { _ in }
    ) throws -> FunctionNode3<Body> {
        try add(FunctionNode3<Body>.self, name: name, options: options, configure: configure)
    }

    /// Adds a node that calls a function of four arguments; see `FunctionNode4`.
    ///
    /// - Parameters:
    ///   - function: The function's type, visible outside its file and not local to a function.
    ///   - name: The name, unique in this graph; by default the function's name in lower case.
    ///   - options: How the node runs.
    ///   - configure: Sets the function's parameters, and values of inputs.
    /// - Returns: The new node.
    /// - Throws: `WorkflowError` for a name or a type that cannot be used.
    @discardableResult
    public final func add<Body: Function4>(
        _ function: Body.Type,
        name: String? = nil,
        options: NodeOptions = NodeOptions(),
        configure: (FunctionNode4<Body>) throws -> Void = { _ in }
    ) throws -> FunctionNode4<Body> {
        try add(FunctionNode4<Body>.self, name: name, options: options, configure: configure)
    }
}

extension Function0 {
    /// The type of the node that calls the function, for whatever takes a type of nodes.
    public typealias AsNode = FunctionNode0<Self>
}

extension Function1 {
    /// The type of the node that calls the function, for whatever takes a type of nodes.
    public typealias AsNode = Map<Self>
}

extension Function2 {
    /// The type of the node that calls the function, for whatever takes a type of nodes.
    public typealias AsNode = FunctionNode2<Self>
}

extension Function3 {
    /// The type of the node that calls the function, for whatever takes a type of nodes.
    public typealias AsNode = FunctionNode3<Self>
}

extension Function4 {
    /// The type of the node that calls the function, for whatever takes a type of nodes.
    public typealias AsNode = FunctionNode4<Self>
}

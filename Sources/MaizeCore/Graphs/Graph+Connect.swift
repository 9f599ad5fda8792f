package import MaizeWire

extension Graph {
    /// Connects an output with an input.
    ///
    /// - Parameters:
    ///   - output: Where items come from.
    ///   - input: Where they go.
    ///   - capacity: Items that may be under way; 64 unless given.
    ///   - mode: How files in the items travel; unless given, as the ends want it.
    /// - Throws: `WorkflowError` when an end is taken, or belongs to another workflow.
    public final func connect<Value>(
        _ output: Output<Value>,
        to input: Input<Value>,
        capacity: Int? = nil,
        mode: FileMode? = nil
    ) throws {
        try connect(any: output, to: input, capacity: capacity, mode: mode)
    }

    /// Connects an output with a new place of a multi input.
    public final func connect<Value>(
        _ output: Output<Value>,
        to input: MultiInput<Value>,
        capacity: Int? = nil,
        mode: FileMode? = nil
    ) throws {
        try connect(any: output, to: input, capacity: capacity, mode: mode)
    }

    /// Connects a new place of a multi output with an input.
    public final func connect<Value>(
        _ output: MultiOutput<Value>,
        to input: Input<Value>,
        capacity: Int? = nil,
        mode: FileMode? = nil
    ) throws {
        try connect(any: output, to: input, capacity: capacity, mode: mode)
    }

    /// Connects new places of two multi ports.
    public final func connect<Value>(
        _ output: MultiOutput<Value>,
        to input: MultiInput<Value>,
        capacity: Int? = nil,
        mode: FileMode? = nil
    ) throws {
        try connect(any: output, to: input, capacity: capacity, mode: mode)
    }

    /// Connects ports whose types are known only at run time; a multi port gets a new place.
    ///
    /// - Throws: `WorkflowError` also when the port that sends is no output, the other one no input, or when they carry
    ///   different types.
    package final func connect(
        any output: AnyPort,
        to input: AnyPort,
        capacity: Int? = nil,
        mode: FileMode? = nil,
        traits: ChannelTraits = []
    ) throws {
        guard output is OutputPort || output is MultiOutputPort else {
            throw WorkflowError(.connection, "'\(output.location)' is an input; only an output can send")
        }
        guard input is InputPort || input is MultiInputPort else {
            throw WorkflowError(.connection, "'\(input.location)' is an output; only an input can receive")
        }
        guard output.itemType == input.itemType else {
            throw WorkflowError(
                .connection,
                "'\(output.location)' sends items of type \(TypeText.text(of: output.itemType)), and '\(input.location)' takes"
                    + " \(TypeText.text(of: input.itemType))"
            )
        }
        try checkCapacity(capacity, output, input)
        // Before a multi port gets a new place, which a refusal would leave behind.
        if let single = output as? OutputPort { try checkFree(single) } else { try checkReach(output) }
        if let single = input as? InputPort { try checkFree(single) } else { try checkReach(input) }
        guard let sender = output as? OutputPort ?? (output as? MultiOutputPort)?.addElement(),
            let receiver = input as? InputPort ?? (input as? MultiInputPort)?.addElement()
        else { return }  // the first two checks leave nothing else
        try connectPorts(sender, receiver, capacity ?? Channel.defaultCapacity, mode, traits)
    }

    /// Connects ports that were found to be free.
    private func connectPorts(
        _ output: OutputPort,
        _ input: InputPort,
        _ capacity: Int,
        _ mode: FileMode?,
        _ traits: ChannelTraits
    ) throws {
        guard let sender = output.leaf as? OutputPort, let receiver = input.leaf as? InputPort else {
            throw WorkflowError(.connection, "'\(output.location)' to '\(input.location)': the ends do not fit")
        }
        let mode = FileMode.ofChannel(mode, sender: output.wantedMode, receiver: input.wantedMode)
        let channel = Channel(sender: sender, receiver: receiver, capacity: capacity, mode: mode, traits: traits)
        for port in [output, input, sender, receiver] as [AnyPort] { port.channel = channel }
        (root as? Graph)?.channels.append(channel)
    }

    /// Before a multi port gets a new place, which a refusal would leave behind.
    private func checkCapacity(_ capacity: Int?, _ output: AnyPort, _ input: AnyPort) throws {
        guard let capacity, !Channel.possibleCapacities.contains(capacity) else { return }
        throw WorkflowError(
            .connection,
            "'\(output.location)' to '\(input.location)': a capacity of \(capacity) items is not possible;"
                + " it must be 1 to \(Channel.maximumCapacity)"
        )
    }

    private func checkFree(_ port: AnyPort) throws {
        try checkReach(port)
        if let channel = port.channel ?? port.leaf.channel {
            throw WorkflowError(
                .connection,
                "port '\(port.location)' is connected already (\(channel.description)); a single port takes one"
                    + " channel: declare it as a multi port, or put a Merge or a Copy between"
            )
        }
        if let outer = port.outerPort {
            throw WorkflowError(
                .connection,
                "port '\(port.location)' is exposed as '\(outer.location)'; connect that one from outside"
            )
        }
    }

    private func checkReach(_ port: AnyPort) throws {
        guard let owner = port.owner else {
            throw WorkflowError(.connection, "a port that belongs to no component of a workflow cannot be connected")
        }
        if owner.parent == nil, owner !== root {
            throw WorkflowError(
                .connection,
                "port '\(port.location)' of '\(owner.name)' is part of no workflow any more; where another node took its"
                    + " place, connect the one that replace(…) gave"
            )
        }
        guard owner.root === root else {
            throw WorkflowError(
                .connection,
                "port '\(port.location)' belongs to the workflow '\(owner.root.name)', not to '\(root.name)';"
                    + " components can only be connected within one workflow"
            )
        }
        var above = owner.parent
        while let graph = above, graph !== self { above = graph.parent }
        guard above === self else {
            throw WorkflowError(
                .connection,
                path: componentPath.description,
                "port '\(port.location)' is not inside this graph; connect it in the graph around"
            )
        }
    }
}

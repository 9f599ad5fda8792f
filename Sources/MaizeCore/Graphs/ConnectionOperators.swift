// Connections as operators, made in the innermost graph that both ends are in. `>>` takes two operands: a row of three
// components is `flow.chain(a, b, c)`, or `(a >> b) >> c`.

/// Connects an output with an input, as `connect(_:to:)` does.
public func >> <Value>(output: Output<Value>, input: Input<Value>) throws { try join(output, input) }

/// Connects an output with a new place of a multi input.
public func >> <Value>(output: Output<Value>, input: MultiInput<Value>) throws { try join(output, input) }

/// Connects a new place of a multi output with an input.
public func >> <Value>(output: MultiOutput<Value>, input: Input<Value>) throws { try join(output, input) }

/// Connects new places of two multi ports.
public func >> <Value>(output: MultiOutput<Value>, input: MultiInput<Value>) throws { try join(output, input) }

/// Connects an input with an output: `>>` the other way round.
public func << <Value>(input: Input<Value>, output: Output<Value>) throws { try join(output, input) }

/// Connects a new place of a multi input with an output.
public func << <Value>(input: MultiInput<Value>, output: Output<Value>) throws { try join(output, input) }

/// Connects an input with a new place of a multi output.
public func << <Value>(input: Input<Value>, output: MultiOutput<Value>) throws { try join(output, input) }

/// Connects new places of two multi ports.
public func << <Value>(input: MultiInput<Value>, output: MultiOutput<Value>) throws { try join(output, input) }

/// Connects two components by their first ports that fit, as `autoConnect` does, and gives the right one.
@discardableResult
public func >> <Right: Component>(left: Component, right: Right) throws -> Right {
    try Graph.around(left, right).autoConnect(left, right)
    return right
}

private func join(_ output: AnyPort, _ input: AnyPort) throws {
    try Graph.around(output.owner, input.owner).connect(any: output, to: input)
}

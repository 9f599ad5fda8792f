internal import MaizeWire

/// A single input: one channel, or a value that stands for it.
///
///     let inp = Input<Int>()
///     let scale = Input<Double>(default: 1)      // gives 1 when nothing is connected
///
/// `receive()` waits for an item and, once the stream has ended, throws the stop that ends the node.
public final class Input<Value: Codable & Sendable>: InputPort {
    private let defaultValue: Value?
    private var givenValue: Value?
    private let isCached: Bool
    private var lastValue: Value?
    private var source: (any ItemReceiver)?
    private let decoder = ItemDecoder()

    /// Declares an input.
    ///
    /// - Parameters:
    ///   - optional: The node works without a channel and without a value.
    ///   - default: The item that every `receive()` gives while nothing is connected.
    ///   - cached: While no new item is there, the last one is given again.
    ///   - mode: How files come in, as far as this end cares; nil leaves it to the other end.
    ///   - name: The name in files and options, if it differs from the property's.
    ///   - help: One line for people.
    public init(
        optional: Bool = false,
        default: Value? = nil,
        cached: Bool = false,
        mode: FileMode? = nil,
        name: String? = nil,
        help: String = ""
    ) {
        defaultValue = `default`
        isCached = cached
        super.init(outerName: name, help: help, isOptional: optional, mode: mode)
    }

    // MARK: Receiving

    /// The next item; waits until it comes.
    ///
    /// - Throws: `Stop` once the stream has ended and every item was received, `StreamBroken` when it was cut short,
    ///   `WorkflowError` when there is neither a channel nor a value.
    public func receive() throws -> Value {
        if let item = try take() { return item }
        if source == nil { throw unusable("is not connected and has no value; use receiveOptional()") }
        throw Stop(.inputFinished(port: label))
    }

    /// The next item, or nil when nothing is connected or the stream has ended; waits for either.
    public func receiveOptional() throws -> Value? { try take() }

    /// The next item, or nil once the stream has ended; waits for either.
    public func next() throws -> Value? {
        if source == nil && !hasValue && !isOptional { throw unusable("is not connected and has no value") }
        return try take()
    }

    private func take() throws -> Value? {
        guard let source else {
            try refuseOnGraph()
            return givenValue ?? defaultValue
        }
        if isCached { return try takeOrRepeat(source) }
        guard let payload = try source.nextPayload() else { return nil }
        defer { source.removePayload() }
        return try decode(payload)
    }

    private func takeOrRepeat(_ source: any ItemReceiver) throws -> Value? {
        // An end that is active was cut short, and must be met: the last item does not hide it.
        if let lastValue, !source.isReady, !(source.hasEnded && source.isActive) { return lastValue }
        if let payload = try source.nextPayload() {
            defer { source.removePayload() }
            lastValue = try decode(payload)
        }
        return lastValue
    }

    private func decode(_ payload: UnsafeRawBufferPointer) throws -> Value {
        do {
            return try decoder.decode(Value.self, from: payload)
        } catch let error as DecodingError {
            let sender = source?.peerName ?? "its sender"
            throw WorkflowError(.value, "input '\(location)': what \(sender) sent is no \(Value.self): \(error)")
        }
    }

    private func refuseOnGraph() throws {
        if exposedPort != nil { throw unusable("belongs to a graph, which receives nothing itself") }
    }

    /// Whether `receive()` would give an item at once.
    public var ready: Bool {
        guard let source else { return hasValue }
        return source.isReady || lastValue != nil
    }

    /// Whether an item is there or may still come.
    override public var isActive: Bool {
        guard let source else { return hasValue }
        return source.isActive || lastValue != nil
    }

    /// Tells the sender that nothing more is wanted: it stops at its next send.
    override public func close() { source?.close() }

    // MARK: A value in place of a channel

    /// Gives the input a value, which every `receive()` then gives.
    ///
    /// - Throws: `WorkflowError` when a channel is connected.
    public func set(_ value: Value) throws {
        if let exposed = exposedPort as? Input<Value> { return try exposed.set(value) }
        guard channel == nil else {
            throw WorkflowError(
                .value,
                "input '\(location)' is connected, so it cannot hold a value; remove one of both"
            )
        }
        givenValue = value
    }

    override package var hasValue: Bool { givenValue != nil || defaultValue != nil }

    override package func encodedValue() throws -> [UInt8]? { try givenValue.map { try ItemCoder.encodeItem($0) } }

    override package func setEncoded(_ bytes: [UInt8]) throws {
        givenValue = try ItemCoder.decodeItem(Value.self, from: bytes)
    }

    override package func setValue(from source: any ValueSource) throws { try set(source.value(as: Value.self)) }

    override package func attach(_ receiver: any ItemReceiver) { source = receiver }
    override package var receiver: (any ItemReceiver)? { source }
    override package var itemType: any (Codable & Sendable).Type { Value.self }

    /// Lends the next item as it was encoded; nil once the stream has ended.
    package func nextEncoded<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result? {
        if let source, !isCached {
            guard let payload = try source.nextPayload() else { return nil }
            defer { source.removePayload() }
            return try body(payload)
        }
        guard let item = try next() else { return nil }
        return try ItemCoder.encodeItem(item).withUnsafeBytes(body)
    }
}

extension Input: Sequence {
    /// The items until the stream ends; a stream that is cut short ends the node, not merely the loop.
    ///
    /// In a `for` loop an error cannot be thrown from here: it is kept, and the node is stopped when its `run()`
    /// returns. Prefer `while let item = try inp.next()`.
    public func makeIterator() -> AnyIterator<Value> {
        AnyIterator { [self] in
            do {
                return try next()
            } catch {
                owner?.pendingError = error
                return nil
            }
        }
    }
}

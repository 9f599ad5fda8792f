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
    private let rules: RuleList<Value>
    private let hook: Hook<Value>?
    private var preloaded = PreloadedItems<Value>()
    private var lastValue: Value?
    private var source: (any ItemReceiver)?
    /// What comes through the channel goes to the node as it is: nothing lies before it, nothing is done to it.
    @exclusivity(unchecked) private var isPlain: Bool
    private let decoder = ItemDecoder()

    /// Declares an input.
    ///
    /// - Parameters:
    ///   - optional: The node works without a channel and without a value.
    ///   - default: The item that every `receive()` gives while nothing is connected.
    ///   - cached: While no new item is there, the last one is given again.
    ///   - mode: How files come in, as far as this end cares; nil leaves it to the other end.
    ///   - rule: What each item must be, as it comes; several with commas between.
    ///   - hook: What is done to each item when it is received, also to one that is given in place of a channel's.
    ///   - name: The name in files and options, if it differs from the property's.
    ///   - help: One line for people.
    public convenience init(
        optional: Bool = false,
        default: Value? = nil,
        cached: Bool = false,
        mode: FileMode? = nil,
        rule: Rule<Value>...,
        hook: (@Sendable (Value) throws -> Value)? = nil,
        name: String? = nil,
        help: String = ""
    ) {
        self.init(optional, `default`, cached, mode, RuleList(rules: rule), hook, name, help)
    }

    init(
        _ optional: Bool,
        _ default: Value?,
        _ cached: Bool,
        _ mode: FileMode?,
        _ rules: RuleList<Value>,
        _ hook: Hook<Value>?,
        _ name: String?,
        _ help: String
    ) {
        defaultValue = `default`
        isCached = cached
        self.rules = rules
        self.hook = hook
        isPlain = !cached && rules.isEmpty && hook == nil
        super.init(outerName: name, help: help, isOptional: optional, mode: mode)
    }

    // MARK: Receiving

    /// The next item; waits until it comes.
    ///
    /// - Throws: `Stop` once the stream has ended and every item was received, `StreamBroken` when it was cut short,
    ///   `WorkflowError` when there is neither a channel nor a value, or for an item that breaks a rule.
    public func receive() throws -> Value {
        if let item = try take() { return item }
        if source == nil, !preloaded.wereGiven {
            throw unusable("is not connected and has no value; use receiveOptional()")
        }
        throw Stop(.inputFinished(port: label))
    }

    /// The next item, or nil when nothing is connected or the stream has ended; waits for either.
    ///
    /// - Throws: `StreamBroken` when the stream was cut short.
    public func receiveOptional() throws -> Value? { try take() }

    /// The next item, or nil once the stream has ended; waits for either.
    public func next() throws -> Value? {
        if source == nil, !isSet, !isOptional { throw unusable("is not connected and has no value") }
        return try take()
    }

    /// All items that lie ready, without waiting; without a channel, the value in place of one after preloaded items.
    ///
    /// - Throws: `WorkflowError` when there is neither a channel nor a value, `StreamBroken` when nothing lies ready
    ///   because the stream was cut short.
    public func drain() throws -> [Value] {
        guard let source else {
            if !isSet { throw unusable("is not connected and has no value, so there is nothing to drain") }
            var items = try takePreloaded()
            // The last item hides the value.
            if hasValue, !isCached || items.isEmpty, let value = try take() { items.append(value) }
            return items
        }
        var items = try takePreloaded()
        while source.isReady, let item = try take() { items.append(item) }
        // An end that is active was cut short, and must be met.
        if items.isEmpty, source.hasEnded, source.isActive, let item = try take() { items.append(item) }
        return items
    }

    private func takePreloaded() throws -> [Value] {
        var items: [Value] = []
        while !preloaded.isEmpty, let item = try take() { items.append(item) }
        return items
    }

    private func take() throws -> Value? {
        guard let source, isPlain else { return try takeWithCare() }
        guard let payload = try source.nextPayload() else { return nil }
        defer { source.removePayload() }
        return try decode(payload)
    }

    private func takeWithCare() throws -> Value? {
        try refuseOnGraph()
        guard let item = try takeAsItCame() else { return nil }
        guard let hook else { return item }
        return try apply(hook, to: item)
    }

    private func takeAsItCame() throws -> Value? {
        if let item = preloaded.removeFirst() {
            isPlain = findsPlain
            if isCached { lastValue = item }
            return item
        }
        guard let source else {
            guard let value = lastValue ?? givenValue ?? defaultValue else { return nil }
            // A value never ends, so a node that only takes it would not meet the shutdown anywhere else.
            if owner?.context?.shutdownRequested == true { throw Stop(.shutdown) }
            return value
        }
        guard isCached else { return try takeNew(from: source) }
        // An end that is active was cut short, and must be met: the last item does not hide it.
        if let lastValue, !source.isReady, !(source.hasEnded && source.isActive) { return lastValue }
        if let item = try takeNew(from: source) { lastValue = item }
        return lastValue
    }

    private func takeNew(from source: any ItemReceiver) throws -> Value? {
        guard let payload = try source.nextPayload() else { return nil }
        defer { source.removePayload() }
        let item = try decode(payload)
        if let problem = rules.problem(with: item) {
            throw WorkflowError(.value, "input '\(location)': the item \(problem); it came from \(source.peerName)")
        }
        return item
    }

    private var findsPlain: Bool { !isCached && rules.isEmpty && hook == nil && preloaded.isEmpty }

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

    /// Whether an item can be had without waiting for the channel: one that lies before those of the channel, the last one
    /// of a cached input, a value in place of a channel.
    var isActiveWithoutChannel: Bool { !preloaded.isEmpty || lastValue != nil || (source == nil && hasValue) }

    /// Whether `receive()` would give an item at once.
    public var ready: Bool {
        if !preloaded.isEmpty || lastValue != nil { return true }
        return source?.isReady ?? hasValue
    }

    /// Whether an item is there or may still come.
    override public var isActive: Bool {
        if !preloaded.isEmpty || lastValue != nil { return true }
        return source?.isActive ?? hasValue
    }

    /// Tells the sender that nothing more is wanted: it stops at its next send.
    override public func close() {
        preloaded.removeAll()
        isPlain = findsPlain
        source?.close()
    }

    // MARK: A value in place of a channel

    /// The value, where there is no channel.
    package var valueInPlace: Value? { isConnected ? nil : givenValue ?? defaultValue }

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
        try keepRules(value)
        givenValue = value
    }

    private func keepRules(_ value: Value) throws {
        guard let problem = rules.problem(with: value) else { return }
        throw WorkflowError(.value, "input '\(location)': the value \(problem)")
    }

    override package var ruleProblem: String? {
        valueInPlace.flatMap { rules.problem(with: $0) }
    }
    override package var ruleWords: [String] { rules.words }

    /// Lays items before those of the channel: `receive` gives each of them once, in order, and then what comes.
    ///
    /// They start a cycle whose nodes would otherwise wait for each other. Without a channel they are the whole stream,
    /// unless the input has a value or a default, which then follows them for ever.
    ///
    ///     try flow.add(Countdown.self) { try $0.inp.preload(10) }
    public func preload(_ items: Value...) throws {
        if let exposed = exposedPort as? Input<Value> { return try exposed.preload(contentsOf: items) }
        try preload(contentsOf: items)
    }

    private func preload(contentsOf items: [Value]) throws {
        if let exposed = exposedPort as? Input<Value> { return try exposed.preload(contentsOf: items) }
        for item in items { try keepRules(item) }
        preloaded.append(items)
        isPlain = findsPlain
    }

    override package var wasPreloaded: Bool { preloaded.wereGiven }

    override package func encodedPreloads() throws -> [[UInt8]] {
        try preloaded.waiting.map { try ItemCoder.encodeItem($0) }
    }

    override package func preloadEncoded(_ items: [[UInt8]]) throws {
        try preload(contentsOf: items.map { try ItemCoder.decodeItem(Value.self, from: $0) })
    }

    override func adoptValues(of outer: InputPort) throws {
        guard let outer = outer as? Input<Value> else { return }
        if let value = outer.givenValue ?? (givenValue == nil ? outer.defaultValue : nil) { try set(value) }
        try preload(contentsOf: outer.preloaded.waiting)
    }

    // MARK: Files

    private var pathRule: PathRule { PathRule.holdsFiles(Value.self) ? .all : .none }
    /// What the node gets without a channel having sent it.
    private var valuesAtHand: [Value] {
        preloaded.waiting + [valueInPlace].compactMap(\.self)
    }

    override package func makePathsAbsolute(from folder: String) {
        let rule = pathRule
        preloaded.change { rule.absolute($0, from: folder) ?? $0 }
        // A default that a channel hides stays one.
        if !isConnected, let value = givenValue ?? defaultValue, let absolute = rule.absolute(value, from: folder) {
            givenValue = absolute
        }
    }

    override package var pathProblem: String? { valuesAtHand.compactMap(pathRule.problem).first }
    override package var neededFiles: [String] { valuesAtHand.flatMap(pathRule.paths) }

    override package var wasGiven: Bool { givenValue != nil }
    override package var hasValue: Bool { givenValue != nil || defaultValue != nil }

    override package func encodedValue() throws -> [UInt8]? { try givenValue.map { try ItemCoder.encodeItem($0) } }

    // A default that cannot be encoded is told by the check as soon as it has to travel.
    override package var defaultItem: [UInt8]? { defaultValue.flatMap { try? ItemCoder.encodeItem($0) } }

    override package func setEncoded(_ bytes: [UInt8]) throws {
        givenValue = try ItemCoder.decodeItem(Value.self, from: bytes)
    }

    override package func setValue(from source: any ValueSource) throws {
        let value = try source.value(as: Value.self)
        // Who has the source knows the input, and names it.
        if let problem = rules.problem(with: value) { throw WorkflowError(.value, "the value \(problem)") }
        try set(value)
    }

    override func makeStandIn(named name: String) -> AnyPort {
        Input<Value>(isDeclaredOptional, nil, false, nil, RuleList(rules: []), nil, name, help)
    }

    override var treatment: String? {
        hook != nil ? "a hook" : !rules.isEmpty ? "a rule" : isCached ? "the option 'cached'" : nil
    }
    var ruleList: RuleList<Value> { rules }

    override package func attach(_ receiver: any ItemReceiver) { source = receiver }
    override package var receiver: (any ItemReceiver)? { source }
    override package var itemType: any (Codable & Sendable).Type { Value.self }

    /// The channel's end, where its items go to the node as they are; nil also while preloaded ones lie before them.
    package var plainReceiver: (any ItemReceiver)? { isPlain ? source : nil }

    /// Whether an item lies ready, as far as is known without looking for more.
    package var hasItem: Bool { !preloaded.isEmpty || source?.hasItem ?? false }

    override package var hasPreloaded: Bool { !preloaded.isEmpty }

    override package var keepsLastItem: Bool { isCached }
}

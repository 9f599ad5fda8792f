/// An input to which any number of outputs can be connected: a collection of single inputs.
///
///     let inp = MultiInput<String>()
///
///     override func run() throws {
///         let words = try inp.map { try $0.receive() }
///         logger.info("\(words.joined(separator: " "))")
///     }
public final class MultiInput<Value: Codable & Sendable>: MultiInputPort, RandomAccessCollection {
    private let isCached: Bool
    private let rules: RuleList<Value>
    private let hook: Hook<Value>?
    private var lastFound = -1
    /// Where the receivers stand among the elements: one that holds a value has none.
    private var places: [Int] = []
    /// The elements' receivers, collected once.
    private var receivers: [any ItemReceiver] = []

    /// Declares a multi input.
    ///
    /// - Parameters:
    ///   - optional: The node works without any channel here.
    ///   - cached: While no new item is there for one of the inputs, its last one is given again; `receiveAny()` gives new
    ///     items only.
    ///   - mode: How files come in, as far as this end cares; nil leaves it to the other end.
    ///   - rule: What each item must be, as it comes; several with commas between.
    ///   - hook: What is done to each item when it is received.
    ///   - name: The name in files, if it differs from the property's.
    ///   - help: One line for people.
    public init(
        optional: Bool = false,
        cached: Bool = false,
        mode: FileMode? = nil,
        rule: Rule<Value>...,
        hook: (@Sendable (Value) throws -> Value)? = nil,
        name: String? = nil,
        help: String = ""
    ) {
        isCached = cached
        rules = RuleList(rules: rule)
        self.hook = hook
        super.init(outerName: name, help: help, isOptional: optional, mode: mode)
    }

    override package func makeElement() -> InputPort {
        Input<Value>(isOptional, nil, isCached, mode, rules, hook, outerName, help)
    }
    override func makeStandIn(named name: String) -> AnyPort {
        MultiInput<Value>(optional: isDeclaredOptional, name: name, help: help)
    }
    override package var keepsLastItem: Bool { isCached }
    override package var ruleWords: [String] { rules.words }
    override var treatment: String? { makeElement().treatment }
    override package var itemType: any (Codable & Sendable).Type { Value.self }
    /// Whether there is a place, and each has a channel or a value.
    override public var isConnected: Bool {
        !elements.isEmpty && elements.allSatisfy(\.isSet)
    }

    /// The place of the first channel.
    public var startIndex: Int { 0 }
    /// The number of channels.
    public var endIndex: Int { elements.count }

    /// The input at a place.
    public subscript(position: Int) -> Input<Value> {
        guard let element = elements[position] as? Input<Value> else {
            preconditionFailure("a multi input holds only what makeElement() made")
        }
        return element
    }

    /// The next item that comes on any of the inputs, with its place; nil once all have ended.
    ///
    /// Preloaded items come first; then inputs that have items take turns. Waiting costs no processor time.
    ///
    /// - Throws: `StreamBroken` when one of the streams was cut short, `Stop` at the run's shutdown.
    public func receiveAny() throws -> (index: Int, item: Value)? {
        try receiveAny { input in try input.receiveOptional() }
    }

    /// As `receiveAny()`, with the item lent as it was encoded.
    package func receiveAnyEncoded<Result>(
        _ body: (EncodedItem<Value>) throws -> Result
    ) throws -> (index: Int, item: Result)? {
        try receiveAny { input in try input.nextEncoded(body) }
    }

    private func receiveAny<Item>(_ take: (Input<Value>) throws -> Item?) throws -> (index: Int, item: Item)? {
        guard let context = owner?.context else { throw unusable("can only receive in a run") }
        if receivers.isEmpty {
            places = elements.indices.filter { elements[$0].receiver != nil }
            receivers = elements.compactMap(\.receiver)
        }
        for place in indices where elements[place].hasPreloaded {
            if let item = try take(self[place]) { return (place, item) }
        }
        while let found = try context.waitForAny(of: receivers, after: lastFound) {
            lastFound = found
            let place = places[found]
            if let item = try take(self[place]) { return (place, item) }
        }
        return nil
    }

    /// Whether an item is there or may still come on any of the inputs.
    public var isActive: Bool { elements.contains { $0.isActive } }

    /// Adds an input that holds a value instead of a channel: each `receive()` on it gives the value.
    ///
    /// `receiveAny()` does not look at it, since it would never end.
    public func append(_ value: Value) throws {
        guard let element = addElement() as? Input<Value> else { return }  // what makeElement() made is one
        try element.set(value)
    }
}

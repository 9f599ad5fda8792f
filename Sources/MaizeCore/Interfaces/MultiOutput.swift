/// An output from which any number of channels lead: a collection of single outputs.
///
///     let inp = Input<String>()
///     let out = MultiOutput<String>()
///
///     override func run() throws {
///         while let line = try inp.next() {
///             for output in out { try output.send(line) }
///         }
///     }
public final class MultiOutput<Value: Codable & Sendable>: MultiOutputPort, RandomAccessCollection {
    private let hook: Hook<Value>?

    /// Declares a multi output.
    ///
    /// - Parameters:
    ///   - optional: The workflow is complete without any channel here.
    ///   - mode: How files leave, as far as this end cares; nil leaves it to the other end.
    ///   - hook: What is done to each item before it is sent.
    ///   - name: The name in files, if it differs from the property's.
    ///   - help: One line for people.
    public init(
        optional: Bool = false,
        mode: FileMode? = nil,
        hook: (@Sendable (Value) throws -> Value)? = nil,
        name: String? = nil,
        help: String = ""
    ) {
        self.hook = hook
        super.init(outerName: name, help: help, isOptional: optional, mode: mode)
    }

    override package func makeElement() -> OutputPort {
        Output<Value>(optional: isOptional, mode: mode, hook: hook, name: outerName)
    }
    override func makeStandIn(named name: String) -> AnyPort {
        MultiOutput<Value>(optional: isDeclaredOptional, name: name, help: help)
    }
    override var treatment: String? { makeElement().treatment }
    override package var itemType: any (Codable & Sendable).Type { Value.self }
    override public var isConnected: Bool { !elements.isEmpty && elements.allSatisfy(\.isConnected) }

    /// The place of the first channel.
    public var startIndex: Int { 0 }
    /// The number of channels.
    public var endIndex: Int { elements.count }

    /// The output at a place.
    public subscript(position: Int) -> Output<Value> {
        guard let element = elements[position] as? Output<Value> else {
            preconditionFailure("a multi output holds only what makeElement() made")
        }
        return element
    }

    /// Whether any receiver still takes items.
    public var isActive: Bool { elements.contains { $0.isActive } }

    /// Sends an item to each output, or each of some, whose receiver lives; one that has ended is left out from then on.
    ///
    /// Its files are handed over to the last one.
    ///
    /// - Throws: the stop once no receiver is left anywhere.
    package func sendToEach(_ item: EncodedItem<Value>, of places: Range<Int>? = nil) throws {
        let places = places ?? indices
        let last = item.hasFiles ? places.last { self[$0].isActive } : nil
        try sendToEach(of: places) { output in
            try output.send(item, files: output.index == last ? .passedOn : .sentAgain)
        }
    }

    /// Calls `send` for each output, or each of some, whose receiver lives; one that has ended is left out from then on.
    ///
    /// - Throws: the stop once no receiver is left anywhere.
    package func sendToEach(of places: Range<Int>? = nil, _ send: (Output<Value>) throws -> Void) throws {
        for place in places ?? indices where elements[place].isActive {
            do {
                try send(self[place])
            } catch let stop as Stop {
                guard case .receiverGone = stop.reason, isActive else { throw stop }
            }
        }
        try stopUnlessActive()
    }
}

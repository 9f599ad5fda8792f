package import MaizeWire

/// A single output: one channel.
///
///     let out = Output<String>()
///
/// `send(_:)` returns once the item is on its way; while the channel is full it waits. On an optional output to which
/// nothing is connected it does nothing.
public final class Output<Value: Codable & Sendable>: OutputPort {
    private let hook: Hook<Value>?

    /// Declares an output.
    ///
    /// - Parameters:
    ///   - optional: The workflow is complete without a channel here.
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

    /// Sends one item.
    ///
    /// - Throws: `Stop` when the receiver has ended or the run is shut down; the encoder's error.
    public func send(_ item: Value) throws {
        guard let sender else { return try refuseUnlessOptional() }
        guard let hook else { return try sender.send(item) }
        try sender.send(apply(hook, to: item))
    }

    /// Sends several items, in one write where the channel has room for them.
    ///
    /// - Throws: as `send(_:)`; the items before the one that could not be sent were sent.
    public func send(contentsOf items: [Value]) throws {
        guard let sender else { return try refuseUnlessOptional() }
        guard let hook else { return try sender.send(contentsOf: items) }
        var changed: [Value] = []
        let hooked = Result { for item in items { changed.append(try apply(hook, to: item)) } }
        try sender.send(contentsOf: changed)
        try hooked.get()
    }

    /// Sends an item that is encoded already.
    ///
    /// - Parameters:
    ///   - item: The item, lent.
    ///   - use: Whether somebody else is to get its files from here.
    /// - Throws: as `send(_:)`.
    package func send(_ item: EncodedItem<Value>, files use: ReceivedFilesUse = .passedOn) throws {
        guard let sender else { return try refuseUnlessOptional() }
        if !item.hasFiles, hook == nil { return try sender.send(encoded: item.bytes) }
        sender.receivedFiles = use
        try send(item.value())
    }

    /// Says what the node wants of files that came to it and that it sends from now on.
    package func useReceivedFiles(_ use: ReceivedFilesUse) { sender?.receivedFiles = use }

    /// Says that what is sent from now on are parts of the item that came last on `input`.
    package func useReceivedFiles<Whole>(ofPartsOf whole: Whole, from input: Input<Whole>) throws {
        guard input.lastItemHasFiles else { return }
        // Two parts may name one file.
        useReceivedFiles(try FileFinder(in: whole).areSeparate ? .passedOn : .sentAgain)
    }

    /// Sends items that lie ready as frames; texts only from outputs of `String`, or of what stands for one.
    package func send(_ batch: TextBatch) throws {
        guard let sender else { return try refuseUnlessOptional() }
        guard batch.count > 0 else { return }
        guard hook != nil else { return try sender.send(batch) }
        for place in 0..<batch.count { try send(EncodedItem(bytes: batch.item(place), hasFiles: false)) }
    }

    override func makeStandIn(named name: String) -> AnyPort {
        Output<Value>(optional: isDeclaredOptional, name: name, help: help)
    }
    override var treatment: String? { hook.map { _ in "a hook" } }
    override package var itemType: any (Codable & Sendable).Type { Value.self }

    private func refuseUnlessOptional() throws {
        if !isOptional { throw unusable("is not connected, so nothing can be sent") }
    }
}

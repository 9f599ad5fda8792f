internal import MaizeWire

/// An end of a channel, as a component declares it.
///
///     let read = try flow.add(ReadLines.self)
///     print(read.out.isConnected)
open class AnyPort: Interface {
    /// The place in a multi port; nil for a single port.
    public internal(set) var index: Int?
    /// The channel that the port is connected to; the outermost graph holds it.
    package internal(set) weak var channel: Channel?
    /// The port of an inner component that this port of a graph stands for.
    package internal(set) var exposedPort: AnyPort?
    /// The port of a graph around that stands for this one.
    package internal(set) weak var outerPort: AnyPort?

    /// How files are to travel here; nil leaves it to the other end.
    package let mode: FileMode?

    init(outerName: String?, help: String, isOptional: Bool, mode: FileMode?) {
        self.mode = mode
        super.init(outerName: outerName, help: help, isOptional: isOptional)
    }

    /// Whether a channel is attached.
    public var isConnected: Bool { channel != nil }

    /// The type of the items.
    package var itemType: any (Codable & Sendable).Type { fatalError("every port has an item type") }  // abstract

    /// The name, with the place in a multi port.
    package var label: String { index.map { "\(name)[\($0)]" } ?? name }

    override package var location: String {
        let path = owner?.componentPath.description ?? ""
        return path.isEmpty ? label : "\(path).\(label)"
    }

    /// The port of a node that this one stands for in the end.
    package var leaf: AnyPort {
        var port = self
        while let inner = port.exposedPort { port = inner }
        return port
    }

    /// Whether the last item is needed between passes.
    package var keepsLastItem: Bool { false }

    /// The mode that this port, or the inner one that it stands for, asks for.
    package var wantedMode: FileMode? { mode ?? exposedPort?.wantedMode }

    /// A port of the same kind and type that can stand for this one in a graph around.
    func makeStandIn(named name: String) -> AnyPort { fatalError("every port makes its stand-in") }  // abstract

    /// What the port does with items beside passing them on, in words; only the process of a node can do that.
    var treatment: String? { nil }

    func unusable(_ what: String) -> WorkflowError {
        WorkflowError(.usage, "port '\(location)' \(what)")
    }
}

/// An input of any type.
///
///     func canWait(for input: InputPort) -> Bool { input.isConnected && input.isActive }
open class InputPort: AnyPort {
    /// Whether the input gives a value without a channel.
    package var hasValue: Bool { false }
    /// Whether that value was given, not counting a default.
    package var wasGiven: Bool { false }
    package func encodedValue() throws -> [UInt8]? { nil }
    /// What the declaration gives without a channel, encoded.
    package var defaultItem: [UInt8]? { nil }
    package func setEncoded(_ bytes: [UInt8]) throws {}
    /// Takes the value that `source` gives; what that throws is passed on as it is.
    package func setValue(from source: any ValueSource) throws {}
    /// Whether items were laid before those of the channel, taken or not.
    package var wasPreloaded: Bool { false }
    /// Whether such items wait to be taken.
    package var hasPreloaded: Bool { false }
    package func encodedPreloads() throws -> [[UInt8]] { [] }
    package func preloadEncoded(_ items: [[UInt8]]) throws {}
    /// Takes over what a graph's port was given before it stood for this one.
    func adoptValues(of outer: InputPort) throws {}
    package func attach(_ receiver: any ItemReceiver) {}
    package var receiver: (any ItemReceiver)? { nil }

    /// Whether a channel is attached, in the graph or in the node's process.
    override public var isConnected: Bool { super.isConnected || receiver != nil }

    /// Whether anything feeds the input: a channel, also one that has ended, a value in place of one, or preloaded items.
    public final var isSet: Bool { isConnected || hasValue || wasPreloaded }

    /// Whether an item is there or may still come.
    open var isActive: Bool { false }

    /// Tells the sender that nothing more is wanted.
    open func close() {}
}

/// An output of any type.
///
///     let out = Output<Int>()
///
///     override func run() throws {
///         var number = 0
///         while out.isActive {
///             try out.send(number)
///             number += 1
///         }
///     }
open class OutputPort: AnyPort {
    package final var sender: (any ItemSender)?
    package final func attach(_ sender: any ItemSender) { self.sender = sender }

    /// Whether a channel is attached, in the graph or in the node's process.
    override public final var isConnected: Bool { super.isConnected || sender != nil }

    /// Whether the receiver still takes items, as far as is known without waiting.
    public final var isActive: Bool { sender?.isActive ?? false }

    /// Ends the stream: everything was sent.
    public final func close() { sender?.close(.finished) }
}

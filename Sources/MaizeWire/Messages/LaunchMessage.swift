/// All that a node's process is told when it starts.
package struct LaunchMessage: Codable, Sendable {
    /// One end of a channel: which port it belongs to, and its descriptors.
    package struct ChannelEnd: Codable, Sendable {
        /// The port's property name.
        package var port: String
        /// The place in a multi port; nil for a single port.
        package var index: Int?
        /// The channel's number in the run.
        package var channel: Int
        /// The pipe that frames travel through.
        package var data: Int32
        /// The pipe that credits come back through.
        package var credit: Int32
        /// Items that may be under way.
        package var capacity: Int
        /// The port at the other end, for messages.
        package var peer: String
        /// A failure of the sender counts as its ordinary end (`failOK`).
        package var toleratesSender: Bool
        /// Where the files of the channel's items lie until its receiver is done with them.
        package var inbox: String
        /// How files travel: `copy`, `link` or `move`.
        package var fileMode: String
        package var traits: ChannelTraits

        package init(
            port: String,
            index: Int?,
            channel: Int,
            data: Int32,
            credit: Int32,
            capacity: Int,
            peer: String,
            toleratesSender: Bool,
            inbox: String = "",
            fileMode: String = "copy",
            traits: ChannelTraits = []
        ) {
            self.port = port
            self.index = index
            self.channel = channel
            self.data = data
            self.credit = credit
            self.capacity = capacity
            self.peer = peer
            self.toleratesSender = toleratesSender
            self.inbox = inbox
            self.fileMode = fileMode
            self.traits = traits
        }
    }

    /// The memory file that all processes of the run count in.
    package struct SharedCounters: Codable, Sendable {
        package var descriptor: Int32
        /// The channels of the whole run.
        package var channels: Int

        package init(descriptor: Int32, channels: Int) {
            self.descriptor = descriptor
            self.channels = channels
        }
    }

    /// The number of this process's executable's form of messages; a mismatch is refused.
    package static let currentVersion = 5

    package var version = LaunchMessage.currentVersion
    package var run: String
    package var coordinator: Int32
    /// The mangled name of the node's type.
    package var typeName: String
    package var path: String
    package var options: LaunchOptions
    /// Encoded values of parameters, and of inputs that have a value instead of a channel, by property name and, in a
    /// multi input, place: `inp[2]`.
    package var values: [String: [UInt8]]
    /// Encoded items that come before those of an input's channel, named likewise.
    package var preloads: [String: [[UInt8]]] = [:]
    /// The words that start the programs that are set for the node, by their names.
    package var programs: [String: [String]] = [:]
    /// Variables that are set once the process was loaded: `NAME=value`; without `=`, they are taken away.
    package var environment: [String] = []
    package var inputs: [ChannelEnd] = []
    package var outputs: [ChannelEnd] = []
    /// Seconds from the notice of a shutdown until the node is signalled.
    package var grace = 0.0
    package var control: Int32 = -1
    package var records: Int32 = -1
    /// The memory where nodes count their items; nil when nobody looks at it.
    package var counters: SharedCounters?
    /// The node's own folder.
    package var folder: String
    package var softDescriptorLimit: UInt64
    package var hardDescriptorLimit: UInt64

    package init(
        run: String,
        coordinator: Int32,
        typeName: String,
        path: String,
        options: LaunchOptions,
        values: [String: [UInt8]],
        folder: String,
        softDescriptorLimit: UInt64,
        hardDescriptorLimit: UInt64
    ) {
        self.run = run
        self.coordinator = coordinator
        self.typeName = typeName
        self.path = path
        self.options = options
        self.values = values
        self.folder = folder
        self.softDescriptorLimit = softDescriptorLimit
        self.hardDescriptorLimit = hardDescriptorLimit
    }
}

/// The options of a node as its process needs them, with what it inherits from its graph filled in.
package struct LaunchOptions: Codable, Sendable, Hashable {
    package var loop: Bool
    /// Passes of `run()` at most; nil for no limit.
    package var maxLoops: Int?
    package var attempts: Int
    package var failOK: Bool
    package var level: LogLevel

    package init(loop: Bool, maxLoops: Int?, attempts: Int, failOK: Bool, level: LogLevel) {
        self.loop = loop
        self.maxLoops = maxLoops
        self.attempts = attempts
        self.failOK = failOK
        self.level = level
    }
}

/// What a graph is made of, as plain values: all that a drawing shows.
///
/// Components stand in the order in which they were added, channels in that in which they were connected.
package struct GraphOutline: Codable, Hashable, Sendable {
    /// A node, or a graph of components.
    package struct Component: Codable, Hashable, Sendable {
        package var name: String
        /// The name of the type with its arguments.
        package var type: String
        /// What it is for, in one line; empty where nothing is said.
        package var summary: String
        package var inputs: [Port]
        package var outputs: [Port]
        /// What it was given: values of parameters, and of inputs in place of a channel.
        package var settings: [Setting]
        /// What changes how it runs; nil where all is as usual.
        package var options: Options?
        /// What a graph is made of; nil for a node.
        package var members: [Component]?

        package init(
            name: String,
            type: String,
            summary: String = "",
            inputs: [Port] = [],
            outputs: [Port] = [],
            settings: [Setting] = [],
            options: Options? = nil,
            members: [Component]? = nil
        ) {
            self.name = name
            self.type = type
            self.summary = summary
            self.inputs = inputs
            self.outputs = outputs
            self.settings = settings
            self.options = options
            self.members = members
        }
    }

    /// A port as its component declares it.
    package struct Port: Codable, Hashable, Sendable {
        package var name: String
        package var item: String
        package var isMulti: Bool

        package init(name: String, item: String, isMulti: Bool = false) {
            self.name = name
            self.item = item
            self.isMulti = isMulti
        }
    }

    /// A parameter that has a value, or that something drives.
    package struct Setting: Codable, Hashable, Sendable {
        package var name: String
        /// The value as text; nil where there is none yet.
        package var value: String?
        /// What drives it: an option of the workflow (`--lower`), a parameter of a graph around (`seconds`).
        package var source: String?

        package init(name: String, value: String? = nil, source: String? = nil) {
            self.name = name
            self.value = value
            self.source = source
        }
    }

    /// Options that change how a component runs.
    package struct Options: Codable, Hashable, Sendable {
        /// Whether it makes one pass after the other; nil where nothing is said.
        package var loop: Bool?
        package var maxLoops: Int?
        package var attempts: Int
        package var failOK: Bool
        package var active: Bool

        package init(
            loop: Bool? = nil,
            maxLoops: Int? = nil,
            attempts: Int = 1,
            failOK: Bool = false,
            active: Bool = true
        ) {
            self.loop = loop
            self.maxLoops = maxLoops
            self.attempts = attempts
            self.failOK = failOK
            self.active = active
        }

        /// Those of a component, if there is one.
        init?(_ options: NodeOptions) {
            self.init(
                loop: options.loop,
                maxLoops: options.maxLoops,
                attempts: options.attempts,
                failOK: options.failOK,
                active: options.active
            )
            if self == Options() { return nil }
        }
    }

    /// One end of a channel.
    package struct End: Codable, Hashable, Sendable {
        /// The names that lead to the node, outermost first.
        package var node: [String]
        /// The port, with its place in a multi port: `inp[1]`.
        package var port: String
        /// The ports of graphs around that stand for it, innermost first; fewer than there are graphs where the channel
        /// was connected inside.
        package var outerPorts: [String]

        package init(node: [String], port: String, outerPorts: [String] = []) {
            self.node = node
            self.port = port
            self.outerPorts = outerPorts
        }
    }

    package struct Channel: Codable, Hashable, Sendable {
        package var sender: End
        package var receiver: End
        /// The type of the items.
        package var item: String
        /// Items that may be under way; nil for as many as by default.
        package var capacity: Int?
        /// How files travel; nil where items hold none.
        package var mode: String?

        package init(sender: End, receiver: End, item: String, capacity: Int? = nil, mode: String? = nil) {
            self.sender = sender
            self.receiver = receiver
            self.item = item
            self.capacity = capacity
            self.mode = mode
        }
    }

    /// The graph itself.
    package var root: Component
    package var channels: [Channel]

    package init(root: Component, channels: [Channel]) {
        self.root = root
        self.channels = channels
    }
}

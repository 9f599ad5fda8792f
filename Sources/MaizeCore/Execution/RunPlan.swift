package import MaizeWire

/// A checked workflow, flat: its nodes and channels by number, with all that is inherited filled in.
package struct RunPlan {
    package struct PlannedNode {
        package let node: Node
        package let path: String
        package let typeName: String
        package let options: LaunchOptions
        package let isActive: Bool
        /// Encoded values of parameters and of inputs without a channel, by property name.
        package let values: [String: [UInt8]]
        /// Encoded items that lie before those of an input's channel, named likewise.
        package let preloads: [String: [[UInt8]]]
        /// The words that start programs, by their names, where the machine's settings say so.
        package let programs: [String: [String]]
        package var inputs: [Int] = []
        package var outputs: [Int] = []
    }

    package struct PlannedChannel {
        package let channel: Channel
        package let sender: Int
        package let receiver: Int
        /// Whether files may come here that nobody else has: they are moved here, or were moved to a sender that hands
        /// them on.
        package fileprivate(set) var holdsMovedFiles: Bool
        package var capacity: Int { channel.capacity }
        package var description: String { channel.description }
    }

    package var nodes: [PlannedNode] = []
    package var channels: [PlannedChannel] = []

    /// Plans a workflow that was checked.
    ///
    /// - Parameters:
    ///   - workflow: The workflow.
    ///   - folder: Where relative paths in parameters start, absolute itself; nil leaves them as they are.
    /// - Throws: an encoder's error for a value, with the place in its message.
    package init(_ workflow: Workflow, pathsFrom folder: String? = nil) throws {
        workflow.pushParametersDown()
        var places: [ObjectIdentifier: Int] = [:]
        var programs: [String: [String: [String]]] = [:]
        for node in workflow.nodes {
            if let folder {
                for interface in node.parameters + node.inputs { interface.makePathsAbsolute(from: folder) }
            }
            guard let typeName = TypeResolution.name(of: type(of: node)) else {
                throw WorkflowError(
                    .type,
                    path: node.componentPath.description,
                    "type \(type(of: node)) cannot be found by name"
                )
            }
            places[ObjectIdentifier(node)] = nodes.count
            let type = type(of: node).typeName
            let known = programs[type] ?? workflow.settings.settings(for: type).programs
            programs[type] = known
            nodes.append(
                PlannedNode(
                    node: node,
                    path: node.componentPath.description,
                    typeName: typeName,
                    options: RunPlan.launchOptions(of: node, in: workflow),
                    isActive: RunPlan.isActive(node) && !node.isSkippedByOption,
                    values: try RunPlan.values(of: node),
                    preloads: try RunPlan.preloads(of: node),
                    programs: known
                )
            )
        }
        for channel in workflow.channels {
            guard let sender = channel.sender.owner.flatMap({ places[ObjectIdentifier($0)] }),
                let receiver = channel.receiver.owner.flatMap({ places[ObjectIdentifier($0)] })
            else { throw WorkflowError(.connection, "channel \(channel.description) leads out of the workflow") }
            nodes[sender].outputs.append(channels.count)
            nodes[receiver].inputs.append(channels.count)
            let isMove = channel.mode == .move
            channels.append(
                PlannedChannel(channel: channel, sender: sender, receiver: receiver, holdsMovedFiles: isMove)
            )
        }
        followMovedFiles()
    }

    /// Marks the channels behind nodes that hand on what was moved to them.
    private mutating func followMovedFiles() {
        var reached = channels.indices.filter { channels[$0].holdsMovedFiles }
        while let last = reached.popLast() {
            let receiver = nodes[channels[last].receiver]
            guard receiver.node is any ItemPassing else { continue }
            for next in receiver.outputs where !channels[next].holdsMovedFiles {
                channels[next].holdsMovedFiles = true
                reached.append(next)
            }
        }
    }

    private static func values(of node: Node) throws -> [String: [UInt8]] {
        var values: [String: [UInt8]] = [:]
        for interface in node.interfaces + node.inputs.filter({ $0.index != nil }) {
            do {
                let bytes =
                    switch interface {
                    case let parameter as AnyParameter where parameter.isSet: try parameter.encodedValue()
                    case let input as InputPort where !input.isConnected: try input.encodedValue()
                    default: nil as [UInt8]?
                    }
                if let bytes { values[key(of: interface)] = bytes }
            } catch {
                throw RunPlan.failure(error, interface, of: node)
            }
        }
        return values
    }

    private static func preloads(of node: Node) throws -> [String: [[UInt8]]] {
        var preloads: [String: [[UInt8]]] = [:]
        for input in node.inputs where input.hasPreloaded {
            do {
                preloads[key(of: input)] = try input.encodedPreloads()
            } catch {
                throw RunPlan.failure(error, input, of: node)
            }
        }
        return preloads
    }

    /// The property's name and, in a multi input, the place: `inp[2]`.
    private static func key(of interface: Interface) -> String {
        interface.propertyName + ((interface as? AnyPort)?.index.map { "[\($0)]" } ?? "")
    }

    private static func failure(_ error: any Error, _ interface: Interface, of node: Node) -> WorkflowError {
        WorkflowError(
            .value,
            path: node.componentPath.description,
            "'\(interface.name)' cannot be encoded: \(error)"
        )
    }

    private static func launchOptions(of node: Node, in workflow: Workflow) -> LaunchOptions {
        let chain = ancestry(of: node).map(\.options)
        return LaunchOptions(
            loop: loops(node),
            maxLoops: chain.lazy.compactMap(\.maxLoops).first,
            attempts: node.options.attempts,
            failOK: !(node is any Indispensable) && node.toleratesFailures,
            level: chain.lazy.compactMap(\.level).first ?? workflow.level
        )
    }

    /// Whether `run()` is called again and again.
    static func loops(_ node: Node) -> Bool {
        ancestry(of: node).lazy.compactMap(\.options.loop).first ?? type(of: node).loopsByDefault
    }

    package static func isActive(_ node: Node) -> Bool { ancestry(of: node).allSatisfy(\.options.active) }

    /// The component and the graphs around it, innermost first.
    private static func ancestry(of component: Component) -> [Component] {
        Array(sequence(first: component) { $0.parent })
    }
}

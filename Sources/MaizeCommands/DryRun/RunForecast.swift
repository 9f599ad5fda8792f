internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSteps
internal import MaizeSystem
internal import MaizeWire

/// What a run would be, down to its processes: `execute --dry-run`.
///
/// As JSON its fields are part of the command's interface (`docs/cli.md`).
struct RunForecast: Encodable {
    /// A node as it would be started.
    struct NodeForecast: Encodable {
        let node: String
        let type: String
        let active: Bool
        let loops: Bool
        let maxLoops: Int?
        let attempts: Int
        let failOK: Bool
        /// Parameters, and inputs that have a value in place of a channel.
        let values: [Value]
    }

    /// A value that a node would get.
    struct Value: Encodable {
        let name: String
        /// None that is secret.
        let value: JSONValue?
        let isSecret: Bool
        let isDefault: Bool
        /// As a line for people shows it.
        let text: String

        private enum CodingKeys: String, CodingKey {
            case name, value
            case isSecret = "secret"
            case isDefault = "default"
        }
    }

    struct ChannelForecast: Encodable {
        let sender: String
        let receiver: String
        let type: String
        let capacity: Int
        /// How files travel, where items may hold some.
        let mode: String?
    }

    /// A program that a node would start.
    struct CommandForecast: Encodable {
        let node: String
        /// The first one is the path that was found.
        let words: [String]
        /// Why it could not be started.
        let problem: String?
    }

    let workflow: String
    let nodes: [NodeForecast]
    let channels: [ChannelForecast]
    let commands: [CommandForecast]
    let needs: MachineFit
    /// The folder below which the run's own would be made.
    let scratch: String

    init(
        _ plan: RunPlan,
        of flow: Workflow,
        preparations: NodePreparations,
        scratch: String?,
        limits: MachineLimits
    ) {
        let secrets = SecretTargets(flow)
        workflow = flow.name
        nodes = plan.nodes.map { planned in
            NodeForecast(
                node: planned.path,
                type: TypeName.text(of: type(of: planned.node)),
                active: planned.isActive,
                loops: planned.options.loop,
                maxLoops: planned.options.maxLoops,
                attempts: planned.options.attempts,
                failOK: planned.options.failOK,
                values: planned.node.parameters.compactMap { Value($0, secrets) }
                    + planned.node.inputs.compactMap { Value($0, secrets) }
            )
        }
        channels = plan.channels.map { ChannelForecast($0.channel) }
        commands = plan.nodes.filter(\.isActive).compactMap { planned in
            (planned.node as? Command).map { command in
                let environment = preparations.environment(of: type(of: command)).start
                return CommandForecast(command, planned, environment: environment)
            }
        }
        needs = MachineFit(RunNeeds(plan), limits)
        self.scratch = Directory.absolute(scratch ?? flow.scratch ?? Directory.temporary)
    }
}

extension RunForecast {
    /// The exit status with which a run would end that cannot do what is planned; that of success for any other.
    var status: Int32 {
        if needs.isImpossible { return ExitStatus.machine }
        return commands.contains { $0.problem != nil } ? ExitStatus.invalid : ExitStatus.done
    }
}

extension RunForecast.Value {
    init?(_ parameter: AnyParameter, _ secrets: SecretTargets) {
        guard let text = parameter.valueText else { return nil }
        name = parameter.name
        isSecret = parameter.isSecret || secrets.contains(parameter)
        isDefault = !parameter.isSet
        // A value that cannot be encoded is an error before there is a plan.
        value = isSecret ? nil : (try? parameter.encodedValue()).flatMap { $0 }.flatMap(JSONValue.init(item:))
        self.text = isSecret ? "(secret)" : text
    }

    init?(_ input: InputPort, _ secrets: SecretTargets) {
        guard !input.isConnected, input.hasValue else { return nil }
        // As above.
        let item = (try? input.encodedValue()).flatMap { $0 } ?? input.defaultItem
        name = input.label
        isSecret = secrets.contains(input)
        isDefault = !input.wasGiven
        value = isSecret ? nil : item.flatMap(JSONValue.init(item:))
        text = isSecret ? "(secret)" : value.map(\.description) ?? ""
    }
}

extension RunForecast.ChannelForecast {
    init(_ channel: Channel) {
        sender = channel.sender.location
        receiver = channel.receiver.location
        type = TypeText.text(of: channel.sender.itemType)
        capacity = channel.capacity
        mode = PathRule.holdsFiles(channel.sender.itemType) ? channel.mode.rawValue : nil
    }
}

extension RunForecast.CommandForecast {
    init(_ node: Command, _ planned: RunPlan.PlannedNode, environment: [String]) {
        self.node = planned.path
        let program = node.command.first ?? ""
        do {
            let start = try ProgramTable(planned.programs).words(toStart: program, environment: environment)
            words = start + node.command.dropFirst()
            problem = nil
        } catch {
            words = node.command
            problem = "\(error)"
        }
    }
}

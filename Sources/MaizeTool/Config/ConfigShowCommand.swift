internal import ArgumentParser
internal import MaizeCommands
internal import MaizeConfiguration
internal import MaizeCore
internal import MaizeDocuments
internal import MaizeFormats

/// `maize-swift config show`: every value with where it comes from.
struct ConfigShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show every value of the configuration with where it comes from.",
        discussion: """
            The file is the one that $MAIZE_CONFIG names, else $XDG_CONFIG_HOME/maize.toml, else
            ~/.config/maize.toml. Which files were read is told on standard error.

            EXAMPLES:
              maize-swift config show
              maize-swift config show --config cluster.toml --profile long --json

            EXIT STATUS: 0 done, 2 the configuration is invalid, 64 wrong usage.
            """
    )

    @OptionGroup
    var configuration: ConfigurationOptions

    @Flag(help: "Write each value as a line of JSON on standard output.")
    var json = false

    func run() throws {
        let configuration: MachineConfiguration
        do {
            configuration = try self.configuration.read()
        } catch {
            Console.end(ExitStatus.invalid, "\(error)")
        }
        for warning in configuration.warnings { Console.say(warning.description) }
        Console.say(ConfigShowCommand.origin(configuration))
        var strangers: Set<String> = []
        let entries = configuration.entries { type, parameter in
            let isSecret = ConfigShowCommand.isSecret(type, parameter)
            if isSecret == nil { strangers.insert(type) }
            return isSecret ?? true
        }
        if !strangers.isEmpty {
            Console.say(
                "parameters of types that are not known here are not shown, as they may be secret:"
                    + " \(strangers.sorted().joined(separator: ", ")); add --package-path DIR"
            )
        }
        if json {
            Console.show(json: entries.map(Line.init))
        } else {
            let widths = (entries.map(\.key.count).max() ?? 0, entries.map(\.value.count).max() ?? 0)
            Console.show(
                entries.map { entry in
                    let key = entry.key.padded(to: widths.0)
                    return "\(key)  \(entry.value.padded(to: min(40, widths.1)))  \(entry.origin.text)"
                }
            )
        }
        Console.end(ExitStatus.done)
    }

    private static func origin(_ configuration: MachineConfiguration) -> String {
        if configuration.files.isEmpty { return "no configuration file; it would be \(configuration.settings.file)" }
        let profile = configuration.profile.map { ", profile \($0)" } ?? ""
        return "read from \(configuration.files.joined(separator: ", then "))\(profile)"
    }

    /// Whether the type keeps the parameter's value to itself; nil for one that is not known here.
    private static func isSecret(_ name: String, _ parameter: String) -> Bool? {
        let key = MachineSettings.key(name)
        guard let type = FlowSource.knownTypes().all.first(where: { MachineSettings.key($0.typeName) == key }) else {
            return nil
        }
        let instance = type.init()
        // A type that cannot be bound cannot be used either.
        guard case .success = Result(catching: { try instance.bind() }) else { return true }
        return instance.parameters.contains { $0.isSecret && ($0.name == parameter || $0.propertyName == parameter) }
    }

    /// A value as JSON; its fields are part of the command's interface (`docs/configuration.md`).
    private struct Line: Encodable {
        let key: String
        let value: String
        /// `file`, `variable` or `default`.
        let origin: String
        var file: String?
        var line: Int?
        var variable: String?

        init(_ entry: ConfigurationEntry) {
            key = entry.key
            value = entry.value
            switch entry.origin {
            case .file(let path, let place): (origin, file, line) = ("file", path, place)
            case .variable(let name): (origin, variable) = ("variable", name)
            case .builtIn: origin = "default"
            }
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

package import MaizeCore
package import MaizeDocuments

/// What a configuration says for nodes, all of them or those of a type.
package struct NodeSection: Sendable {
    package var environment: [String: Setting<String>] = [:]
    package var commands: [String: Setting<[String]>] = [:]
    package var scripts: [String: Setting<NodeSettings.Script>] = [:]
    package var modules: Setting<[String]>?
    package var python: Setting<String>?
    /// Defaults of parameters, by their names; their types are not known here.
    package var parameters: [String: Setting<DocumentValue>] = [:]

    package init() {}

    /// The section with what another one sets over it, key by key.
    func overlaid(with other: NodeSection) -> NodeSection {
        var result = self
        result.environment.merge(other.environment) { _, new in new }
        for name in Set(other.commands.keys).union(other.scripts.keys) {
            // A command hides a script that was set below, too.
            result.commands[name] = other.commands[name]
            result.scripts[name] = other.scripts[name]
        }
        result.modules = other.modules ?? modules
        result.python = other.python ?? python
        result.parameters.merge(other.parameters) { _, new in new }
        return result
    }

    /// The section as a workflow takes it.
    package var settings: NodeSettings {
        var settings = NodeSettings()
        settings.environment = environment.mapValues(\.value)
        settings.commands = commands.mapValues(\.value)
        settings.scripts = scripts.mapValues(\.value)
        settings.modules = modules?.value ?? []
        settings.python = python?.value
        for (name, setting) in environment { settings.origins["environment.\(name)"] = "\(setting.source)" }
        for (name, setting) in commands { settings.origins["commands.\(name)"] = "\(setting.source)" }
        for (name, setting) in scripts { settings.origins["scripts.\(name)"] = "\(setting.source)" }
        settings.origins["modules"] = modules.map { "\($0.source)" }
        settings.origins["python"] = python.map { "\($0.source)" }
        return settings
    }
}

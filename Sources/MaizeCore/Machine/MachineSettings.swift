/// What differs from machine to machine and not from run to run: what all nodes find, and what those of a type do.
///
/// A program reads it from `maize.toml`; it can be set by hand as well. Node types are named as in workflow files, in
/// any case.
///
///     flow.settings.general.environment["TMPDIR"] = "/scratch"
///     flow.settings.types["Dock", default: NodeSettings()].commands["vina"] = ["/opt/vina/bin/vina"]
///     try flow.execute()
public struct MachineSettings: Sendable, Hashable {
    /// For all nodes.
    public var general = NodeSettings()
    /// For nodes of a type, over what is general.
    public var types: [String: NodeSettings] = [:]
    /// Seconds that one look at the machine before the run, such as loading modules, may take; nil for 10.
    public var checkLimit: Double?
    /// The file to which missing settings are to be added.
    package var file = "maize.toml"

    /// Makes settings that change nothing.
    public init() {}

    /// What holds for nodes of a type.
    public func settings(for type: String) -> NodeSettings {
        let key = MachineSettings.key(type)
        let own = types.filter { MachineSettings.key($0.key) == key }.sorted { $0.key < $1.key }
        return own.reduce(general) { $0.overlaid(with: $1.value) }
    }

    /// These settings, and over them, key by key, those of `other`.
    package func overlaid(with other: MachineSettings) -> MachineSettings {
        var result = self
        result.general = general.overlaid(with: other.general)
        for (type, settings) in other.types {
            let key = MachineSettings.key(type)
            let name = types.keys.first { MachineSettings.key($0) == key } ?? type
            result.types[name] = types[name]?.overlaid(with: settings) ?? settings
        }
        result.checkLimit = other.checkLimit ?? checkLimit
        return result
    }

    /// The name of a type as names are compared: neither by the case of their letters nor by blanks.
    package static func key(_ type: String) -> String { type.filter { !$0.isWhitespace }.lowercased() }
}

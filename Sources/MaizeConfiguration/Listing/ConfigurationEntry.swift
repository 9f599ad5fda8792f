internal import MaizeCore
internal import MaizeDocuments
internal import MaizeSystem
internal import MaizeWire

/// One value that holds, as a user may ask for it, and where it comes from.
package struct ConfigurationEntry: Sendable, Hashable {
    /// Where a value comes from.
    package enum Origin: Sendable, Hashable {
        /// A place in a file.
        case file(String, line: Int)
        /// A variable of the environment.
        case variable(String)
        case builtIn

        /// For people: `maize.toml:7`, `$TMPDIR`, `default`.
        package var text: String {
            switch self {
            case .file(let path, let line): "\(path):\(line)"
            case .variable(let name): "$\(name)"
            case .builtIn: "default"
            }
        }
    }

    /// The way to it through the file: `Vina.commands.vina`.
    package let key: String
    package let value: String
    package let origin: Origin

    init(_ key: String, _ value: String, _ origin: Origin) {
        self.key = key
        self.value = value
        self.origin = origin
    }

    init<Value>(_ key: String, _ setting: Setting<Value>, _ text: (Value) -> String) {
        let origin = Origin.file(setting.source.file, line: setting.source.position.line)
        self.init(key, text(setting.value), origin)
    }
}

extension MachineConfiguration {
    /// Every value that holds, set or by default, in the order of the documentation; types by name.
    ///
    /// - Parameter isSecret: Whether a parameter of a type of nodes is not to be shown.
    /// - Returns: An entry for each value.
    package func entries(isSecret: (_ type: String, _ parameter: String) -> Bool) -> [ConfigurationEntry] {
        var entries = [
            section.scratch.map { ConfigurationEntry("scratch", $0) { $0 } }
                ?? ConfigurationEntry(
                    "scratch",
                    Directory.temporary,
                    OwnProcess.environment("TMPDIR") == nil ? .builtIn : .variable("TMPDIR")
                ),
            section.checkLimit.map { ConfigurationEntry("check_limit", $0) { "\($0)" } }
                ?? ConfigurationEntry("check_limit", "10.0", .builtIn),
        ]
        entries += section.packages.map { ConfigurationEntry("packages", $0) { $0 } }
        entries += section.nodes.entries(below: "") { _ in false }
        for type in section.types.sorted(by: { $0.name < $1.name }) {
            entries += type.nodes.entries(below: "\(type.name).") { isSecret(type.name, $0) }
        }
        return entries + section.batch.entries + section.storage.entries
    }
}

extension NodeSection {
    fileprivate func entries(below head: String, isSecret: (String) -> Bool) -> [ConfigurationEntry] {
        var entries = environment.sorted { $0.key < $1.key }.map { name, setting in
            ConfigurationEntry("\(head)environment.\(name)", setting) { $0 }
        }
        entries += commands.sorted { $0.key < $1.key }.map { name, setting in
            ConfigurationEntry("\(head)commands.\(name)", setting) { $0.joined(separator: " ") }
        }
        entries += scripts.sorted { $0.key < $1.key }.map { name, setting in
            ConfigurationEntry("\(head)scripts.\(name)", setting) { $0.words.joined(separator: " ") }
        }
        entries += [modules.map { ConfigurationEntry("\(head)modules", $0) { $0.joined(separator: " ") } }]
            .compactMap(\.self)
        entries += [python.map { ConfigurationEntry("\(head)python", $0) { $0 } }].compactMap(\.self)
        return entries
            + parameters.sorted { $0.key < $1.key }.map { name, setting in
                ConfigurationEntry("\(head)parameters.\(name)", setting) { value in
                    isSecret(name) ? "••••" : value.json.description
                }
            }
    }
}

extension BatchSection {
    fileprivate var entries: [ConfigurationEntry] {
        let set = [("system", system), ("queue", queue), ("project", project), ("launcher", launcher)]
        return set.compactMap { name, setting in setting.map { ConfigurationEntry("batch.\(name)", $0) { $0 } } } + [
            maxJobs.map { ConfigurationEntry("batch.max_jobs", $0) { "\($0)" } }
                ?? ConfigurationEntry("batch.max_jobs", "\(BatchSection.defaultMaxJobs)", .builtIn),
            walltime.map { ConfigurationEntry("batch.walltime", $0) { WallTime.text($0) } }
                ?? ConfigurationEntry("batch.walltime", WallTime.text(BatchSection.defaultWalltime), .builtIn),
            pollingInterval.map { ConfigurationEntry("batch.polling_interval", $0) { "\($0)" } }
                ?? ConfigurationEntry("batch.polling_interval", "\(BatchSection.defaultPollingInterval)", .builtIn),
        ]
    }
}

extension StorageSection {
    fileprivate var entries: [ConfigurationEntry] {
        [("location", location), ("endpoint", endpoint), ("region", region)].compactMap { name, setting in
            setting.map { ConfigurationEntry("storage.\(name)", $0) { $0 } }
        }
    }
}

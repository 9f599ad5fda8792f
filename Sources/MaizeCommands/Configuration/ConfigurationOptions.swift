package import ArgumentParser
package import MaizeConfiguration
package import MaizeCore

/// What a command line says of the machine's configuration.
package struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Read this configuration over your own (maize.toml).", valueName: "file"),
        completion: .file(extensions: ["toml", "json"])
    )
    package var config: String?

    @Option(help: ArgumentHelp("Use a profile of the configuration.", valueName: "name"))
    package var profile: String?

    package init() {}

    /// Those among the words of a command line whose other options are not known.
    package init(among words: [String]) {
        func value(_ name: String) -> String? {
            for (place, word) in words.enumerated() where word.hasPrefix(name) {
                if word == name { return place + 1 < words.count ? words[place + 1] : nil }
                if word.hasPrefix(name + "=") { return String(word.dropFirst(name.count + 1)) }
            }
            return nil
        }
        self.init()
        config = value("--config")
        profile = value("--profile")
    }

    package func validate() throws {
        if config == "" { throw ValidationError("--config takes the path of a file.") }
        if profile == "" { throw ValidationError("--profile takes the name of a profile.") }
    }

    /// The configuration that the words and the environment name.
    ///
    /// - Throws: `ConfigurationError` with everything that is wrong.
    package func read() throws -> MachineConfiguration { try .found(with: config, profile: profile) }

    /// Gives a workflow what the configuration says.
    ///
    /// - Parameters:
    ///   - flow: The workflow, with the values of its options.
    ///   - types: All types that the program knows.
    /// - Returns: What is worth knowing.
    /// - Throws: `ConfigurationError` with everything that is wrong.
    package func apply(to flow: Workflow, knowing types: () -> [Component.Type]) throws -> [CheckFinding] {
        let configuration = try read()
        let warnings = try configuration.apply(to: flow, knownTypes: { types().map { $0.typeName } })
        return (configuration.warnings + warnings).map { CheckFinding($0) }
    }

    /// The words that say the same to another program.
    package var words: [String] {
        (config.map { ["--config", $0] } ?? []) + (profile.map { ["--profile", $0] } ?? [])
    }
}

extension CheckReport {
    /// What is wrong with a workflow on a machine that is configured.
    ///
    /// - Parameters:
    ///   - flow: The workflow.
    ///   - options: Where the configuration is.
    ///   - types: All types that the program knows.
    ///   - earlier: What was found when the workflow was read.
    ///   - finding: Puts what the check finds at its place.
    package init(
        _ flow: Workflow,
        configuredBy options: ConfigurationOptions,
        knowing types: () -> [Component.Type],
        after earlier: [CheckFinding] = [],
        finding: (Diagnostic) -> CheckFinding
    ) {
        do {
            self.init(flow, after: earlier + (try options.apply(to: flow, knowing: types)), finding: finding)
        } catch let error as ConfigurationError {
            self.init(earlier + error.diagnostics.map { CheckFinding($0) })
        } catch {
            self.init(earlier + [CheckFinding(error: error)])
        }
    }
}

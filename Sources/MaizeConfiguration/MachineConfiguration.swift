public import MaizeCore
public import MaizeDocuments
internal import MaizeSystem

/// What a user has written down about a machine, read from `maize.toml`: programs and variables for nodes, defaults of
/// their parameters, where runs make their folders.
///
/// `WorkflowProgram` and the command read it by themselves. A program that calls `execute()` does so where it wants to:
///
///     let configuration = try MachineConfiguration.found()
///     for warning in try configuration.apply(to: flow) { print(warning) }
///     try flow.execute()
///
/// What the workflow sets itself stays.
public struct MachineConfiguration: Sendable {
    /// The files that it was read from, each over the one before.
    public let files: [String]
    /// What is worth knowing although the configuration can be used.
    public let warnings: [FileDiagnostic]
    /// What holds, with the place of each value.
    package let section: ConfigurationSection
    /// The profile that was chosen.
    package let profile: String?
    /// The file that settings are to be added to, whether it is there or not.
    package let place: String

    /// Reads a file alone.
    ///
    /// - Parameters:
    ///   - path: The file: TOML, unless its suffix is that of JSON, or of YAML where `MaizeFormats` is linked. Relative
    ///     paths in it mean its own folder.
    ///   - profile: The name of a table `[profile.NAME]` in it whose values come over the others.
    /// - Throws: `ConfigurationError` with everything that is wrong.
    public init(contentsOf path: String, profile: String? = nil) throws {
        try self.init(files: [path], profile: profile, place: path)
    }

    /// Reads the user's own file, and another one over it.
    ///
    /// The user's file is the one that the variable `MAIZE_CONFIG` names, else `maize.toml` in the folder that
    /// `XDG_CONFIG_HOME` names, else `~/.config/maize.toml`. Only the first has to be there.
    ///
    /// - Parameters:
    ///   - path: A file whose values come over those of the user's; it has to be there.
    ///   - profile: The name of a table `[profile.NAME]` in one of them whose values come over all others.
    /// - Returns: The configuration, which may be empty.
    /// - Throws: `ConfigurationError` with everything that is wrong.
    public static func found(with path: String? = nil, profile: String? = nil) throws -> MachineConfiguration {
        try found(with: path, profile: profile, variable: { OwnProcess.environment($0) })
    }

    /// As above, with other variables of the environment.
    package static func found(
        with path: String?,
        profile: String?,
        variable: (String) -> String?
    ) throws -> MachineConfiguration {
        let place = ConfigurationPlace(variable)
        var files: [String] = []
        switch place {
        case .named(let file): files.append(file)
        case .usual(let file) where Executable.exists(file): files.append(file)
        default: break
        }
        if let path { files.append(path) }
        return try MachineConfiguration(
            files: files,
            profile: profile,
            place: path ?? place?.path ?? ConfigurationPlace.fileName
        )
    }

    private init(files: [String], profile: String?, place: String) throws {
        var diagnostics: [FileDiagnostic] = []
        var hasErrors = false
        var read: [ConfigurationFile] = []
        for path in files {
            var findings = FindingList(file: path)
            read.append(ConfigurationFile(path: path, home: OwnProcess.environment("HOME"), &findings))
            diagnostics += findings.sorted
            hasErrors = hasErrors || findings.hasErrors
        }
        if !hasErrors, let profile, !read.contains(where: { $0.profiles[profile] != nil }) {
            // No key path, as the loader would warn about that.
            let names = read.flatMap { $0.profiles.keys }
            var findings = FindingList(file: place)
            findings.error(nil, "there is no profile '\(profile)'" + findings.suggestion(for: profile, among: names))
            diagnostics += findings.diagnostics
            hasErrors = true
        }
        if hasErrors { throw ConfigurationError(diagnostics: diagnostics) }
        let chosen = profile.map { name in read.compactMap { $0.profiles[name] } } ?? []
        section = (read.map(\.base) + chosen).reduce(ConfigurationSection()) { $0.overlaid(with: $1) }
        self.files = files
        self.profile = profile
        self.place = place
        warnings = diagnostics
    }

    /// The folders of users' packages.
    package var packages: [Setting<String>] { section.packages }

    /// What nodes find on the machine.
    public var settings: MachineSettings {
        var settings = MachineSettings()
        settings.general = section.nodes.settings
        for type in section.types { settings.types[type.name] = type.nodes.settings }
        if let limit = section.checkLimit { settings.checkLimit = limit.value }
        settings.file = place
        return settings
    }
}

internal import MaizeDocuments
internal import MaizeSystem

/// One configuration file: what it says for all runs, and its profiles.
struct ConfigurationFile {
    let base: ConfigurationSection
    let profiles: [String: ConfigurationSection]

    /// - Parameters:
    ///   - path: The file; without a suffix that tells another format it is TOML.
    ///   - home: What `~` stands for.
    ///   - findings: Takes what is wrong with it.
    init(path: String, home: String?, _ findings: inout FindingList) {
        let value: DocumentValue
        do {
            value = try ConfigurationFile.read(path)
        } catch let error as DocumentError {
            findings.error(error.position, error.message)
            self.init()
            return
        } catch {
            findings.error(nil, "the file cannot be read: \((error as? SystemError)?.reason ?? "\(error)")")
            self.init()
            return
        }
        self.init(value, folder: Path.parent(of: Directory.absolute(path)) ?? "", home: home, &findings)
    }

    init(_ value: DocumentValue, folder: String, home: String?, _ findings: inout FindingList) {
        let entries: [DocumentValue.Entry]
        switch value.content {
        case .mapping(let found): entries = found
        case .null: entries = []
        default:
            findings.error(value.position, "tables and keys are expected, not \(value.summary)")
            entries = []
        }
        var reader = SectionReader(places: .init(folder: folder, home: home), findings: findings)
        var profiles: [String: ConfigurationSection] = [:]
        for profile in entries.filter({ $0.key == "profile" }).flatMap({ reader.entries(of: $0, "profile") }) {
            profiles[profile.key] = reader.section(reader.entries(of: profile, "profile.\(profile.key)"))
        }
        base = reader.section(entries.filter { $0.key != "profile" })
        self.profiles = profiles
        findings = reader.findings
    }

    private init() {
        base = ConfigurationSection()
        profiles = [:]
    }

    private static func read(_ path: String) throws -> DocumentValue {
        try .readHeld(SourceText(path: path), as: DocumentFormat(path: path) ?? .toml)
    }
}

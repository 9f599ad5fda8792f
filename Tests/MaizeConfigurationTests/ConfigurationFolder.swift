import MaizeConfiguration
import MaizeDocuments
import TemporaryFiles
import Testing

/// Configuration files in a folder of their own.
struct ConfigurationFolder {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    func read(_ text: String, profile: String? = nil) throws -> MachineConfiguration {
        try MachineConfiguration(contentsOf: folder.write(text, to: "maize.toml"), profile: profile)
    }

    /// What is wrong with a text: `3:5: message`, each; warnings among them.
    func problems(of text: String, profile: String? = nil) throws -> [String] {
        do {
            return try read(text, profile: profile).warnings.map { "\($0.line):\($0.column): \($0.message)" }
        } catch let error as ConfigurationError {
            return error.diagnostics.map { "\($0.line):\($0.column): \($0.message)" }
        }
    }
}

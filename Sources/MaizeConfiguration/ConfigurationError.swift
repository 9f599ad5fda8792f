public import MaizeDocuments

/// A configuration that cannot be used: everything that is wrong with it.
///
///     do {
///         _ = try MachineConfiguration(contentsOf: "maize.toml")
///     } catch let error as ConfigurationError {
///         print(error)  // maize.toml:3:1: error: …
///     }
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    /// The findings in the order of their places, warnings among them.
    public let diagnostics: [FileDiagnostic]

    /// The findings, a line each.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

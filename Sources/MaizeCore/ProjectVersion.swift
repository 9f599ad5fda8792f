/// The version of maize-swift, which the command, the log of a run and `doctor` tell.
package enum ProjectVersion {
    package static let current = "0.1.0"

    /// As `--version` prints it.
    package static var line: String { "maize-swift \(current)" }
}

internal import MaizeCore

/// What is found while one file is read.
package struct FindingList {
    package let file: String
    package private(set) var diagnostics: [FileDiagnostic] = []

    package init(file: String) {
        self.file = file
    }

    package private(set) var hasErrors = false

    /// Whether there are so many findings already that looking for better names would take too long.
    package var isLong: Bool { diagnostics.count >= 50 }

    /// The end of a message about an unknown name; see `NearestName`.
    package func suggestion(for name: String, among known: some Sequence<String>) -> String {
        isLong ? "" : NearestName.suggestion(for: name, among: known)
    }

    package mutating func error(_ position: Position?, _ message: String) {
        hasErrors = true
        diagnostics.append(FileDiagnostic(.error, file: file, at: position, message))
    }

    package mutating func warning(_ position: Position?, _ message: String) {
        diagnostics.append(FileDiagnostic(.warning, file: file, at: position, message))
    }

    package mutating func add(_ finding: FileDiagnostic) {
        if finding.severity == .error { hasErrors = true }
        diagnostics.append(finding)
    }

    /// The findings by place.
    package var sorted: [FileDiagnostic] { diagnostics.sorted { ($0.line, $0.column) < ($1.line, $1.column) } }
}

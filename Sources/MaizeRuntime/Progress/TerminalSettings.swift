internal import Glibc

/// What may be written where the log goes, as far as the environment tells.
struct TerminalSettings: Equatable {
    /// Whether it is a terminal at all.
    var isTerminal: Bool
    /// Its type (`TERM`).
    var type: String?
    /// Whether the user asked for no colour (`NO_COLOR`).
    var refusesColour: Bool
    /// Whether it takes more than ASCII.
    var isUnicode: Bool

    init(isTerminal: Bool, _ variable: (String) -> String? = TerminalSettings.environment) {
        self.isTerminal = isTerminal
        type = variable("TERM")
        refusesColour = variable("NO_COLOR").map { !$0.isEmpty } ?? false
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
        isUnicode = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
    }

    /// A variable of this process's environment.
    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Whether the cursor can be moved.
    var canRedraw: Bool { isTerminal && type.map { !$0.isEmpty && $0 != "dumb" } ?? false }
    var usesColour: Bool { canRedraw && !refusesColour }

    /// What comes of the view that was asked for: `automatic` is decided.
    func view(for wanted: RunView) -> RunView {
        switch wanted {
        case .none, .lines: wanted
        case .table: isTerminal ? .table : .lines
        case .automatic: canRedraw ? .table : .lines
        }
    }
}

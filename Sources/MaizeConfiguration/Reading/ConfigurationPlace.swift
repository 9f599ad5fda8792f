/// Where the configuration file of a user is: a choice by the environment alone.
package enum ConfigurationPlace: Hashable, Sendable {
    /// The file that `MAIZE_CONFIG` names; it must be there.
    case named(String)
    /// Where the file is, if there is one.
    case usual(String)

    package static let variable = "MAIZE_CONFIG"
    package static let fileName = "maize.toml"

    /// Nil where nothing tells the user's home.
    ///
    /// - Parameter variable: The value of a variable of the environment; one that is empty counts as none.
    package init?(_ variable: (String) -> String?) {
        func value(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
        if let path = value(ConfigurationPlace.variable) {
            self = .named(path)
        } else if let folder = value("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            self = .usual("\(folder)/\(ConfigurationPlace.fileName)")
        } else if let home = value("HOME"), home.hasPrefix("/") {
            self = .usual("\(home)/.config/\(ConfigurationPlace.fileName)")
        } else {
            return nil
        }
    }

    package var path: String {
        switch self {
        case .named(let path), .usual(let path): path
        }
    }
}

package import MaizeDocuments

/// A value and where it was set.
package struct Setting<Value: Sendable>: Sendable {
    package var value: Value
    package let source: SettingSource

    package init(_ value: Value, _ source: SettingSource) {
        self.value = value
        self.source = source
    }
}

/// A place in a configuration file.
package struct SettingSource: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    package let position: Position

    /// For people: `maize.toml:7`.
    package var description: String { "\(file):\(position.line)" }
}

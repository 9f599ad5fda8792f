/// How much a log record matters.
///
///     flow.level = .warning
///     try flow.add(Discard<Int>.self, options: NodeOptions(level: .debug))
public enum LogLevel: Int, Codable, Sendable, Comparable, CaseIterable {
    /// For whoever looks for a fault.
    case debug = 10
    /// The course of things.
    case info = 20
    /// Something that may be wrong.
    case warning = 30
    /// Something that is wrong.
    case error = 40
    /// Something that ends the run.
    case critical = 50

    /// Orders levels by how much they matter.
    public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }

    /// The level in capitals, as in a log line.
    public var label: String { String(describing: self).uppercased() }
}

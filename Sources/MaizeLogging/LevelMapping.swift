internal import Logging
internal import MaizeWire

extension Logger.Level {
    /// The run's log has fewer levels.
    var ofRun: LogLevel {
        switch self {
        case .trace, .debug: .debug
        case .info, .notice: .info
        case .warning: .warning
        case .error: .error
        case .critical: .critical
        }
    }
}

extension LogLevel {
    /// The least of the levels that become this one or a higher one.
    var leastLoggerLevel: Logger.Level {
        switch self {
        case .debug: .trace
        case .info: .info
        case .warning: .warning
        case .error: .error
        case .critical: .critical
        }
    }
}

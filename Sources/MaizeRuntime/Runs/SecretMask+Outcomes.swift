internal import MaizeCore
internal import MaizeWire

/// What nodes say of their ends, without secrets.
extension SecretMask {
    func masked(_ error: ErrorRecord) -> ErrorRecord {
        if texts.isEmpty { return error }
        var error = error
        error.message = masked(error.message)
        error.lastLines = error.lastLines.map(masked)
        return error
    }

    func masked(_ outcome: NodeOutcome) -> NodeOutcome {
        switch outcome {
        case .completed: outcome
        case .stopped(let reason): .stopped(reason: masked(reason))
        case .failed(let error): .failed(masked(error))
        case .tolerated(let error): .tolerated(masked(error))
        case .killed(let signal, let reason): .killed(signal: signal, reason: masked(reason))
        case .notStarted(let reason): .notStarted(reason: masked(reason))
        }
    }
}

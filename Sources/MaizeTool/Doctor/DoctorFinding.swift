/// What `doctor` says of one thing: fields are part of the command's interface (`docs/cli.md`).
struct DoctorFinding: Encodable, Equatable {
    /// How well it is.
    enum Level: String, Encodable, CaseIterable {
        case ok
        /// Not there, and wanted only for what the message says.
        case absent
        case warning
        /// Without it no run works.
        case problem
    }

    let level: Level
    let topic: String
    let message: String
    /// What to do; nil where nothing needs to be done.
    var advice: String?

    static func ok(_ topic: String, _ message: String) -> DoctorFinding {
        DoctorFinding(level: .ok, topic: topic, message: message)
    }

    static func absent(_ topic: String, _ message: String, _ advice: String) -> DoctorFinding {
        DoctorFinding(level: .absent, topic: topic, message: message, advice: advice)
    }

    static func warning(_ topic: String, _ message: String, _ advice: String) -> DoctorFinding {
        DoctorFinding(level: .warning, topic: topic, message: message, advice: advice)
    }

    static func problem(_ topic: String, _ message: String, _ advice: String) -> DoctorFinding {
        DoctorFinding(level: .problem, topic: topic, message: message, advice: advice)
    }
}

extension DoctorFinding {
    /// Findings for people: a line each, with the advice below.
    static func lines(_ findings: [DoctorFinding]) -> [String] {
        let levels = Level.allCases.map(\.rawValue.count).max() ?? 0
        let topics = findings.map(\.topic.count).max() ?? 0
        return findings.flatMap { finding in
            let level = padded(finding.level.rawValue, to: levels)
            let advice = finding.advice.map { [padded("", to: levels + topics + 4) + $0] } ?? []
            return ["\(level)  \(padded(finding.topic, to: topics))  \(finding.message)"] + advice
        }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

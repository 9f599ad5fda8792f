package import MaizeCore
internal import MaizeRuntime

/// What a check of one workflow came to.
package struct CheckReport {
    private let findings: [CheckFinding]
    /// What is said of a workflow that can run; nil for one that cannot be looked at.
    private let praise: String?

    /// Checks a workflow.
    ///
    /// - Parameters:
    ///   - flow: The workflow.
    ///   - earlier: What was found when it was read.
    ///   - finding: Puts what the check finds at its place.
    package init(_ flow: Workflow, after earlier: [CheckFinding] = [], finding: (Diagnostic) -> CheckFinding) {
        findings = earlier + flow.checkOnMachine(optionsMayCome: true).findings.map(finding)
        let nodes = NumberText.counted(flow.nodes.count, "node")
        let channels = NumberText.counted(flow.channels.count, "channel")
        praise = "\(flow.name): \(nodes) and \(channels), no errors"
    }

    /// What is wrong with a workflow that cannot be built.
    package init(_ findings: [CheckFinding]) {
        self.findings = findings
        praise = nil
    }

    package var hasErrors: Bool { findings.contains { $0.severity == .error } }
    package var status: Int32 { hasErrors ? ExitStatus.invalid : ExitStatus.done }

    /// Tells the findings: lines on standard error, or lines of JSON on standard output.
    package func show(asJSON: Bool) {
        if asJSON { return Console.show(json: findings) }
        for finding in findings { Console.say(finding.description) }
        if let praise, !hasErrors { Console.say(praise) }
    }
}

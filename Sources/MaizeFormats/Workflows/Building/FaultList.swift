internal import MaizeCore

/// Ports and parameters with which something is wrong already.
struct FaultList {
    /// As `path.name`.
    private var interfaces: Set<String> = []
    /// Components of which one is faulty: what they find themselves may only follow from it.
    private var components: Set<String> = []

    /// Of a graph's port or parameter, what it stands for.
    mutating func insert(_ interface: Interface) {
        let end = (interface as? AnyPort)?.leaf ?? interface
        let path = end.owner?.componentPath.description ?? ""
        guard interfaces.insert("\(path).\(end.name)").inserted else { return }
        components.insert(path)
        for target in (interface as? AnyParameter)?.targets ?? [] { insert(target) }
    }

    /// Whether a finding of the check only follows from one that the file's reader had.
    func explains(_ finding: Diagnostic) -> Bool {
        if let interface = finding.interface { return interfaces.contains("\(finding.path).\(interface)") }
        // That there are no nodes follows from what is wrong with those of the file.
        return finding.path.isEmpty || components.contains(finding.path)
    }
}

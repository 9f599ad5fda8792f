/// What the control groups around this process allow it: a container's limits, those of a batch job.
package struct ControlGroup: Equatable, Sendable {
    /// Bytes of memory for all processes of the group.
    package var memory: Int?
    /// Bytes that they have.
    package var memoryUsed: Int?
    /// Processes and threads of the group.
    package var processes: Int?
    /// Processes and threads that there are.
    package var processesUsed: Int?
    /// Processors' worth of time.
    package var processors: Double?

    package init() {}

    /// The narrowest limits of the groups that `membership` (`/proc/self/cgroup`) names, and of those around them.
    ///
    /// - Parameters:
    ///   - membership: A line a hierarchy: `0::/user.slice`, or `4:memory:/job` of version 1.
    ///   - file: The contents of a file below `/sys/fs/cgroup`; nil where there is none.
    package init(_ membership: String, file: (String) -> String?) {
        for line in membership.split(separator: "\n") {
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            let controllers = fields[1].split(separator: ",").map(String.init)
            for group in ControlGroup.groups(upFrom: String(fields[2])) {
                if controllers.isEmpty {
                    for root in ["", "unified/"] { narrow(version2: root + group, file) }
                }
                for controller in controllers { narrow(version1: controller, "\(controller)/\(group)", file) }
            }
        }
    }

    /// Of this process.
    package static var current: ControlGroup {
        ControlGroup(FileContents.text(of: "/proc/self/cgroup") ?? "") {
            FileContents.text(of: "/sys/fs/cgroup/" + $0)
        }
    }

    /// The group and those around it, innermost first; the outermost one is "".
    private static func groups(upFrom path: String) -> [String] {
        let names = path.split(separator: "/").map(String.init)
        return (0...names.count).reversed().map { names.prefix($0).map { $0 + "/" }.joined() }
    }

    private mutating func narrow(version2 group: String, _ file: (String) -> String?) {
        narrowMemory(ControlGroup.number(file(group + "memory.max")), file(group + "memory.current"))
        narrowProcesses(ControlGroup.number(file(group + "pids.max")), file(group + "pids.current"))
        guard let words = file(group + "cpu.max")?.split(whereSeparator: \.isWhitespace), words.count == 2 else {
            return
        }
        narrowProcessors(quota: Int(words[0]), period: Int(words[1]))
    }

    private mutating func narrow(version1 controller: String, _ group: String, _ file: (String) -> String?) {
        switch controller {
        case "memory":
            // No limit is a number of nearly 2^63.
            let limit = ControlGroup.number(file(group + "memory.limit_in_bytes")).flatMap { $0 < 1 << 60 ? $0 : nil }
            narrowMemory(limit, file(group + "memory.usage_in_bytes"))
        case "pids": narrowProcesses(ControlGroup.number(file(group + "pids.max")), file(group + "pids.current"))
        case "cpu":
            narrowProcessors(
                quota: ControlGroup.number(file(group + "cpu.cfs_quota_us")),
                period: ControlGroup.number(file(group + "cpu.cfs_period_us"))
            )
        default: return
        }
    }

    private mutating func narrowMemory(_ limit: Int?, _ used: String?) {
        guard let limit, limit < memory ?? .max else { return }
        memory = limit
        memoryUsed = ControlGroup.number(used)
    }

    private mutating func narrowProcesses(_ limit: Int?, _ used: String?) {
        guard let limit, limit < processes ?? .max else { return }
        processes = limit
        processesUsed = ControlGroup.number(used)
    }

    private mutating func narrowProcessors(quota: Int?, period: Int?) {
        guard let quota, let period, quota > 0, period > 0 else { return }
        processors = min(processors ?? .infinity, Double(quota) / Double(period))
    }

    /// The number of a file; nil for `max`, and where there is none.
    private static func number(_ text: String?) -> Int? {
        text.flatMap { Int($0.split(whereSeparator: \.isWhitespace).first ?? "") }
    }
}

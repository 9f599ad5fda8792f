import Glibc
import MaizeSystem

/// What the processes of a running chain take.
enum NodeMemory {
    /// The proportional set size of each node in KiB (what it shares is divided by those who share it), as soon as all
    /// nodes are there; empty when they do not come within a minute.
    static func proportionalSizes(marked mark: String, nodes: Int) -> [Int] {
        let deadline = MonotonicTime.now.advanced(bySeconds: 60)
        while deadline > .now {
            let links = ProcessTable.processes(withEnvironmentWord: mark).filter { isLink($0) }
            if links.count >= nodes - 3 { return links.compactMap { size(of: $0) } }
            usleep(20_000)  // processes of somebody else's appear without an event
        }
        return []
    }

    private static func isLink(_ process: pid_t) -> Bool {
        FileContents.text(of: "/proc/\(process)/cmdline")?.hasPrefix("link") ?? false
    }

    private static func size(of process: pid_t) -> Int? {
        FileContents.text(of: "/proc/\(process)/smaps_rollup")?.split(separator: "\n")
            .first { $0.hasPrefix("Pss:") }?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
    }
}

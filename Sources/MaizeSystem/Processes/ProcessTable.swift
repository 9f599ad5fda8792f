internal import CMaizeSystem
package import Glibc

/// What `/proc` knows about the processes of this machine.
package enum ProcessTable {
    /// The children of this process, whichever thread started them.
    package static func childrenOfThisProcess() -> [pid_t] {
        guard let threads = try? Directory.entries(of: "/proc/self/task") else { return [] }  // no /proc: none seen
        return threads.flatMap { thread in
            (FileContents.text(of: "/proc/self/task/\(thread)/children") ?? "")
                .split(separator: " ").compactMap { pid_t($0) }
        }
    }

    /// Every process whose environment at its start held `word` (`NAME=value`) and that has not ended.
    package static func processes(withEnvironmentWord word: String) -> [pid_t] {
        processes(withAnyEnvironmentWord: [word])
    }

    /// As `processes(withEnvironmentWord:)`, for any of several words.
    package static func processes(withAnyEnvironmentWord words: Set<String>) -> [pid_t] {
        guard let entries = try? Directory.entries(of: "/proc") else { return [] }  // no /proc: none seen
        let needles = Set(words.map { Array($0.utf8)[...] })
        return entries.compactMap { pid_t($0) }.filter { process in
            guard let bytes = FileContents.bytes(of: "/proc/\(process)/environ") else { return false }
            return bytes.split(separator: 0).contains { needles.contains($0) } && isAlive(process)
        }
    }

    /// Whether the process exists and is not merely waiting to be reaped.
    package static func isAlive(_ process: pid_t) -> Bool {
        guard let text = FileContents.text(of: "/proc/\(process)/stat"), let paren = text.lastIndex(of: ")") else {
            return false
        }
        let state = text[text.index(after: paren)...].drop { $0 == " " }.first
        return state != "Z" && state != "X"
    }

    /// Waits for children however they were made (`__WALL`, which the Glibc module lacks).
    private static let everyKindOfChild: Int32 = 0x4000_0000

    /// Kills every descendant of this process, which must adopt orphans, and reaps them.
    package static func killDescendants() {
        while true {
            let children = childrenOfThisProcess()
            if children.isEmpty { return }
            for child in children { kill(child, SIGKILL) }
            // Each end may bring that process's own children up to us: look again after all of these.
            for child in children {
                var status: Int32 = 0
                while waitpid(child, &status, everyKindOfChild) < 0, errno == EINTR {}
            }
        }
    }

    /// Kills every process that carries `word`, but this one, until none is left or a second has passed.
    package static func killAll(withEnvironmentWord word: String) { killAll(withEnvironmentWords: [word]) }

    /// As `killAll(withEnvironmentWord:)`, for any of several words.
    package static func killAll(withEnvironmentWords words: Set<String>) {
        let deadline = MonotonicTime.now.advanced(bySeconds: 1)
        while MonotonicTime.now < deadline {
            let found = processes(withAnyEnvironmentWord: words).filter { $0 != getpid() }
            if found.isEmpty { return }
            var ends = PollSet()
            var watched: [Int32] = []
            for process in found {
                let end = maize_pidfd_open(process)
                if end >= 0 {
                    watched.append(end)
                    ends.add(end, .readable)
                }
                kill(process, SIGKILL)
            }
            defer { watched.forEach { close($0) } }
            // Whoever cannot be watched has ended already; one that hangs in the kernel costs the second.
            if watched.isEmpty { continue }
            // Without `poll` there is no way to wait for them.
            guard (try? ends.wait(milliseconds: deadline.millisecondsFromNow)) != nil else { return }
        }
    }
}

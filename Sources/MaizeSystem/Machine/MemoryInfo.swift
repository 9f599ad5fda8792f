/// What the kernel tells of the machine's memory (`/proc/meminfo`).
package struct MemoryInfo: Equatable, Sendable {
    /// Bytes of memory.
    package var total: Int
    /// Bytes that programs can still have without something being swapped out.
    package var available: Int

    /// Reads the lines of the file; nil when they are not there.
    package init?(_ text: String) {
        func bytes(_ name: String) -> Int? {
            let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
        }
        guard let total = bytes("MemTotal"), let available = bytes("MemAvailable") else { return nil }
        self.total = total
        self.available = available
    }

    /// Of this machine; nil where nothing is told of it.
    package static var current: MemoryInfo? { FileContents.text(of: "/proc/meminfo").flatMap(MemoryInfo.init) }
}

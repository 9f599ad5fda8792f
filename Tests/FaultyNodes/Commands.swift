import Glibc

/// What the nodes start, and what they see of their own process.
enum Commands {
    /// Commands that do not go by themselves, by what makes them stubborn.
    static let stubborn: [(String, [String])] = [
        ("plain", ["sleep", "600"]),
        ("deaf", ["sh", "-c", "trap '' TERM INT HUP; while :; do sleep 600; done"]),
        ("detached", ["setsid", "sleep", "600"]),
    ]

    /// Starts a command as any library would: nothing closed, nothing set for it.
    static func start(_ words: [String]) -> pid_t {
        var process: pid_t = 0
        var pointers = words.map { strdup($0) }
        pointers.append(nil)
        defer { pointers.forEach { free($0) } }
        return posix_spawnp(&process, words[0], nil, nil, pointers, environ) == 0 ? process : -1
    }

    /// The numbers of this process's descriptors.
    static func openDescriptors() -> [Int32] {
        guard let folder = opendir("/proc/self/fd") else { return [] }
        defer { closedir(folder) }
        var numbers: [Int32] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let number = Int32(name), number != dirfd(folder) { numbers.append(number) }
        }
        return numbers
    }
}

internal import Glibc

/// What kind of machine this is.
package enum Machine {
    /// The kernel, its version and the processor's kind: `Linux 6.1.0 x86_64`.
    package static var description: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "unknown" }
        func text<Field>(_ field: Field) -> String {
            withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        }
        return "\(text(name.sysname)) \(text(name.release)) \(text(name.machine))"
    }
}

extension OwnProcess {
    /// The files of libraries that this process has loaded.
    package static var libraries: [String] {
        let lines = FileContents.text(of: "/proc/self/maps")?.split(separator: "\n") ?? []
        var seen: Set<String> = []
        return lines.compactMap { line in
            guard let start = line.firstIndex(of: "/"), line[start...].contains(".so") else { return nil }
            let path = String(line[start...])
            return seen.insert(path).inserted ? path : nil
        }
    }
}

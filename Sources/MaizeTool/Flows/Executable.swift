internal import MaizeSystem

/// Tells a compiled program from a workflow file.
enum Executable {
    /// Whether the file starts as a program does: ELF, or a script's first line.
    static func isExecutable(_ path: String) -> Bool {
        // A pipe is not even opened: what is read of it here would be missing later.
        guard FileContents.isRegular(path),
            case .success(let start) = Result(catching: { try FileContents.beginning(of: path, limit: 4) })
        else { return false }
        return start.bytes == Array("\u{7F}ELF".utf8) || start.bytes.starts(with: Array("#!".utf8))
    }
}

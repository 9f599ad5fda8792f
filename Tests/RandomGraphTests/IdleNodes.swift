import Glibc
import Maize
import MaizeSystem

/// Feeds a neighbour nothing for a second, and sends how much processor time that one used in it.
final class IdleFeeder: Node {
    /// The neighbour's name.
    @Parameter var neighbour: String
    let out = MultiOutput<Int>()
    /// Ticks of the neighbour's processor time.
    let ticks = Output<Int>()

    override func run() throws {
        var process: pid_t?
        while process == nil {
            try pause(seconds: 0.01)
            process = IdleFeeder.sibling(named: neighbour)
        }
        guard let process else { return }
        // Until it has come up: a process that waits uses nothing.
        var before = -1
        while let now = IdleFeeder.ticks(of: process), now != before {
            before = now
            try pause(seconds: 0.2)
        }
        try pause(seconds: 1)
        if let after = IdleFeeder.ticks(of: process) { try ticks.send(after - before) }
    }

    /// A child of this process's parent, by its first argument.
    private static func sibling(named name: String) -> pid_t? {
        guard let entries = try? Directory.entries(of: "/proc") else { return nil }  // no /proc: no test
        return entries.compactMap { pid_t($0) }.first { process in
            let line = FileContents.text(of: "/proc/\(process)/cmdline") ?? ""
            return line.split(separator: "\0").first == name[...] && fields(of: process)?[1] == String(getppid())
        }
    }

    private static func ticks(of process: pid_t) -> Int? {
        guard let fields = fields(of: process), let user = Int(fields[11]), let system = Int(fields[12]) else {
            return nil
        }
        return user + system
    }

    /// The fields of `/proc/PID/stat` from the third on.
    private static func fields(of process: pid_t) -> [String]? {
        guard let text = FileContents.text(of: "/proc/\(process)/stat"), let paren = text.lastIndex(of: ")") else {
            return nil
        }
        return text[text.index(after: paren)...].split(separator: " ").map(String.init)
    }
}

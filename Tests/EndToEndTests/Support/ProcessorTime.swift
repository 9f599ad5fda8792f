import Glibc
import MaizeSystem

/// Processor time that processes have used, in ticks of a hundredth of a second.
enum ProcessorTime {
    /// The ticks of each process, by its number and name.
    static func ticks(of processes: [pid_t]) -> [String: Int] {
        var ticks: [String: Int] = [:]
        for process in processes {
            guard let text = FileContents.text(of: "/proc/\(process)/stat") else { continue }
            // The name, in parentheses, may hold anything; user and system time are the 12th and 13th field after it.
            let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
            guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else { continue }
            ticks["\(process) \(Program.name(of: process) ?? "")"] = user + system
        }
        return ticks
    }
}

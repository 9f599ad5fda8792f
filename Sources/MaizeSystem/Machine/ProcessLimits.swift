internal import Glibc

/// How many processes this user may have.
package enum ProcessLimits {
    /// Processes and threads of the user (`ulimit -u`); nil for no limit, as root has none.
    package static var ofUser: Int? {
        guard geteuid() != 0 else { return nil }
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max else {
            return nil
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// Processes and threads of the machine.
    package static var ofMachine: Int? {
        ["/proc/sys/kernel/pid_max", "/proc/sys/kernel/threads-max"].compactMap(KernelSetting.number).min()
    }

    /// Processors that this process may run on.
    package static var processors: Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// A number that the kernel keeps in a file.
package enum KernelSetting {
    package static func number(_ path: String) -> Int? {
        FileContents.text(of: path).flatMap { Int($0.split(whereSeparator: \.isWhitespace).first ?? "") }
    }
}

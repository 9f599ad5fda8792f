internal import Glibc
internal import MaizeSystem

/// What the Swift run-time of a node's process is told about crashes: a build for release then still gives a file and a
/// line, and nobody is asked anything.
///
/// A program with the run-time linked in cannot find the helper that writes the account: it is looked for in the
/// toolchain on the search path, and without it the account is left out rather than complained about.
package enum BacktraceSettings {
    static let variable = "SWIFT_BACKTRACE"

    /// The word for a child's environment; nil when there is no helper.
    static let environmentWord: String? = {
        let settings =
            "\(variable)=enable=yes,interactive=no,color=no,registers=none,images=none,threads=crashed,"
            + "limit=24,timeout=2s,cache=no"
        if OwnProcess.libraries.contains(where: { $0.contains("/libswiftCore.so") }) { return settings }
        return helper.map { "\(settings),swift-backtrace=\($0)" }
    }()

    /// Whether a crash is told with a file and a line.
    package static var isAvailable: Bool { environmentWord != nil }

    private static var helper: String? {
        let folders = getenv("PATH").map { String(cString: $0).split(separator: ":") } ?? []
        let candidates = folders.flatMap { folder in
            ["swift-backtrace-static", "swift-backtrace"].map { "\(folder)/../libexec/swift/linux/\($0)" }
        }
        return candidates.first { access($0, X_OK) == 0 }
    }
}

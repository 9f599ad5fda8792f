internal import CMaizeSystem
internal import Glibc

/// What a new process gets: its executable, words, environment, and exactly these descriptors.
package struct SpawnRequest: Sendable {
    package var executable: String
    package var arguments: [String]
    package var environment: [String]
    /// Descriptors that the child keeps under the numbers that they have here.
    package var kept: [Int32] = []
    package var standardInput: Int32?
    package var standardOutput: Int32?
    package var standardError: Int32?
    /// The current folder of the process; that of this one where nil.
    package var folder: String?
    /// Whether the process is in the group of this one, and with it before the same terminal.
    package var staysInGroup = false

    package init(executable: String, arguments: [String], environment: [String]) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
    }

    /// The file that this process runs from, the same even after it was replaced on disk.
    package static let ownExecutable = "/proc/self/exe"

    /// Starts the process, in a process group of its own unless it is to stay in ours, with default signals and an empty
    /// mask.
    ///
    /// A standard descriptor that is not given is `/dev/null` for input and inherited for the others. All other
    /// descriptors of this process close on exec, so the child starts with the standard ones and the kept ones.
    package func start() throws(SystemError) -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let standardInput {
            posix_spawn_file_actions_adddup2(&actions, standardInput, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        if let standardOutput { posix_spawn_file_actions_adddup2(&actions, standardOutput, 1) }
        if let standardError { posix_spawn_file_actions_adddup2(&actions, standardError, 2) }
        if let folder, case let number = maize_spawn_in_folder(&actions, folder), number != 0 {
            throw SystemError("posix_spawn_file_actions_addchdir_np", number)
        }
        // Onto itself: glibc takes close-on-exec off in the child only.
        for number in kept { posix_spawn_file_actions_adddup2(&actions, number, number) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (staysInGroup ? 0 : POSIX_SPAWN_SETPGROUP)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        posix_spawnattr_setpgroup(&attributes, 0)
        var every = sigset_t()
        var none = sigset_t()
        sigfillset(&every)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &every)
        posix_spawnattr_setsigmask(&attributes, &none)

        var process: pid_t = 0
        let number = withCStrings(arguments) { words in
            withCStrings(environment) { variables in
                posix_spawn(&process, executable, &actions, &attributes, words, variables)
            }
        }
        guard number == 0 else { throw SystemError("posix_spawn", number) }
        return ChildProcess(identifier: process)
    }
}

/// Lends `strings` as the null-terminated list of C strings that `exec` takes.
private func withCStrings<Result>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeBufferPointer { list in
        guard let base = list.baseAddress else { preconditionFailure("the list has at least its terminator") }
        return body(base)
    }
}

internal import CMaizeSystem
package import Glibc

/// What a process sets for itself.
package enum OwnProcess {
    package static var identifier: pid_t { getpid() }
    package static var isMainThread: Bool { maize_is_main_thread() == 1 }
    package static var parent: pid_t { getppid() }

    /// The name that `ps` shows, cut to the kernel's 15 bytes.
    package static func setName(_ name: String) { _ = maize_set_process_name(name) }

    /// The signal that this process gets when the thread that started it ends.
    package static func setParentDeathSignal(_ signal: Int32) { _ = maize_set_parent_death_signal(signal) }

    /// Orphans below this process become its children, so that it can end them.
    package static func adoptOrphans() { _ = maize_become_subreaper() }

    /// Keeps this process on one processor; false where that is not allowed.
    package static func pin(toProcessor processor: Int32) -> Bool { maize_pin_to_cpu(processor) == 0 }

    /// Lets whoever else wants this processor run first; without anybody else it costs a fraction of a microsecond.
    package static func yieldProcessor() { sched_yield() }

    /// What is printed goes out at each line's end, as on a terminal.
    package static func lineBufferOutput() { maize_line_buffer_stdout() }

    /// Ends the process now, without `atexit` handlers or statics' destructors; stdio is flushed first.
    package static func end(status: Int32) -> Never {
        maize_flush_and_exit(status)
        _exit(status)
    }

    /// The file that this process runs from.
    package static func executable() throws(SystemError) -> String {
        let link = SpawnRequest.ownExecutable
        var room = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = try checked("readlink", path: link) { readlink(link, &room, room.count) }
        return String(decoding: room.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Becomes another program, which finds the descriptor `kept` open; returns only when that cannot be started, with the
    /// reason.
    package static func replace(program: String, arguments: [String], keeping kept: Int32? = nil) -> SystemError {
        if let kept { _ = fcntl(kept, F_SETFD, 0) }
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        execv(program, words)
        return SystemError("execv", errno, path: program)
    }

    /// Ends the process at once, without flushing anything.
    package static func endAtOnce(status: Int32) -> Never { _exit(status) }

    /// Writes out what stdio still holds.
    package static func flushOutput() { fflush(nil) }

    /// The signal that lets a stopped process run again.
    package static let continueSignal = SIGCONT

    /// Calls `handler` with the status when somebody calls `exit`.
    package static func onExit(_ handler: @convention(c) (Int32) -> Void) { _ = maize_on_exit(handler) }

    /// Writes to a pipe or socket whose reader is gone then give `EPIPE` instead of ending the process.
    package static func ignoreBrokenPipes() { _ = maize_swallow_signal(SIGPIPE) }

    /// As `ignoreBrokenPipes()`, for this thread alone and without touching what the process does with the signal.
    package static func blockBrokenPipesInThread() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// What a terminal sends to its jobs no longer touches this process, which may write to it from the background: a
    /// handler in place of ignoring would have the kernel start such a write again and again (SIGTTOU).
    package static func ignoreTerminalSignals() {
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTTOU, SIGTSTP] { _ = maize_ignore_signal(signal) }
    }

    /// Closes every descriptor above 2 that is not in `kept`; the kept ones close on exec from now on, so that no command
    /// that is started here holds them.
    package static func closeDescriptors(except kept: [Int32]) {
        var first: UInt32 = 3
        for number in kept.sorted() where number >= 3 {
            _ = fcntl(number, F_SETFD, FD_CLOEXEC)
            let next = UInt32(number)
            if next > first { _ = maize_close_range(first, next - 1) }
            first = next + 1
        }
        _ = maize_close_range(first, UInt32.max)
    }

    /// The words of the environment, `NAME=value` each.
    package static func environment() -> [String] {
        var words: [String] = []
        var next = environ
        while let word = next.pointee {
            words.append(String(cString: word))
            next += 1
        }
        return words
    }

    /// The value of a variable of the environment; nil where there is none.
    package static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Sets a variable; for a process with one thread, as reading the environment is not guarded.
    package static func setEnvironment(_ name: String, _ value: String) { setenv(name, value, 1) }

    package static func unsetEnvironment(_ name: String) { unsetenv(name) }

    /// Removes a variable, also from what other processes see of this one.
    package static func eraseEnvironment(_ name: String) { maize_erase_environment(name) }

    /// Removes a value from the words of the command line as other processes see them, `ps` among them; its length stays.
    package static func overwriteArgument(_ value: String) { maize_overwrite_argument(value) }

    /// Calls the YAML reader of `MaizeFormats` with its argument and the place of its result; false if this executable does
    /// not hold it.
    package static func readYAML(_ text: UnsafeRawPointer, into result: UnsafeMutableRawPointer) -> Bool {
        maize_read_yaml(text, result) == 1
    }

    /// Lets libraries be heard that log with swift-log, if this executable holds `MaizeLogging`.
    package static func bootstrapLogging() { maize_bootstrap_logging() }
}

import Foundation
import MaizeSystem

/// One of the package's executables in the foreground of a terminal of its own, with somebody looking at it.
final class TerminalProgram {
    /// `NAME=value`, in the environment of the program and of all that it starts.
    private let mark = "TEST_MARK=\(UUID().uuidString)"
    private let scratch: String
    private let process: ChildProcess
    private var master: Descriptor?
    private(set) var screen: Screen
    /// Every byte that the terminal was sent.
    private(set) var bytes: [UInt8] = []

    /// Starts `name`, a product of this package or a path, for which `FaultyNodes` takes a `fault`, on a terminal of so many rows and columns.
    init(
        _ name: String = "FaultyNodes",
        fault: String? = nil,
        _ arguments: [String] = [],
        rows: Int = 24,
        columns: Int = 100,
        environment: [String: String] = [:]
    ) throws {
        screen = Screen(rows: rows, columns: columns)
        scratch = try Directory.makeUnique(prefix: "/tmp/maize-test-")
        let master = Descriptor(owning: try checked("open") { open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC) })
        let side = try TerminalProgram.otherSide(of: master.number, rows: rows, columns: columns)
        var changes = environment
        changes["TERM"] = environment["TERM"] ?? "xterm"
        changes["LC_ALL"] = environment["LC_ALL"] ?? "C"
        if let fault { changes["FAULT"] = fault }
        let own = ["TMPDIR", "TEST_MARK", "NO_COLOR"] + changes.keys
        // In a session of its own, which the terminal controls: what is typed reaches the program. A shell leads the
        // session and stays when the program is killed, until somebody presses return. What the shell itself has to say
        // is not for the screen.
        let script = #"trap : INT; "$0" "$@" 2>&1; status=$?; [ $status = 137 ] && read -r answer; exit $status"#
        let session = ["/usr/bin/setsid", "--ctty", "--wait", "sh", "-c", script]
        let words = session + [name.hasPrefix("/") ? name : Program.folder + "/" + name] + arguments
        let nowhere = try Descriptor.appending(to: "/dev/null")
        var request = SpawnRequest(
            executable: words[0],
            arguments: words,
            environment: OwnProcess.environment().filter { word in !own.contains { word.hasPrefix($0 + "=") } }
                + changes.map { "\($0.key)=\($0.value)" } + [mark, "TMPDIR=\(scratch)"]
        )
        request.standardInput = side.number
        request.standardOutput = side.number
        request.standardError = nowhere.number
        process = try request.start()
        try master.setNonBlocking()
        self.master = consume master
    }

    /// The Glibc module lacks `ptsname` and `unlockpt`: these are the requests that they make (TIOCGPTN, TIOCSPTLCK).
    private static func otherSide(of master: Int32, rows: Int, columns: Int) throws(SystemError) -> Descriptor {
        var place: Int32 = 0
        _ = try checked("TIOCGPTN") { ioctl(master, 0x8004_5430, &place) }
        var isLocked: Int32 = 0
        _ = try checked("TIOCSPTLCK") { ioctl(master, 0x4004_5431, &isLocked) }
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = try checked("TIOCSWINSZ") { ioctl(master, UInt(TIOCSWINSZ), &size) }
        let path = "/dev/pts/\(place)"
        return Descriptor(owning: try checked("open", path: path) { open(path, O_RDWR | O_NOCTTY | O_CLOEXEC) })
    }

    deinit {
        ProcessTable.killAll(withEnvironmentWord: mark)
        _ = process.reapIfEnded()
        _ = Result { try Directory.remove(scratch) }  // the test is over whether or not this works
    }

    /// The processes that live.
    var processes: [pid_t] { ProcessTable.processes(withEnvironmentWord: mark) }

    /// The process that was started by this path or name.
    func process(named name: String) -> pid_t? { processes.first { Program.name(of: $0) == name } }

    func type(_ text: String) throws { try Array(text.utf8).withUnsafeBytes { try master?.writeAll($0) } }

    /// Takes the terminal away, as when its window is closed.
    func closeTerminal() { master = nil }

    /// Waits until the screen shows what `isWanted`.
    func waitForScreen(within seconds: Double = 20, _ isWanted: (Screen) -> Bool) throws {
        // Somebody may write after the program's own end.
        try follow(within: seconds, beyondEnd: true) { isWanted(screen) }
        guard isWanted(screen) else { throw overdue("did not show that", seconds) }
    }

    /// Lets the program go on for so long, and takes in what it writes meanwhile.
    func runOn(seconds: Double) throws { try follow(within: seconds) { false } }

    /// Waits for the end.
    func wait(within seconds: Double = 30) throws -> ProcessEnd {
        try follow(within: seconds) { false }
        guard let end = process.reapIfEnded() else { throw overdue("did not end", seconds) }
        read()
        return end
    }

    /// The folders of runs that are still there.
    var folders: [String] { (try? Directory.entries(of: scratch))?.filter { $0.hasPrefix("maize-") } ?? [] }

    /// What still lives after `seconds`.
    func leftovers(after seconds: Double) -> [String] {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        while deadline > .now, !processes.isEmpty { usleep(10_000) }
        return processes.map { "\($0) \(Program.name(of: $0) ?? "")" }
    }

    private func follow(within seconds: Double, beyondEnd: Bool = false, until isReached: () -> Bool) throws {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        while !isReached(), deadline > .now {
            var set = PollSet()
            let end = beyondEnd ? nil : process.endNumber.map { set.add($0, .readable) }
            if let number = master?.number { set.add(number, .readable) }
            _ = try set.wait(milliseconds: deadline.millisecondsFromNow)
            read(pieces: 4)
            if let end, !set.events(at: end).isEmpty { return }
        }
    }

    /// Reads what is there, in so many pieces at most: somebody may write without end.
    private func read(pieces: Int = .max) {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { room in
            var left = pieces
            // A terminal that nobody has open any more gives an error, which is its end.
            while left > 0, case .success(let count?) = Result(catching: { try master?.read(into: room) }), count > 0 {
                left -= 1
                bytes += room[..<count]
                screen.write(room[..<count])
            }
        }
    }

    private func overdue(_ what: String, _ seconds: Double) -> Program.Overdue {
        process.signal(SIGKILL)
        let shown = screen.transcript.suffix(60).joined(separator: "\n")
        return .init(description: "the program \(what) within \(seconds) s; the screen:\n\(shown)")
    }
}

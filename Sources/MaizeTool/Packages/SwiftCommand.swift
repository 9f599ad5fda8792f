internal import MaizeCommands
internal import MaizeSystem

/// The toolchain's own command, `swift`, as a child that the terminal's user talks to.
struct SwiftCommand {
    private let program: String
    private let environment: [String]

    /// Finds the command; where there is none, the process ends and says so.
    init(environment: [String]) {
        self.environment = environment
        do {
            program = try ProgramSearch.path(of: "swift", environment: environment)
        } catch {
            Console.end(
                ExitStatus.machine,
                "error: packages are built by 'swift', which is in no folder of PATH (\(error.searched)); install Swift from"
                    + " https://www.swift.org/install/linux/, or add its folder to PATH"
            )
        }
    }

    /// What the command writes to standard output; nil when it fails, and has said why on standard error.
    func output(_ words: [String]) -> [UInt8]? {
        do {
            let file = try MemoryFile.empty(name: "swift")
            guard try run(words, output: file.number) else { return nil }
            return try MemoryFile.contents(of: file)
        } catch {
            end(error)
        }
    }

    /// Runs the command, with all that it writes on standard error; whether it succeeds.
    func succeeds(_ words: [String]) -> Bool {
        do {
            return try run(words, output: 2)
        } catch {
            end(error)
        }
    }

    private func run(_ words: [String], output: Int32) throws -> Bool {
        var request = SpawnRequest(
            executable: program,
            arguments: ["swift"] + words,
            environment: environment
        )
        // It may ask for a password, and is interrupted with this process.
        request.staysInGroup = true
        request.standardInput = 0
        request.standardOutput = output
        let signals = try SignalForwarder([Signals.interrupt, Signals.terminate, Signals.hangup])
        let process = try request.start()
        var received: Int32?
        while let end = process.endNumber, !process.hasEnded() {
            var set = PollSet()
            set.add(end, .readable)
            let place = set.add(signals.events.number, .readable)
            _ = try set.wait(milliseconds: nil)
            guard set.events(at: place).contains(.readable) else { continue }
            for signal in SignalForwarder.signals(from: signals.events.number) {
                received = signal
                process.signal(signal)
            }
        }
        let end = process.reap()
        if let received { Console.end(128 + received) }
        return end == .exited(status: 0)
    }

    private func end(_ error: any Error) -> Never {
        Console.end(ExitStatus.machine, "error: \(program) cannot be run: \(error)")
    }
}

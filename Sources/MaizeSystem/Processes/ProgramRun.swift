internal import Glibc

/// A program that is run for what it prints, with a limit of time.
package enum ProgramRun {
    /// What came of it.
    package struct Outcome: Sendable {
        /// Nil when its time was over first.
        package var end: ProcessEnd?
        package var output: [UInt8]
        package var errors: [UInt8]
    }

    /// Runs a program to its end, or for so many seconds; nothing of its process group is left then.
    ///
    /// Its input is empty.
    package static func outcome(of request: SpawnRequest, within seconds: Double) throws(SystemError) -> Outcome {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        var output = try PrintedStream()
        var errors = try PrintedStream()
        let process = try start(request, &output, &errors)
        guard let endNumber = process.endNumber else {
            _ = end(process)
            throw SystemError("pidfd_open", ENOSYS)
        }
        do {
            // What it leaves in the background may hold the pipes for ever: its own end counts.
            while !process.hasEnded(), case let left = deadline.millisecondsFromNow, left > 0 {
                var set = PollSet()
                set.add(endNumber, .readable)
                if output.isOpen { set.add(output.reader.number, .readable) }
                if errors.isOpen { set.add(errors.reader.number, .readable) }
                _ = try set.wait(milliseconds: left)
                try output.read()
                try errors.read()
            }
            let hasEnded = process.hasEnded()
            try output.read()
            try errors.read()
            let end = end(process)
            return Outcome(end: hasEnded ? end : nil, output: output.bytes, errors: errors.bytes)
        } catch {
            _ = end(process)
            throw error
        }
    }

    private static func start(
        _ request: SpawnRequest,
        _ output: inout PrintedStream,
        _ errors: inout PrintedStream
    ) throws(SystemError) -> ChildProcess {
        var request = request
        request.standardOutput = output.writeNumber
        request.standardError = errors.writeNumber
        let process = try request.start()
        output.programHasStarted()
        errors.programHasStarted()
        return process
    }

    /// Ends what is left of the group: its number cannot be another's before the process is reaped.
    private static func end(_ process: borrowing ChildProcess) -> ProcessEnd {
        process.signalGroup(SIGKILL)
        return process.reap()
    }
}

/// What a program prints into one of its pipes.
private struct PrintedStream: ~Copyable {
    let reader: Descriptor
    private var writer: Descriptor?
    private(set) var bytes: [UInt8] = []
    private(set) var isOpen = true

    /// More than this is not kept.
    private static let mostBytes = 16 << 20

    init() throws(SystemError) {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        try reader.setNonBlocking()
        self.reader = reader
        writer = pipe.takeWriteEnd()
    }

    /// The end that the program writes to.
    var writeNumber: Int32? {
        switch writer {
        case .some(let writer): writer.number
        case .none: nil
        }
    }

    /// From now on only the program can write.
    mutating func programHasStarted() { writer = nil }

    /// Takes what is there; what an endless printer gives in one go is bounded, so that time does not stand still.
    mutating func read() throws(SystemError) {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { room.deallocate() }
        for _ in 0..<64 where isOpen {
            guard let count = try reader.read(into: room) else { return }
            if count == 0 { isOpen = false }
            if bytes.count < PrintedStream.mostBytes { bytes += room[..<count] }
        }
    }
}

internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// Carries items to a command's standard input, its output to items and its errors to the log, with one wait for all.
///
/// What the command does not take does not hold up what it gives, and the other way round, so neither side waits for the
/// other for ever. Only a full channel behind the node holds everything up, and so, in the end, the command.
struct CommandPump {
    private let process: CommandProcess
    private let context: any NodeContext
    private let input: Input<String>
    private let output: Output<String>
    private let encoding: TextEncoding
    private let fed = ByteBuffer(capacity: CommandPump.goodSize)
    /// How much of `fed` the command has taken.
    private var fedCount = 0
    private var inputHasEnded: Bool
    private let lines = LineBuffer()
    private let batch = TextBatch()
    private var printed: LoggedLines
    private(set) var errors: LoggedLines

    /// Bytes of items that are gathered for one write, and that one read may give: what a pipe holds by default.
    private static let goodSize = 1 << 16

    init(_ process: CommandProcess, of node: Command, context: any NodeContext) throws {
        self.process = process
        self.context = context
        input = node.inp
        output = node.out
        encoding = node.encoding
        printed = LoggedLines(.info, node.logger)
        errors = LoggedLines(.warning, node.logger)
        inputHasEnded = input.receiver == nil
        // A value in place of a channel would never end: it is one line.
        if inputHasEnded, input.isSet {
            for var text in try input.drain() {
                text.withUTF8 { [fed] bytes in fed.append(line: UnsafeRawBufferPointer(bytes)) }
            }
        }
    }

    /// Serves the command until it has ended, and gives what it left in its pipes.
    mutating func run() throws {
        while true {
            try takeItems()
            try feed()
            var wait = DescriptorWait(interests, or: wantsItems ? input.receiver : nil, as: .waitingForCommand)
            try context.wait(for: &wait)
            if wait.isReady(process.input.number), fedCount == fed.count { closeInput() }
            if wait.isReady(process.output.number) { try readOutput() }
            if wait.isReady(process.errors.number) { try readErrors() }
            if wait.isReady(process.endNumber) { return try readWhatIsLeft() }
        }
    }

    private var interests: [DescriptorWait.Interest] {
        var interests = [DescriptorWait.Interest(process.endNumber, .readable)]
        // With nothing to feed, only the command's closing of its input is news.
        if let number = process.input.number {
            interests.append(.init(number, fedCount < fed.count ? .writable : .hangup))
        }
        if let number = process.output.number { interests.append(.init(number, .readable)) }
        if let number = process.errors.number { interests.append(.init(number, .readable)) }
        return interests
    }

    // MARK: Standard input

    private var wantsItems: Bool { process.input.isOpen && !inputHasEnded && fedCount == fed.count }

    /// Gathers items that are there, once all earlier ones were fed.
    private mutating func takeItems() throws {
        guard wantsItems, let receiver = input.receiver else { return }
        fed.removeAll()
        fedCount = 0
        while fed.count < CommandPump.goodSize, input.hasItem || receiver.hasEnded, !inputHasEnded {
            inputHasEnded = try !input.nextText { [fed] text in fed.append(line: text) }
        }
    }

    /// Writes what fits; after the last item the command's input is closed.
    private mutating func feed() throws {
        while fedCount < fed.count, process.input.isOpen {
            let rest = UnsafeRawBufferPointer(rebasing: fed.bytes[fedCount...])
            do {
                guard let count = try process.input.write(rest) else { return }
                fedCount += count
            } catch {
                guard error.isBrokenPipe else { throw error }
                return closeInput()
            }
        }
        if inputHasEnded { process.input.close() }
    }

    /// The command reads no more, as `head` does: whoever sends to it stops in good order, and its status decides.
    private mutating func closeInput() {
        process.input.close()
        inputHasEnded = true
        input.close()
    }

    // MARK: Standard output and error

    /// Reads once, and sends the lines that are whole; how much was read.
    @discardableResult
    private mutating func readOutput(atMost limit: Int = CommandPump.goodSize) throws -> Int {
        let isConnected = output.isConnected
        let count: Int?
        if isConnected {
            count = try lines.fill { room in
                try process.output.read(into: UnsafeMutableRawBufferPointer(rebasing: room.prefix(limit)))
            }
            while let line = try lines.nextLine() { try encoding.append(line, at: lines.lineOffset, to: batch) }
            try output.send(batch)
            batch.removeAll()
        } else {
            count = try withUnsafeTemporaryAllocation(byteCount: limit, alignment: 16) { room in
                let count = try process.output.read(into: room)
                if let count { printed.add(UnsafeRawBufferPointer(rebasing: room[..<count])) }
                return count
            }
        }
        return count ?? 0
    }

    @discardableResult
    private mutating func readErrors(atMost limit: Int = CommandPump.goodSize) throws -> Int {
        let count = try withUnsafeTemporaryAllocation(byteCount: limit, alignment: 16) { room in
            let count = try process.errors.read(into: room)
            if let count { errors.add(UnsafeRawBufferPointer(rebasing: room[..<count])) }
            return count
        }
        return count ?? 0
    }

    /// Reads what lies in the pipes now that the command has ended, and no more: what it left behind in the background
    /// may hold them open, and go on writing.
    private mutating func readWhatIsLeft() throws {
        var left = process.errors.pendingBytes
        while left > 0 {
            let count = try readErrors(atMost: min(left, CommandPump.goodSize))
            left = count > 0 ? left - count : 0
        }
        errors.finish()
        left = process.output.pendingBytes
        while left > 0 {
            let count = try readOutput(atMost: min(left, CommandPump.goodSize))
            left = count > 0 ? left - count : 0
        }
        printed.finish()
        guard let line = lines.lastLine() else { return }
        try encoding.append(line, at: lines.lineOffset, to: batch)
        try output.send(batch)
    }

    // MARK: Stopping

    /// Seconds that a command has between SIGTERM and SIGKILL, and what part of the node's own grace that is at most.
    ///
    /// It has to be the node that ends its command, before anybody ends the node.
    private static let grace = 1.0
    private static let part = 0.6

    /// Asks the command to end, waits for it a little, with what it says going to the log; what is left is killed.
    ///
    /// Its input stays open meanwhile: the end of a stream that was cut short must not look like a whole one's.
    mutating func stop() throws {
        process.askToEnd()
        let deadline = MonotonicTime.now.advanced(bySeconds: min(CommandPump.grace, context.grace * CommandPump.part))
        var set = PollSet()
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: CommandPump.goodSize, alignment: 16)
        defer { room.deallocate() }
        while deadline > .now {
            set.removeAll()
            set.add(process.endNumber, .readable)
            if let number = process.output.number { set.add(number, .readable) }
            if let number = process.errors.number { set.add(number, .readable) }
            guard try set.wait(milliseconds: deadline.millisecondsFromNow) > 0 else { break }
            if !set.events(at: 0).isEmpty { break }
            try readErrors()
            // Nobody wants what it prints, but it must not wait for a reader.
            _ = try process.output.read(into: room)
        }
        errors.finish()
        _ = process.endGroup()
    }
}

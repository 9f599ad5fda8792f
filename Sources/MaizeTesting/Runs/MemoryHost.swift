internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem
internal import MaizeWire

/// What runs one node of a run in memory; used by the node's thread only.
final class MemoryHost: NodeHosting {
    let path: String
    let recordSink: any RecordSink
    private let index: Int
    private let network: MemoryNetwork
    private let notes: RunNotes
    private let folder: String
    private let programs: ProgramTable
    private var hasFolder: Bool
    private(set) lazy var files = NodeFiles(
        node: path,
        workDirectory: { [unowned self] in workDirectory },
        checkStop: { [unowned self] in try noteShutdown { if network.isShutDown { throw Stop(.shutdown) } } }
    )
    private lazy var keeper = FileKeeper(files)
    private(set) var brokenStream: StreamBroken?

    /// - Parameters:
    ///   - index: The node's number.
    ///   - path: Its path.
    ///   - level: The least level that its records need.
    ///   - network: All channels.
    ///   - notes: What comes of the run.
    ///   - programs: The words that start its programs, where the workflow's settings say so.
    ///   - folder: Its work folder; nil for a new one.
    init(
        index: Int,
        path: String,
        level: LogLevel,
        network: MemoryNetwork,
        notes: RunNotes,
        programs: [String: [String]] = [:],
        folder: String? = nil
    ) {
        self.programs = ProgramTable(programs)
        self.folder = folder ?? "\(network.files.folder)/\(path)"
        hasFolder = folder != nil
        self.index = index
        self.path = path
        recordSink = MemoryRecords(path: path, level: level, notes: notes)
        self.network = network
        self.notes = notes
    }

    var brokenStreamCulprit: String? { brokenStream?.culprit }
    func note(_ broken: StreamBroken) { brokenStream = brokenStream ?? broken }

    /// Does what receives or sends; the stop of a shutdown cuts the node's streams short, whatever its code makes of it.
    func noteShutdown<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let stop as Stop where stop.reason == .shutdown {
            note(StreamBroken(port: "", culprit: "the run's shutdown"))
            throw stop
        }
    }

    // MARK: What the node says

    func note(failure error: any Error) { notes.add(error, of: index) }
    func notice(_ text: String) { notes.add(notice: "\(path): \(text)") }
    func deliver(results: [[UInt8]]) throws {
        for bytes in results { notes.add(result: bytes, of: index) }
    }

    func keepFiles<Item: Encodable>(of item: Item, in folder: String?) throws -> [UInt8] {
        try keeper.keep(item, in: folder)
    }

    /// Nobody looks at what a node in memory is doing.
    func report(_ status: NodeStatus) {}

    // MARK: Waiting

    var shutdownRequested: Bool { network.isShutDown }

    /// A thread is never signalled; a command is to end as soon as it would in a process.
    var grace: Double { RunOptions().grace }

    func requestShutdown() {
        notice("it asked for the end of the run")
        network.shutDown()
    }

    func pause(seconds: Double) throws {
        try network.pause(index, until: MonotonicTime.now.advanced(bySeconds: seconds))
    }

    func words(toStart program: String) throws -> [String] {
        try programs.words(toStart: program, environment: OwnProcess.environment())
    }

    func wait(for wait: inout DescriptorWait) throws {
        try noteShutdown { try network.wait(index, for: &wait, wake: try DescriptorWake()) }
    }

    func waitForAny(of receivers: [any ItemReceiver], after start: Int) throws -> Int? {
        try noteShutdown {
            try network.waitForAny(index, of: receivers.compactMap { $0 as? MemoryReceiver }, after: start)
        }
    }

    func waitForNews(of receivers: [any ItemReceiver], seconds: Double) throws -> Bool {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        return try noteShutdown {
            try network.waitForNews(index, of: receivers.compactMap { $0 as? MemoryReceiver }, until: deadline)
        }
    }

    func waitForRoom(onAllOfAny groups: [[any ItemSender]], after start: Int) throws -> Int? {
        let channels = groups.map { $0.compactMap { ($0 as? MemorySender)?.channel } }
        return try noteShutdown { try network.waitForRoom(index, onAllOfAny: channels, after: start) }
    }

    // MARK: The folder

    /// Made when it is first asked for, and gone with the run's result.
    var workDirectory: String {
        if !hasFolder {
            hasFolder = true
            // A node that gets no folder of its own finds that out at its first file.
            _ = Result { try Directory.make(folder) }
            notes.add(folder: folder, of: index)
        }
        return folder
    }

    func emptyFolder() throws {
        if hasFolder { try Directory.removeContents(of: folder) }
    }
}

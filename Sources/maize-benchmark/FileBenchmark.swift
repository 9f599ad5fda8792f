import Maize
import MaizeSystem

/// Files through one channel beside a bare loop of the same calls in one process, measured in turn.
struct FileBenchmark {
    let repetitions: Int
    let files = 2_000
    let size = 4_096

    func run() throws {
        print("\(files) files of \(size) bytes through a channel beside a bare loop, \(repetitions) pairs each.\n")
        print(Measurement.header("bare loop"))
        for mode in FileMode.allCases {
            let pairs = try (0..<repetitions).map { _ in (ours: try travel(mode), raw: try loop(mode)) }
            let measurement = Measurement(
                name: "files by \(mode.rawValue)",
                unit: .itemsPerSecond,
                pairs: pairs,
                bar: 0.4
            )
            print(measurement.line)
        }
    }

    private func travel(_ mode: FileMode) throws -> Double {
        let flow = Workflow("files")
        let source = try flow.add(FileSource.self, name: "source") {
            $0.files = files
            $0.size = size
        }
        let sink = try flow.add(FileSink.self, name: "sink")
        let result = try flow.add(Return<Double>.self)
        try flow.connect(source.started, to: sink.started)
        try flow.connect(source.out, to: sink.inp, mode: mode)
        try flow.connect(sink.seconds, to: result.inp)
        var options = RunOptions()
        options.level = .warning
        try flow.execute(options)
        guard let seconds = result.value else { throw WorkflowError(.usage, "a measurement gave no result") }
        return Double(files) / seconds
    }

    private func loop(_ mode: FileMode) throws -> Double {
        let folder = try Directory.makeUnique(prefix: "/tmp/maize-benchmark-")
        defer { _ = Result { try Directory.remove(folder) } }  // what cannot be removed there harms nobody
        try Directory.make(folder + "/from")
        try Directory.make(folder + "/to")
        try FileSource.write(files: files, size: size, in: folder + "/from")
        let start = MonotonicTime.now
        for number in 0..<files {
            // A folder for each, as a channel makes it, so that no name meets another one.
            try Directory.make("\(folder)/to/\(number)")
            let (from, to) = ("\(folder)/from/\(number)", "\(folder)/to/\(number)/\(number)")
            switch mode {
            case .copy: try FileCopy.copy(from, to: to) {}
            case .link: try Path.link(from, as: to)
            case .move: try Path.rename(from, to: to)
            }
        }
        return Double(files) / MonotonicTime.now.seconds(since: start)
    }
}

/// Writes files, then says when it begins to send them.
final class FileSource: Node {
    @Parameter var files = 0
    @Parameter var size = 0
    let started = Output<Int64>()
    let out = Output<File>()

    override func run() throws {
        try FileSource.write(files: files, size: size, in: workDirectory)
        try started.send(MonotonicTime.now.nanoseconds)
        for number in 0..<files { try out.send(File("\(number)")) }
    }

    static func write(files: Int, size: Int, in folder: String) throws {
        let content = [UInt8](repeating: 7, count: size)
        for number in 0..<files {
            let file = try Descriptor.appending(to: "\(folder)/\(number)")
            try content.withUnsafeBytes { try file.writeAll($0) }
        }
    }
}

/// Tells how long it was from the beginning to the last file.
final class FileSink: Node {
    let started = Input<Int64>()
    let inp = Input<File>()
    let seconds = Output<Double>()

    override func run() throws {
        let start = MonotonicTime(nanoseconds: try started.receive())
        while try inp.next() != nil {}
        try seconds.send(MonotonicTime.now.seconds(since: start))
    }
}

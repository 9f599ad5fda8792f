internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// Where the lines of a node go: to a file that appears at its path only when it is complete, or to a stream as they come.
final class LineSink {
    private enum Target {
        case file(PartialFile)
        case stream(StreamSink)
    }

    private let target: Target
    private let path: String
    /// What waits to be written; whoever appends to it calls `flush` then.
    let lines = ByteBuffer(capacity: LineSink.goodSize * 2)

    /// Bytes after which lines are written.
    private static let goodSize = 1 << 17

    /// Opens what is at `path`, for the node that `context` runs.
    init(_ path: String, context: (any NodeContext)?) throws {
        self.path = path
        target = try FileFailure.naming(path) {
            try FileFailure.refuseForeignDescriptor(path)
            return switch try FileKind.of(path) {
            case .folder: throw FileFailure(path: path, "is a folder; give the path of a file")
            case .stream: .stream(try StreamSink(path, context: context))
            case .regular, nil: .file(try PartialFile(for: path))
            }
        }
    }

    /// Writes what waits when there is enough of it; to a stream also when nothing more is coming now.
    func flush(moreIsWaiting: Bool) throws {
        if lines.count >= LineSink.goodSize { return try write() }
        if case .stream = target, !moreIsWaiting { try write() }
    }

    /// Writes the rest, and lets the file appear.
    func finish() throws {
        try write()
        guard case .file(let file) = target else { return }
        try FileFailure.naming(path) { try file.publish() }
    }

    private func write() throws {
        guard lines.count > 0 else { return }
        try FileFailure.naming(path) {
            switch target {
            case .file(let file): try file.write(lines.bytes)
            case .stream(let stream): try stream.write(lines.bytes)
            }
        }
        lines.removeAll()
    }
}

internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// A pipe with a name or a device that is written to; a slow reader is waited for beside everything else.
final class StreamSink {
    private let path: String
    private let stream: Descriptor
    private let context: (any NodeContext)?

    /// Opens what is at `path`; waits for a pipe's reader.
    init(_ path: String, context: (any NodeContext)?) throws {
        self.path = path
        self.context = context
        let opens = try OpenWatch(path)
        while true {
            if let stream = try Descriptor.writingStream(path) {
                self.stream = stream
                return
            }
            // A pipe without a reader: whoever opens it ends the wait.
            var wait = DescriptorWait([.init(opens.number, .readable)], as: .waitingForOutput)
            try context?.wait(for: &wait)
            try opens.clear()
        }
    }

    /// Writes all of `bytes`.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            do {
                if let count = try stream.write(rest) {
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                    continue
                }
            } catch {
                throw error.isBrokenPipe ? FileFailure(path: path, "nobody reads it any more") : error
            }
            var wait = DescriptorWait([.init(stream.number, .writable)], as: .waitingForOutput)
            try context?.wait(for: &wait)
        }
    }
}

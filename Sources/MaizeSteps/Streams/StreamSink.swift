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
        if let stream = try Descriptor.writingStream(path) {
            self.stream = stream
            return
        }
        // A pipe without a reader.
        let opening = try PipeOpening(path)
        var wait = DescriptorWait([.init(opening.number, .readable)], as: .waitingForOutput)
        do {
            while true {
                try context?.wait(for: &wait)
                guard let stream = try opening.take() else { continue }
                self.stream = stream
                return
            }
        } catch {
            opening.abandon()
            throw error
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

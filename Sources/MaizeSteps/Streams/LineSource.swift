internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// A file, a pipe with a name, or a device, read line by line in memory that does not grow with it.
final class LineSource {
    private let path: String
    private let file: Descriptor
    private let kind: FileKind
    private let context: (any NodeContext)?
    private let buffer = LineBuffer()

    /// Opens what is at `path`, for the node that `context` runs.
    init(_ path: String, context: (any NodeContext)?) throws {
        self.path = path
        self.context = context
        try FileFailure.refuseForeignDescriptor(path)
        do {
            file = try Descriptor.reading(path)
            kind = try file.kind()
        } catch {
            throw FileFailure(path: path, error)
        }
        if kind == .folder { throw FileFailure(path: path, "is a folder; give the path of a file") }
    }

    /// Gives each line, with its place in the file, to `take`, and calls `flush` after the lines of one read: what a
    /// slow pipe brought does not wait for more.
    func read(
        otherwise way: String,
        _ take: (UnsafeRawBufferPointer, Int) throws -> Void,
        flush: () throws -> Void
    ) throws {
        do {
            while try fill() {
                while let line = try buffer.nextLine() { try take(line, buffer.lineOffset) }
                try flush()
            }
            if let line = buffer.lastLine() { try take(line, buffer.lineOffset) }
            try flush()
        } catch let error as LineError {
            throw FileFailure(path: path, error.text(or: way))
        } catch let error as SystemError {
            throw FileFailure(path: path, error)
        }
    }

    /// Reads once; false at the end of the file.
    private func fill() throws -> Bool {
        while true {
            // A pipe without a writer would seem to be at its end, where it only has not begun.
            if kind == .stream { try waitForBytes() }
            let count = try buffer.fill { room in try file.read(into: room) }
            if let count { return count > 0 }
        }
    }

    private func waitForBytes() throws {
        var wait = DescriptorWait([.init(file.number, .readable)], as: .waitingForInput)
        try context?.wait(for: &wait)
    }
}

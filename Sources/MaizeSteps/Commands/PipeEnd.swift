internal import MaizeSystem

/// Our end of one of a command's pipes, until it is closed.
final class PipeEnd {
    private var descriptor: Descriptor?

    /// Takes an end over; nil is one that is closed from the start.
    init(_ descriptor: consuming Descriptor?) throws(SystemError) {
        try descriptor?.setNonBlocking()
        self.descriptor = descriptor
    }

    var isOpen: Bool { number != nil }
    /// The number to wait on; nil once closed.
    var number: Int32? { descriptor?.number }
    /// The bytes that lie in the pipe.
    var pendingBytes: Int { descriptor?.pendingBytes() ?? 0 }

    func close() { descriptor = nil }

    /// Reads what is there, nil where that is nothing; at the end of the stream it closes itself.
    func read(into room: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int? {
        let count = try descriptor?.read(into: room)
        if count == 0 { close() }
        return count
    }

    /// Writes what fits; nil where that is nothing.
    func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int? { try descriptor?.write(bytes) }
}

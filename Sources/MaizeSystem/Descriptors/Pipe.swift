internal import CMaizeSystem

/// Both ends of a fresh kernel pipe; an end that nobody took is closed with it.
package struct Pipe: ~Copyable {
    private var reader: Descriptor?
    private var writer: Descriptor?

    package init() throws(SystemError) {
        let ends = try pairOfNumbers("pipe2") { maize_pipe($0) }
        reader = Descriptor(owning: ends.0)
        writer = Descriptor(owning: ends.1)
    }

    /// The end that bytes come out of; taken once.
    package mutating func takeReadEnd() -> Descriptor { taken(reader.take()) }

    /// The end that bytes go into; taken once.
    package mutating func takeWriteEnd() -> Descriptor { taken(writer.take()) }

    /// The bytes that one write puts into a pipe as a whole, whoever else writes (`PIPE_BUF` on Linux).
    package static let atomicWriteSize = 4096
}

/// Both ends of a fresh pair of connected stream sockets; an end that nobody took is closed with it.
package struct SocketPair: ~Copyable {
    private var first: Descriptor?
    private var second: Descriptor?

    package init() throws(SystemError) {
        let ends = try pairOfNumbers("socketpair") { maize_socket_pair($0) }
        first = Descriptor(owning: ends.0)
        second = Descriptor(owning: ends.1)
    }

    /// The end that stays here; taken once.
    package mutating func takeOwnEnd() -> Descriptor { taken(first.take()) }

    /// The end for the peer; taken once.
    package mutating func takePeerEnd() -> Descriptor { taken(second.take()) }
}

private func taken(_ end: consuming Descriptor?) -> Descriptor {
    guard let end = end.take() else { preconditionFailure("an end of a pair was taken twice") }
    return end
}

private func pairOfNumbers(
    _ call: String,
    _ make: (UnsafeMutablePointer<Int32>) -> Int32
) throws(SystemError) -> (Int32, Int32) {
    var ends: (Int32, Int32) = (-1, -1)
    let made = withUnsafeMutablePointer(to: &ends) { pointer in
        pointer.withMemoryRebound(to: Int32.self, capacity: 2) { numbers in
            Result { () throws(SystemError) in try checked(call) { make(numbers) } }
        }
    }
    _ = try made.get()
    return ends
}

extension Descriptor {
    /// Asks for a pipe buffer of `size` bytes; a refusal (the user's quota) is no error: the pipe stays as it is.
    package borrowing func growPipe(to size: Int32) {
        _ = maize_set_pipe_size(number, size)
    }

    /// How many bytes lie in the pipe.
    package borrowing func pendingBytes() -> Int { Int(maize_pending_bytes(number)) }
}

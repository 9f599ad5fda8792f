/// Why a stream of items ended.
package enum CloseReason: Equatable, Sendable {
    /// Its sender had sent all it had.
    case finished
    /// It was cut short; the text names what did it.
    case broken(by: String)

    /// The payload of a close frame: one byte, then the name of what broke the stream.
    package var payload: [UInt8] {
        switch self {
        case .finished: [0]
        case .broken(let culprit): [1] + Array(culprit.utf8.prefix(1024))
        }
    }

    package init(payload: UnsafeRawBufferPointer) {
        if payload.count == 1, payload[0] == 0 {
            self = .finished
        } else {
            self = .broken(by: String(decoding: payload.dropFirst(), as: UTF8.self))
        }
    }
}

import MaizeSystem

/// What a program has written into one pipe.
final class ProgramOutput {
    private var pipe: Descriptor?
    private var bytes: [UInt8] = []
    private(set) var hasEnded = false

    init(_ pipe: consuming Descriptor) throws {
        try pipe.setNonBlocking()
        self.pipe = consume pipe
    }

    var number: Int32 { pipe?.number ?? -1 }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    func read() {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { room in
            while !hasEnded {
                switch Result(catching: { try pipe?.read(into: room) }) {
                case .success(nil): return
                // A pipe that cannot be read has ended as far as a test can tell.
                case .success(0), .failure: hasEnded = true
                case .success(let count?): bytes += room[..<count]
                }
            }
        }
    }

    /// Whoever writes on gets an error from now on.
    func close() {
        pipe = nil
        hasEnded = true
    }
}

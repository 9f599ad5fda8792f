import Glibc
import MaizeSystem
import Synchronization

/// Ends a run with processes that takes too long, by the way that a signal to its program would take.
///
/// The run ends then with its shutdown ladder and an error, so that nothing is left behind and the failure is seen.
final class Watchdog: Sendable {
    private let signalReader: Descriptor
    private let signalWriter: Descriptor
    private let stopReader: Descriptor
    private let stopWriter: Descriptor
    private let seconds: Double
    private let hasBitten = Atomic<Bool>(false)

    /// For `RunOptions.signalEvents`.
    var signalEvents: Int32 { signalReader.number }
    var didBite: Bool { hasBitten.load(ordering: .acquiring) }

    private init(seconds: Double) throws {
        self.seconds = seconds
        var signal = try Pipe()
        signalReader = signal.takeReadEnd()
        signalWriter = signal.takeWriteEnd()
        var stop = try Pipe()
        stopReader = stop.takeReadEnd()
        stopWriter = stop.takeWriteEnd()
        try signalReader.setNonBlocking()
    }

    /// Calls `body` with a watchdog that bites after so many seconds.
    static func watching<Result>(seconds: Double, _ body: (Watchdog) throws -> Result) throws -> Result {
        let dog = try Watchdog(seconds: seconds)
        var thread = pthread_t()
        let number = pthread_create(
            &thread,
            nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Watchdog>.fromOpaque(context).takeUnretainedValue().watch()
                return nil
            },
            Unmanaged.passUnretained(dog).toOpaque()
        )
        guard number == 0 else { throw SystemError("pthread_create", number) }
        defer {
            dog.put(0, into: dog.stopWriter)
            pthread_join(thread, nil)
        }
        return try body(dog)
    }

    private func watch() {
        var set = PollSet()
        set.add(stopReader.number, .readable)
        guard (try? set.wait(milliseconds: Int32(seconds * 1000))) == 0 else { return }
        hasBitten.store(true, ordering: .releasing)
        put(UInt8(SIGTERM), into: signalWriter)
    }

    private func put(_ byte: UInt8, into pipe: borrowing Descriptor) {
        _ = Result { try withUnsafeBytes(of: byte) { try pipe.write($0) } }  // an empty pipe takes a byte
    }
}

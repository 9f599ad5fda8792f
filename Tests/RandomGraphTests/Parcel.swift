import Glibc
import SeededRandom

/// The item of all random graphs: a number that nothing else has, and bytes that follow from it.
struct Parcel: Codable, Sendable, Equatable {
    var id: UInt64
    /// Rounds that are left on a ring.
    var rounds = 0
    var payload: [UInt8]

    /// Bytes without order, of which every payload is a piece; the length is prime, so that no shift of a page or a
    /// block goes unseen.
    private static let pattern: [UInt8] = {
        var random = SeededGenerator(seed: 42)
        return (0..<4099).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }()

    init(id: UInt64, length: Int) {
        self.id = id
        payload = []
        payload.reserveCapacity(length)
        var place = Parcel.start(id)
        while payload.count < length {
            let end = min(Parcel.pattern.count, place + length - payload.count)
            payload += Parcel.pattern[place..<end]
            place = 0
        }
    }

    /// Whether the bytes are those that were sent under this number.
    var isWhole: Bool {
        payload.withUnsafeBytes { bytes in
            Parcel.pattern.withUnsafeBytes { pattern in
                var place = Parcel.start(id)
                var done = 0
                while done < bytes.count {
                    let length = min(pattern.count - place, bytes.count - done)
                    let isSame = memcmp(bytes.baseAddress! + done, pattern.baseAddress! + place, length) == 0
                    if !isSame { return false }  // neither is empty here, so both have a base
                    done += length
                    place = 0
                }
                return true
            }
        }
    }

    private static func start(_ id: UInt64) -> Int { Int(id % UInt64(pattern.count)) }
}

/// A parcel whose bytes are not its own.
struct DamagedParcel: Error {
    let id: UInt64
}

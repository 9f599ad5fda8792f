internal import MaizeWire

/// Cuts lines into words by one look-up a byte.
final class WordCutter {
    /// For each byte, whether it parts words.
    private let separates: UnsafeMutablePointer<Bool>
    private let lower: Bool
    private let lowered = ByteBuffer()

    /// - Parameters:
    ///   - letters: Words are runs of ASCII letters, not of what is no ASCII white space.
    ///   - lower: ASCII capitals become small letters.
    init(letters: Bool, lower: Bool) {
        self.lower = lower
        separates = .allocate(capacity: 256)
        for byte in UInt8.min...UInt8.max {
            let isLetter = (0x41...0x5A).contains(byte & ~0x20)
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            separates[Int(byte)] = letters ? !isLetter : isSpace
        }
    }

    deinit { separates.deallocate() }

    /// Gives each word of `line` to `take`, which may use it during the call only.
    func cut(_ line: UnsafeRawBufferPointer, _ take: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        let line = lower ? withSmallLetters(line) : line
        var place = 0
        while true {
            while place < line.count, separates[Int(line[place])] { place += 1 }
            guard place < line.count else { return }
            let start = place
            while place < line.count, !separates[Int(line[place])] { place += 1 }
            try take(UnsafeRawBufferPointer(rebasing: line[start..<place]))
        }
    }

    private func withSmallLetters(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        lowered.removeAll()
        for byte in line { lowered.append(fixed: (0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        return lowered.bytes
    }
}

/// A hash that is the same in every process and every run: FNV-1a of 64 bits.
enum StableHash {
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}

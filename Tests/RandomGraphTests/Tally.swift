import Glibc
import MaizeSystem
import SeededRandom

/// What went through one end of a channel: how many items, and which in which order.
struct Tally: Equatable {
    private(set) var count = 0
    private(set) var chain: UInt64 = 0

    mutating func add(_ parcel: Parcel) {
        count += 1
        let facts = parcel.id ^ UInt64(parcel.rounds) << 48 ^ UInt64(parcel.payload.count) << 24
        // Each link takes in the one before: another order gives another chain.
        chain = SeededGenerator.mix(chain &+ SeededGenerator.mix(facts))
    }
}

/// The tallies of one node by the labels of its ports, as it leaves them in a file.
struct NodeRecord {
    var tallies: [String: Tally] = [:]

    /// Writes the record over an earlier one.
    func write(to path: String) throws {
        let text = tallies.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value.count) \($0.value.chain)\n" }.joined()
        guard let file = fopen(path, "w") else { throw SystemError("fopen", errno) }
        let isWritten = fputs(text, file) >= 0
        guard fclose(file) == 0, isWritten else { throw SystemError("fputs", errno) }
    }

    /// The lines of a record by port; nil when the node left none.
    static func lines(at path: String) -> [Substring: Substring]? {
        guard let text = FileContents.text(of: path) else { return nil }
        let pairs = text.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            return (parts[0], parts[1])
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

// As part of a node's messages: without keys, for the reason that stands there.

extension WaitReport {
    init(from parts: inout any UnkeyedDecodingContainer) throws {
        let head = try parts.decode([Int].self)
        guard head.count == 3 else { throw parts.corrupted("no report of a wait") }
        node = head[0]
        widenings = head[1]
        wait = Wait(
            inputs: try parts.decode([Int].self),
            roomOn: try parts.decode([Int].self),
            bytesOn: try parts.decode([Int].self),
            isPure: head[2] != 0
        )
        inputs = try parts.rows(of: 6).map { row in
            InputCounters(
                channel: row[0],
                framesReceived: row[1],
                creditsGranted: row[2],
                creditsWithheld: row[3],
                isAtByteLimit: row[4] != 0,
                bytesRead: row[5]
            )
        }
        outputs = try parts.rows(of: 4).map { row in
            OutputCounters(channel: row[0], framesSent: row[1], creditsReceived: row[2], bytesTaken: row[3])
        }
    }

    func encode(to parts: inout any UnkeyedEncodingContainer) throws {
        try parts.encode([node, widenings, wait.isPure ? 1 : 0])
        for channels in [wait.inputs, wait.roomOn, wait.bytesOn] { try parts.encode(channels) }
        try parts.encode(
            inputs.flatMap {
                [
                    $0.channel, $0.framesReceived, $0.creditsGranted, $0.creditsWithheld, $0.isAtByteLimit ? 1 : 0,
                    $0.bytesRead,
                ]
            }
        )
        try parts.encode(outputs.flatMap { [$0.channel, $0.framesSent, $0.creditsReceived, $0.bytesTaken] })
    }
}

extension UnkeyedDecodingContainer {
    /// A list of numbers as rows of so many.
    fileprivate mutating func rows(of width: Int) throws -> [[Int]] {
        let numbers = try decode([Int].self)
        guard numbers.count.isMultiple(of: width) else { throw corrupted("part of a row of counters") }
        return stride(from: 0, to: numbers.count, by: width).map { Array(numbers[$0..<($0 + width)]) }
    }
}

/// A part of a dotted key, and where it stands.
struct TOMLKey {
    let text: String
    let position: Position
}

extension TOMLReader {
    /// A key and, behind dots, those below it; `opening` is what stands before it.
    mutating func keys(behind opening: String) throws(DocumentError) -> [TOMLKey] {
        var keys: [TOMLKey] = []
        repeat {
            skipBlanks()
            let start = positions.position(at: place, in: bytes)
            // Before more of them are read than any file may have.
            guard keys.count < DocumentLimits.depth else { throw tooDeep(at: start) }
            try note()
            let key = try key(behind: keys.isEmpty ? opening : ".")
            keys.append(TOMLKey(text: key, position: start))
        } while take(".")
        return keys
    }

    private mutating func key(behind opening: String) throws(DocumentError) -> String {
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try lineText()
        default: break
        }
        let start = place
        while let byte = current, TOMLReader.isBare(byte) { place += 1 }
        guard place > start else {
            let whereExpected = opening.isEmpty ? "" : " after '\(opening)'"
            throw unsound(
                "a key was expected\(whereExpected); one of other characters than letters, digits, - and _ stands in"
                    + " quotes"
            )
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// Whether a key may have the character without quotes.
    static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

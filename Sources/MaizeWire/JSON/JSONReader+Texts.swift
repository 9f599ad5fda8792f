/// Texts in quotes, and what they escape.
extension JSONReader {
    mutating func string() throws(JSONProblem) {
        let start = place
        var isPlain = true
        place += 1
        while true {
            place = JSONText.firstSpecial(in: bytes, from: place)
            switch current {
            case UInt8(ascii: "\""):
                place += 1
                return append(.string, from: start, isPlain: isPlain)
            case UInt8(ascii: "\\"):
                guard place + 1 < bytes.count else { throw unsound("a text does not end", at: start) }
                isPlain = false
                try escape()
            case nil: throw unsound("a text does not end", at: start)
            default: throw unsound("a control character inside of a text; write it as an escape")
            }
        }
    }

    private mutating func escape() throws(JSONProblem) {
        switch JSONText.escape(in: bytes, at: place) {
        case .scalar(_, let length): place += length
        case .unknown: throw unsound("an unknown escape")
        case .halfPair: throw unsound("half of a surrogate pair")
        }
    }
}

/// One part of a pattern, between two slashes: what a name may look like.
struct GlobPattern {
    private enum Piece {
        case scalar(Unicode.Scalar)
        case any
        case run
        case among([ClosedRange<Unicode.Scalar>], isInverted: Bool)
    }

    /// The part as it is written.
    let text: String
    private let pieces: [Piece]

    init(_ text: String) {
        self.text = text
        var pieces: [Piece] = []
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*": pieces.append(.run)
            case "?": pieces.append(.any)
            case "[": pieces.append(GlobPattern.choice(&rest) ?? .scalar("["))
            default: pieces.append(.scalar(scalar))
            }
        }
        self.pieces = pieces
    }

    /// What stands between brackets; nil, with nothing taken, where the second one is missing: as in a shell, the first one
    /// is then a character like any other.
    private static func choice(_ rest: inout ArraySlice<Unicode.Scalar>) -> Piece? {
        var inner = rest
        let isInverted = inner.first == "!" || inner.first == "^"
        if isInverted { inner.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        // A bracket in the first place is one of the characters.
        while let first = inner.popFirst(), first != "]" || ranges.isEmpty {
            if inner.first == "-", let last = inner.dropFirst().first, last != "]" {
                inner = inner.dropFirst(2)
                if first <= last { ranges.append(first...last) }
            } else {
                ranges.append(first...first)
            }
            if inner.isEmpty { return nil }
        }
        guard !ranges.isEmpty else { return nil }
        rest = inner
        return .among(ranges, isInverted: isInverted)
    }

    /// Whether it is a plain name.
    var isPlain: Bool {
        pieces.allSatisfy { if case .scalar = $0 { true } else { false } }
    }

    /// Whether a name matches; one that begins with a dot only does if the pattern does.
    func matches(_ name: String) -> Bool {
        let name = Array(name.unicodeScalars)
        if name.first == ".", text.unicodeScalars.first != "." { return false }
        var (place, piece) = (0, 0)
        // Where to go on with one character more for the last run: earlier runs need never be longer.
        var retry: (place: Int, piece: Int)?
        while place < name.count {
            if piece < pieces.count, case .run = pieces[piece] {
                piece += 1
                retry = (place, piece)
            } else if piece < pieces.count, GlobPattern.matches(pieces[piece], name[place]) {
                place += 1
                piece += 1
            } else if let last = retry {
                (place, piece) = (last.place + 1, last.piece)
                retry = (place, piece)
            } else {
                return false
            }
        }
        return pieces[piece...].allSatisfy { if case .run = $0 { true } else { false } }
    }

    private static func matches(_ piece: Piece, _ scalar: Unicode.Scalar) -> Bool {
        switch piece {
        case .scalar(let wanted): wanted == scalar
        case .any, .run: true
        case .among(let ranges, let isInverted): ranges.contains { $0.contains(scalar) } != isInverted
        }
    }
}

internal import MaizeWire

/// How wide texts are in a sans-serif typeface, without one at hand.
///
/// The widths are those of Helvetica and Arial, with which metrically equal typefaces (Liberation Sans, Nimbus Sans) and
/// most system typefaces agree within a few hundredths; what is drawn leaves that much room.
enum TextWidth {
    /// The width of a text in pixels, rounded up.
    static func of(_ text: String, size: Double, isBold: Bool = false) -> Int {
        let units = text.reduce(0) { $0 + TextWidth.units(of: $1) }
        return Int((Double(units) * size / 1000 * (isBold ? 1.09 : 1.03)).rounded(.up))
    }

    /// The longest beginning that is no wider than this, with `…` behind where something is missing.
    static func shortened(_ text: String, to width: Int, size: Double, isBold: Bool = false) -> String {
        guard of(text, size: size, isBold: isBold) > width else { return text }
        var kept = text
        while !kept.isEmpty, of(kept + "…", size: size, isBold: isBold) > width { kept.removeLast() }
        return kept + "…"
    }

    /// The width of a character in thousandths of the size of the typeface.
    private static func units(of character: Character) -> Int {
        character.unicodeScalars.map(units(of:)).max() ?? 0
    }

    private static func units(of scalar: Unicode.Scalar) -> Int {
        if (0x20...0x7E).contains(scalar.value) { return ascii[Int(scalar.value) - 0x20] }
        if scalar.properties.isEmojiPresentation { return 1300 }
        switch TerminalWidth.of(scalar) {
        case 0: return 0
        case 1: return scalar.value < 0x600 ? 720 : 900
        default: return 1000
        }
    }

    /// From the blank to `~`.
    private static let ascii = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
        833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
        556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
        334,
        260, 334, 584,
    ]
}

extension String {
    /// The text with a sign in the place of each character that is not to be seen, or that changes how others are: line
    /// ends, other control characters, changes of the direction of writing.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar -> Unicode.Scalar in
                    switch scalar.value {
                    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
                    case 0x7F: "\u{2421}"
                    case 0x80...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF:
                        "\u{FFFD}"
                    default: scalar.properties.generalCategory == .unassigned ? "\u{FFFD}" : scalar
                    }
                }
            )
        )
    }
}

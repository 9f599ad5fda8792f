/// Sizes for people.
package enum ByteText {
    /// A size with a unit: `512 bytes`, `64 KiB`, `1.5 GiB`.
    package static func text(of bytes: Int) -> String {
        guard bytes >= 1024 else { return "\(bytes) bytes" }
        var size = Double(bytes) / 1024
        var units = ["MiB", "GiB", "TiB", "PiB"][...]
        var unit = "KiB"
        while size >= 1024, let next = units.popFirst() {
            size /= 1024
            unit = next
        }
        let tenths = Int((size * 10).rounded())
        return (tenths < 100 && tenths % 10 != 0 ? "\(tenths / 10).\(tenths % 10)" : "\(Int(size.rounded()))") + " "
            + unit
    }
}

/// Words as a shell takes them.
package enum ShellText {
    /// The word, in quotes where the shell would take it apart.
    package static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "_-./:=,+@%".unicodeScalars.contains(scalar)
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
    }
}

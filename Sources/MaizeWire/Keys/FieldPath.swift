/// Where a field lies in an item: its name, or the names that lead to it with dots between; nothing for the whole item.
package struct FieldPath: Sendable, Equatable {
    /// The path as it was given.
    package let text: String
    let bytes: [UInt8]

    /// The field with a name, such as `mass`, or within others, such as `ligand.mass`; the item itself for nil.
    package init(_ text: String?) {
        self.text = text ?? ""
        bytes = Array(self.text.utf8)
    }

    /// Whether the whole item is meant.
    package var isEmpty: Bool { bytes.isEmpty }

    /// What is wrong with a path that a user gave; nil where nothing is.
    package static func problem(with text: String) -> String? {
        let names = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // Not by a key path: that takes the address of the library's getter, of which the loader warns each time that a
        // program without position-independent code starts.
        return names.contains { $0.isEmpty } ? "is no field's name; give one, such as mass or ligand.mass" : nil
    }

    /// The first name, and where the rest begins.
    func head(from start: Int) -> (name: Range<Int>, rest: Int) {
        let dot = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        return (start..<dot, min(dot + 1, bytes.endIndex))
    }
}

/// A step of a coding path: the name of a field or the position of an element.
///
/// Paths are put together from the bytes only when an error or a `codingPath` needs them, so they are made of these
/// keys and not of the keys of the coded types.
struct ItemKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = Int(stringValue)
    }

    init(intValue: Int) {
        stringValue = "\(intValue)"
        self.intValue = intValue
    }

    init(index: Int) {
        stringValue = "Index \(index)"
        intValue = index
    }

    /// The key under which `superEncoder()` and `superDecoder()` go.
    static let `super` = ItemKey(stringValue: "super")
}

extension JSONValue {
    /// A text that is a number of JSON and nothing else, and no larger than a `Double` can be.
    package init?(number text: UnsafeRawBufferPointer) {
        guard let (end, isWhole) = JSONNumber.end(in: text, from: 0), end == text.count else { return nil }
        if isWhole, let whole = JSONNumber.whole(Int.self, text) {
            self = .integer(whole)
            return
        }
        let number = JSONNumber.floating(text)
        guard number.isFinite else { return nil }
        self = .number(number)
    }

    /// The number that a text is, if it is one of JSON and not beyond all limits.
    package static func exactNumber(_ text: UnsafeRawBufferPointer) -> Double? {
        guard let (end, _) = JSONNumber.end(in: text, from: 0), end == text.count else { return nil }
        let number = JSONNumber.floating(text)
        return number.isFinite ? number : nil
    }
}

internal import MaizeCore
internal import MaizeWire

/// Items as lines: JSON, or a text as it is.
struct ItemLines<Item: Codable & Sendable> {
    private let path: String
    private let quotesTexts: Bool
    private let encoder = JSONItemEncoder()
    private var count = 0

    /// - Parameters:
    ///   - path: The file, for messages.
    ///   - quotesTexts: Whether items that are nothing but a text are JSON too.
    init(path: String, quotesTexts: Bool) {
        self.path = path
        self.quotesTexts = quotesTexts || Item.self != String.self
    }

    /// Appends an item and the end of its line.
    mutating func append(_ item: EncodedItem<Item>, to lines: ByteBuffer) throws {
        count += 1
        if !quotesTexts, try appendText(of: item, to: lines) { return }
        do {
            try encoder.append(item: item.bytes, to: lines)
        } catch let error as EncodingError {
            guard case .invalidValue(_, let context) = error else { throw error }
            throw FileFailure(path: path, "item \(count) cannot be written: \(context.debugDescription)")
        }
        lines.append(fixed: UInt8(ascii: "\n"))
    }

    private func appendText(of item: EncodedItem<Item>, to lines: ByteBuffer) throws -> Bool {
        if let text = WholeText.text(in: item.bytes) {
            lines.append(line: text)
            return true
        }
        guard var text = try item.value() as? String else { return false }
        text.withUTF8 { lines.append(line: UnsafeRawBufferPointer($0)) }
        return true
    }
}

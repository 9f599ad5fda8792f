package import MaizeWire

/// Makes a document of a value of any type: what `DocumentDecoder` reads as the same value.
package enum DocumentEncoder {
    package static func encode(_ value: some Encodable) throws -> DocumentValue {
        DocumentValue(try ItemTree(item: ItemCoder.encodeItem(value)))
    }
}

extension DocumentValue {
    /// The document of an encoded item.
    package init(_ item: ItemTree) {
        let content: Content =
            switch item {
            case .null: .null
            case .bool(let value): .scalar("\(value)", .literal)
            case .number(let text): .scalar(DocumentValue.word(forNumber: text), .literal)
            case .text(let text): .scalar(text, .text)
            case .list(let values): .list(values.map { DocumentValue($0) })
            case .fields(let fields):
                .mapping(fields.map { Entry(key: $0.name, position: .start, value: DocumentValue($0.value)) })
            }
        self.init(content: content, position: .start)
    }

    private static func word(forNumber text: String) -> String {
        switch text {
        case "inf": ".inf"
        case "-inf": "-.inf"
        case _ where text.hasSuffix("nan") || text.hasPrefix("nan"): ".nan"
        default: text
        }
    }
}

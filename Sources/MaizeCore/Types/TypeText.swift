internal import MaizeWire

/// Types as people write them: `[Int]`, `[String: Double]`, `String?`, `JSON`.
package enum TypeText {
    package static func text(of type: ItemType) -> String {
        switch TypeShape(type) {
        case .list(let element): "[\(text(of: element))]"
        case .optional(let wrapped): "\(text(of: wrapped))?"
        case .dictionary(let value): "[String: \(text(of: value))]"
        case .single: type == JSONValue.self ? "JSON" : "\(type)"
        }
    }
}

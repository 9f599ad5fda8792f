internal import MaizeCore
internal import MaizeWire

/// Gives the items of one input their keys, in bytes that compare as the keys do.
final class ItemKeys<Item: Codable & Sendable> {
    private let append: (EncodedItem<Item>, ByteBuffer) throws -> Void
    private let buffer = ByteBuffer()
    private let port: Input<Item>
    private let node: Node
    private let advice: String
    /// Items that were seen.
    @exclusivity(unchecked) private(set) var count = 0
    /// Whether an item is its own key.
    let isWholeItem: Bool

    /// Takes a field for the key, or the whole item for nil; `parameter` is where the user names it.
    init(field: String?, of port: Input<Item>, node: Node, parameter: String = "by") {
        let path = FieldPath(field)
        let reader = ItemFieldReader(path)
        append = { item, buffer in try reader.appendKey(of: item.bytes, to: buffer) }
        isWholeItem = path.isEmpty
        advice = "; set \(parameter) to the name of a field"
        self.port = port
        self.node = node
    }

    /// Takes what a function gives for an item.
    init<Key: Function1>(_ function: Key, of port: Input<Item>, node: Node) where Key.First == Item {
        let reader = ItemFieldReader(FieldPath(nil))
        let encoder = ItemEncoder()
        let key = ByteBuffer()
        append = { item, buffer in
            let returned = try function.call(item.value())
            key.removeAll()
            try encoder.encode(returned, into: key)
            do {
                try reader.appendKey(of: key.bytes, to: buffer)
            } catch let problem as KeyProblem {
                throw problem.of("has a key of \(Key.self) that")
            }
        }
        isWholeItem = false
        advice = "; let \(Key.self) return a number, a text, or a list of those"
        self.port = port
        self.node = node
    }

    /// The key of the next item, valid until the next call.
    func key(of item: EncodedItem<Item>) throws -> UnsafeRawBufferPointer {
        count += 1
        buffer.removeAll()
        do {
            try append(item, buffer)
        } catch let problem as KeyProblem {
            throw failure("\(problem)" + (problem.lacksOrder ? advice : ""))
        } catch let error as DecodingError {
            throw failure("is no \(Item.self): \(error)")
        }
        return buffer.bytes
    }

    /// An error about the item that came last.
    func failure(_ problem: String) -> WorkflowError {
        WorkflowError(.value, path: node.nodePath.description, "item \(count) on '\(port.label)' \(problem)")
    }
}

internal import MaizeCore
internal import MaizeSteps
internal import MaizeWire

/// The types of nodes that a file may name, and those of their items.
struct NodeCatalogue {
    /// One type of nodes.
    struct Entry {
        let name: String
        /// The type itself; of a generic one, that for `AnyItem`.
        let type: Component.Type
        let signature: NodeSignature
        /// Whether the type takes items of a type that is to be found.
        let isGeneric: Bool

        /// The type for a type of items.
        func type(taking item: ItemType) -> Component.Type {
            func make<Item: Codable & Sendable>(_ item: Item.Type) -> Component.Type {
                (type as? any GenericComponent.Type)?.taking(item) ?? type
            }
            return make(item)
        }
    }

    /// By name in lower case: files do not tell letters by their case there.
    private var entries: [String: Entry] = [:]
    /// What a type is called in Swift, where files call it otherwise.
    private var otherNames: [String: String] = [:]
    private(set) var itemTypes: [String: ItemType] = [:]

    /// The standard nodes and those of a program.
    ///
    /// - Throws: `WorkflowError` when two types have one name.
    init(_ types: [Component.Type]) throws {
        for type in TypeTerm.basic { itemTypes["\(type)".lowercased()] = type }
        itemTypes["json"] = JSONValue.self
        for name in ["file", "path"] { itemTypes[name] = File.self }
        for type in StandardNodes.all + types { try add(type) }
    }

    private mutating func add(_ type: Component.Type) throws {
        let generic = type as? any GenericComponent.Type
        let open = generic?.taking(AnyItem.self) ?? type
        let entry = Entry(
            name: type.typeName,
            type: open,
            signature: try NodeSignature(of: open),
            isGeneric: generic != nil
        )
        let key = entry.name.lowercased()
        if let other = entries[key], other.type != open {
            throw WorkflowError(
                .type,
                "two types of nodes are called '\(entry.name)': \(other.type) and \(open); override typeName in one"
            )
        }
        entries[key] = entry
        // `Void` in files is `Discard` in Swift, and messages of the check name it so.
        let swiftName = String(describing: type).prefix { $0 != "<" }.lowercased()
        if swiftName != key { otherNames[swiftName] = key }
        for item in entry.signature.knownTypes where itemTypes["\(item)".lowercased()] == nil {
            itemTypes["\(item)".lowercased()] = item
        }
    }

    subscript(name: String) -> Entry? {
        let key = name.lowercased()
        return entries[key] ?? otherNames[key].flatMap { entries[$0] }
    }
    /// The names, in order.
    var names: [String] { entries.values.map(\.name).sorted() }
}

internal import MaizeDocuments
internal import MaizeCore
internal import MaizeSteps
internal import MaizeWire

/// The types of nodes that a file may name, and those of their items.
struct NodeCatalogue {
    /// One type of nodes.
    struct Entry {
        let name: String
        /// The type itself; of a generic one, that for `AnyItem` and `AnyOtherItem`.
        let type: Component.Type
        let signature: NodeSignature
        /// How many types of items it takes that are to be found.
        let typeCount: Int
        /// The type without `Parallel` around it; nil where there is none.
        private let worker: Component.Type?

        init(_ type: Component.Type) throws {
            name = type.typeName
            (self.type, typeCount) = Entry.open(type)
            worker = nil
            signature = try NodeSignature(of: self.type)
        }

        /// The type of several components that share the work.
        init(parallel worker: Entry) throws {
            self.worker = worker.type
            type = worker.type.inParallel
            name = type.typeName
            typeCount = worker.typeCount
            signature = try NodeSignature(of: type)
        }

        private static func open(_ type: Component.Type) -> (Component.Type, typeCount: Int) {
            if let pair = type as? any GenericPairComponent.Type {
                return (pair.taking(AnyItem.self, AnyOtherItem.self), 2)
            }
            if let generic = type as? any GenericComponent.Type { return (generic.taking(AnyItem.self), 1) }
            return (type, 0)
        }

        /// The type for as many types of items as it takes.
        func type(taking items: [ItemType]) -> Component.Type {
            let taking =
                switch items.count {
                case 1: one(items[0])
                case 2: two(items[0], items[1])
                default: open
                }
            return worker == nil ? taking : taking.inParallel
        }

        private var open: Component.Type { worker ?? type }

        private func one<Item: Codable & Sendable>(_ item: Item.Type) -> Component.Type {
            (open as? any GenericComponent.Type)?.taking(item) ?? open
        }

        private func two<First: Codable & Sendable, Second: Codable & Sendable>(
            _ first: First.Type,
            _ second: Second.Type
        ) -> Component.Type {
            (open as? any GenericPairComponent.Type)?.taking(first, second) ?? open
        }
    }

    /// By the key of their names.
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
        let entry = try Entry(type)
        let key = NodeCatalogue.key(entry.name)
        if let other = entries[key], other.type != entry.type {
            throw WorkflowError(
                .type,
                "two types of nodes are called '\(entry.name)': \(other.type) and \(entry.type); override typeName in one"
            )
        }
        entries[key] = entry
        // `Void` in files is `Discard` in Swift, and messages of the check name it so; `Parse` is `Map<Parse>`.
        let swiftName = NodeCatalogue.key("\(type)")
        otherNames[entry.typeCount > 0 ? NodeCatalogue.base(of: swiftName) : swiftName] = key
        for item in entry.signature.knownTypes where itemTypes["\(item)".lowercased()] == nil {
            itemTypes["\(item)".lowercased()] = item
        }
    }

    /// The type of a name as it stands in a file: `Merge`, or of a type that was made of others `Map<Parse>`.
    subscript(name: String) -> Entry? {
        let key = NodeCatalogue.key(name)
        return entries[key] ?? otherNames[key].flatMap { entries[$0] } ?? parallel(key)
    }

    /// Every type can share work with others of it: `Parallel<Dock>`; nil also for one that could not have an instance.
    private func parallel(_ key: String) -> Entry? {
        guard key.hasPrefix("parallel<"), key.last == ">" else { return nil }
        return self[String(key.dropFirst("parallel<".count).dropLast())].flatMap { try? Entry(parallel: $0) }
    }

    /// The names, in order.
    var names: [String] { entries.values.map(\.name).sorted() }

    /// The end of a message about a name that is none: the nearest one, among those made of the same type if there are
    /// any, as `Map<Parse>` and `Map<Scale>` are.
    func suggestion(for name: String, and graphs: [String], _ findings: FindingList) -> String {
        let base = NodeCatalogue.base(of: NodeCatalogue.key(name))
        let kin = names.filter { $0.contains("<") && NodeCatalogue.base(of: NodeCatalogue.key($0)) == base }
        return findings.suggestion(for: name, among: kin.isEmpty ? names + graphs : kin)
    }

    /// Files tell names neither by the case of their letters nor by blanks.
    private static func key(_ name: String) -> String { name.filter { !$0.isWhitespace }.lowercased() }
    private static func base(of key: String) -> String { String(key.prefix { $0 != "<" }) }
}

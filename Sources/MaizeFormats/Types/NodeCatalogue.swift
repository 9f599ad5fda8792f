internal import MaizeCore
internal import MaizeSteps
internal import MaizeWire

/// The types of nodes that a file may name, and those of their items.
struct NodeCatalogue {
    /// By the key of their names.
    private var entries: [String: Entry] = [:]
    /// Names that cannot be used, by key: what is wrong with them.
    private var unusable: [String: String] = [:]
    /// What a type is called in Swift, where files call it otherwise.
    private var otherNames: [String: String] = [:]
    /// Every type, those of a name that cannot be used among them; of a generic one, that for `AnyItem`.
    private(set) var types: [Component.Type] = []
    private(set) var itemTypes: [String: ItemType] = [:]

    /// The standard nodes and those of a program.
    ///
    /// What is wrong with a type, or a name that two have, is told to who uses it.
    init(_ types: [Component.Type]) {
        for type in TypeTerm.basic { itemTypes["\(type)".lowercased()] = type }
        itemTypes["json"] = JSONValue.self
        for name in ["file", "path"] { itemTypes[name] = File.self }
        // By key; a program may give a type that is found as well.
        var known: [String: [Component.Type]] = [:]
        var order: [String] = []
        for type in (StandardNodes.all + types).map({ Entry.open($0).type }) {
            let key = NodeCatalogue.key(type.typeName)
            if known[key] == nil { order.append(key) }
            if !known[key, default: []].contains(where: { $0 == type }) { known[key, default: []].append(type) }
        }
        for key in order { add(known[key] ?? [], key) }
    }

    /// Takes the types of one name.
    private mutating func add(_ types: [Component.Type], _ key: String) {
        self.types += types
        for type in types {
            // `Void` in files is `Discard` in Swift, and messages of the check name it so; `Parse` is `Map<Parse>`.
            let swiftName = NodeCatalogue.key("\(type)")
            otherNames[Entry.open(type).typeCount > 0 ? NodeCatalogue.base(of: swiftName) : swiftName] = key
        }
        guard let type = types.first, types.count == 1 else {
            let names = types.map { String(reflecting: $0) }.joined(separator: " and ")
            unusable[key] =
                "\(types.count) types of nodes are called '\(types.last?.typeName ?? key)': \(names); override"
                + " 'class var typeName' in one of them, so that each has a name of its own"
            return
        }
        do {
            let entry = try Entry(type)
            entries[key] = entry
            for item in entry.signature.knownTypes where itemTypes["\(item)".lowercased()] == nil {
                itemTypes["\(item)".lowercased()] = item
            }
        } catch {
            unusable[key] = "no node can be of the type \(String(reflecting: type)): \(error)"
        }
    }

    /// The type of a name as it stands in a file: `Merge`, or of a type that was made of others `Map<Parse>`.
    subscript(name: String) -> Entry? {
        let key = NodeCatalogue.key(name)
        return entries[key] ?? otherNames[key].flatMap { entries[$0] } ?? parallel(key)
    }

    /// Every type can share work with others of it: `Parallel<Dock>`; nil also for one that could not have an instance.
    private func parallel(_ key: String) -> Entry? {
        NodeCatalogue.worker(key).flatMap { self[$0] }.flatMap { try? Entry(parallel: $0) }
    }

    /// What shares work in a type of such a key: `dock` of `parallel<dock>`.
    private static func worker(_ key: String) -> String? {
        guard key.hasPrefix("parallel<"), key.last == ">" else { return nil }
        return String(key.dropFirst("parallel<".count).dropLast())
    }

    /// Why a name that types have cannot be used; nil for any other.
    func problem(with name: String) -> String? {
        let key = NodeCatalogue.key(name)
        return unusable[key] ?? otherNames[key].flatMap { unusable[$0] }
            ?? NodeCatalogue.worker(key).flatMap { problem(with: $0) }
    }

    /// Whether a type has the name, so that nothing else can.
    func has(_ name: String) -> Bool { self[name] != nil || problem(with: name) != nil }

    /// The names that can be used, in order.
    var names: [String] { entries.values.map(\.name).sorted() }

    /// The names among which the right one is looked for in place of one that is none: those made of the same type if
    /// there are any, as `Map<Parse>` and `Map<Scale>` are.
    func names(like name: String, and graphs: [String] = []) -> [String] {
        let base = NodeCatalogue.base(of: NodeCatalogue.key(name))
        let kin = names.filter { $0.contains("<") && NodeCatalogue.base(of: NodeCatalogue.key($0)) == base }
        return kin.isEmpty ? names + graphs : kin
    }

    /// Files tell names neither by the case of their letters nor by blanks.
    private static func key(_ name: String) -> String { name.filter { !$0.isWhitespace }.lowercased() }
    private static func base(of key: String) -> String { String(key.prefix { $0 != "<" }) }
}

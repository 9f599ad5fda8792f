internal import MaizeCore
internal import MaizeSteps

extension NodeCatalogue {
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

        /// The type for `AnyItem` and `AnyOtherItem`, where it is generic.
        static func open(_ type: Component.Type) -> (type: Component.Type, typeCount: Int) {
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
}

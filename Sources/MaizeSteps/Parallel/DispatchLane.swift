internal import MaizeCore

/// The way of one input's items to the branches, for a dispatcher that does not know their type.
protocol DispatchLane {
    /// Where items come from.
    var source: InputPort { get }
    /// Where they go, a place a branch.
    var branches: MultiOutputPort { get }
    /// Waits for an item without taking it; false once there is none any more.
    func waitForItem() throws -> Bool
    /// Hands the next item, which is there, to a branch.
    ///
    /// - Parameters:
    ///   - place: The branch.
    ///   - other: The branch to try instead of one that has ended meanwhile.
    /// - Returns: The branch that got it.
    /// - Throws: what `other` throws: the item went nowhere then; the stop of a shutdown.
    func pass(to place: Int, orElse other: () throws -> Int) throws -> Int
}

/// The way of items of one type.
final class TypedLane<Item: Codable & Sendable>: DispatchLane {
    private let inp = Input<Item>(optional: true)
    private let out = MultiOutput<Item>(optional: true)

    var source: InputPort { inp }
    var branches: MultiOutputPort { out }
    func waitForItem() throws -> Bool { try inp.hasNext() }

    func pass(to place: Int, orElse other: () throws -> Int) throws -> Int {
        let taken = try inp.nextEncoded { item in
            var place = place
            while try !out.offer(item, to: place) { place = try other() }
            return place
        }
        return taken ?? place
    }
}

extension InputPort {
    /// A lane for what comes here.
    func makeLane() -> any DispatchLane {
        func lane<Item: Codable & Sendable>(_ item: Item.Type) -> any DispatchLane { TypedLane<Item>() }
        return lane(itemType)
    }
}

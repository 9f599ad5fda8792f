/// At which offset from the top of its item each link leaves and arrives.
struct Slots {
    private(set) var outputs: [Int: Int] = [:]
    private(set) var inputs: [Int: Int] = [:]

    /// Takes the free slots of a side in the order in which the lines come from the next column; links that go back take
    /// the lowest ones.
    init(_ level: Level, _ columns: Columns) {
        var places = Array(repeating: 0, count: columns.cells.count)
        for column in columns.columns {
            for (place, cell) in column.enumerated() { places[cell] = place }
        }
        var leaving: [Int: Int] = [:]
        var arriving: [Int: Int] = [:]
        for segment in columns.segments.joined() {
            if case .output(let link) = segment.leaving { leaving[link] = places[segment.right] }
            if case .input(let link) = segment.arriving { arriving[link] = places[segment.left] }
        }
        for (number, item) in level.items.enumerated() {
            let sent = level.links.indices.filter { level.links[$0].from == number }
            let received = level.links.indices.filter { level.links[$0].to == number }
            let lanes = columns.lanes
            assign(sent, to: item.outputs, by: leaving, lane: { lanes[$0]?.sender ?? 0 }, into: \.outputs)
            assign(received, to: item.inputs, by: arriving, lane: { lanes[$0]?.receiver ?? 0 }, into: \.inputs)
        }
    }

    private mutating func assign(
        _ links: [Int],
        to side: Level.Side,
        by places: [Int: Int],
        lane: (Int) -> Int,
        into offsets: WritableKeyPath<Slots, [Int: Int]>
    ) {
        switch side {
        case .fixed(let fixed): for link in links { self[keyPath: offsets][link] = fixed[link] ?? 0 }
        case .free(let slots):
            // The lowest slot turns into the highest lane, so that turns lie in each other.
            let order = links.sorted {
                (places[$0] ?? Int.max, places[$0] == nil ? -lane($0) : 0, $0)
                    < (places[$1] ?? Int.max, places[$1] == nil ? -lane($1) : 0, $1)
            }
            for (link, slot) in zip(order, slots) { self[keyPath: offsets][link] = slot }
        }
    }
}

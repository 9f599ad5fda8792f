internal import MaizeCore

/// Makes a dictionary of one item of each input, under its name.
final class ZipNamed<Item: Codable & Sendable>: Node, ItemPassing {
    @Parameter(help: "the names, one for each input") var names: [String]
    let inp = MultiInput<Item>()
    let out = Output<[String: Item]>()

    override func run() throws {
        out.useReceivedFiles(.passedOn)
        // Nothing is taken that cannot be sent.
        while try inp.allSatisfy({ try $0.hasNext() }) {
            let items = try inp.map { try $0.receive() }
            try out.send(Dictionary(uniqueKeysWithValues: zip(names, items)))
            for input in inp { try input.removeLastFiles() }
        }
    }
}

/// Sends one element of each list.
final class ElementAt<Item: Codable & Sendable>: Node, ItemPassing {
    @Parameter(rule: .atLeast(0), help: "the place, from 0") var place: Int
    let inp = Input<[Item]>()
    let out = Output<Item>()

    override func run() throws {
        out.useReceivedFiles(.sentAgain)
        while let list = try inp.next() {
            guard place < list.count else {
                throw WorkflowError(
                    .value,
                    "there is no element \(place): "
                        + (list.isEmpty
                            ? "the list is empty" : "the list has \(list.count), so the last is \(list.count - 1)")
                )
            }
            try out.send(list[place])
        }
    }
}

/// Sends one value of each dictionary.
final class ValueFor<Item: Codable & Sendable>: Node, ItemPassing {
    @Parameter(help: "the name") var key: String
    let inp = Input<[String: Item]>()
    let out = Output<Item>()

    override func run() throws {
        out.useReceivedFiles(.sentAgain)
        while let table = try inp.next() {
            guard let item = table[key] else {
                throw WorkflowError(
                    .value,
                    "there is no '\(key)'" + NearestName.suggestion(for: key, among: table.keys)
                )
            }
            try out.send(item)
        }
    }
}

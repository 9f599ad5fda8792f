import Maize

/// An item type that files know because a node has a port of it.
struct Reading: Codable, Sendable, Equatable {
    var place: String
    var value: Double
}

enum Mode: String, Codable, Sendable, CaseIterable { case fast, slow }

/// Sends what its parameters say.
final class Station: Node {
    @Parameter(help: "where it stands") var place: String
    @Parameter var count = 3
    @Parameter var small: Int8 = 1
    @Parameter var mode = Mode.fast
    @Parameter var verbose = false
    @Parameter(rule: .ifGiven(.atMost(1000))) var limit: Double?
    @Parameter var weights: [String: Double] = [:]
    let out = Output<Reading>()

    override func run() throws {
        for number in 0..<count { try out.send(Reading(place: place, value: Double(number) + (limit ?? 0))) }
    }
}

/// Takes readings and gives words; snake-case names as in files of maize.
final class Describe: Node {
    @Parameter(name: "n_digits") var digits = 1
    let inp = Input<Reading>()
    let unit = Input<String>(default: "m", rule: .notEmpty)
    let out = Output<String>()

    override func run() throws {
        while let reading = try inp.next() { try out.send("\(reading.place) \(Int(reading.value)) \(unit.receive())") }
    }
}

/// Has paths.
final class Paths: Node {
    @Parameter(isPath: true) var file = "default.txt"
    @Parameter(isPath: true) var more: [String] = []
    @Parameter var text = "x"
    let out = Output<String>()

    override func run() throws { for word in [file] + more + [text] { try out.send(word) } }
}

/// Has files.
final class Filed: Node {
    @Parameter var table: File
    @Parameter var named: [String: File] = [:]
    let inp = Input<File>(optional: true)
    let out = Output<String>(optional: true)
}

/// Sends each list on, its elements in turn, in a type of its own: a generic node of a user.
final class Reverse<Item: Codable & Sendable>: Node, GenericComponent {
    @Parameter var first: Item?
    let inp = Input<[Item]>()
    let out = Output<[Item]>()

    override func run() throws {
        while let items = try inp.next() { try out.send(items.reversed() + (first.map { [$0] } ?? [])) }
    }

    static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Reverse<Other>.self }
}

/// A graph: a station and its words.
final class Weather: Graph {
    @Parameter var place: String
    let out = Output<String>()

    override func build() throws {
        let station = try add(Station.self)
        let describe = try add(Describe.self)
        try connect(station.out, to: describe.inp)
        try expose(describe.out, as: out)
        try map(station.$place, to: $place)
    }
}

/// A graph with a graph inside, and an open inner port.
final class Region: Graph {
    override func build() throws {
        try add(Weather.self, name: "north")
        try add(Weather.self, name: "south")
    }
}

/// A graph with an input.
final class Sayings: Graph {
    let inp = Input<Reading>()
    let out = Output<String>()

    override func build() throws {
        let describe = try add(Describe.self)
        try expose(describe.inp, as: inp)
        try expose(describe.out, as: out)
    }
}

/// Cannot be built.
final class Faulty: Graph {
    let out = Output<String>()
    override func build() throws { throw WorkflowError(.value, "the parts do not fit") }
}

let samples: [Component.Type] = [
    Station.self, Describe.self, Paths.self, Filed.self, Reverse<Int>.self, Weather.self, Region.self, Sayings.self,
    Faulty.self,
]

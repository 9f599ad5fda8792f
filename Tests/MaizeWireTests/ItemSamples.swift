/// The types the item tests send through the coder.

struct Reading: Codable, Equatable {
    var name: String
    var x: Double
    var y: Double
    var count: Int?
}

struct Station: Codable, Equatable {
    var id: UInt16
    var latest: Reading
    var earlier: [Reading]
    var labels: [String: Int]
    var parent: [Station]?
}

struct Empty: Codable, Equatable {}

enum Level: String, Codable, CodingKeyRepresentable { case low, high }

enum Command: Codable, Equatable {
    case stop
    case move(x: Int, y: Int)
    case say(String, Bool)
    case both(Reading, next: [Int])
}

indirect enum Tree: Codable, Equatable {
    case leaf(Int)
    case node(Tree, Tree)
}

class Animal: Codable {
    var name: String

    private enum CodingKeys: String, CodingKey { case name }

    init(name: String) { self.name = name }

    required init(from decoder: any Decoder) throws {
        name = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .name)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
    }
}

final class Dog: Animal {
    var tricks: [String]

    private enum CodingKeys: String, CodingKey { case tricks }

    init(name: String, tricks: [String]) {
        self.tricks = tricks
        super.init(name: name)
    }

    required init(from decoder: any Decoder) throws {
        tricks = try decoder.container(keyedBy: CodingKeys.self).decode([String].self, forKey: .tricks)
        try super.init(from: decoder)
    }

    override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tricks, forKey: .tricks)
        try super.encode(to: encoder)
    }
}

final class Cat: Animal {
    var lives: Int

    private enum CodingKeys: String, CodingKey { case lives }

    init(name: String, lives: Int) {
        self.lives = lives
        super.init(name: name)
    }

    required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        lives = try container.decode(Int.self, forKey: .lives)
        try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try super.encode(to: container.superEncoder())
        try container.encode(lives, forKey: .lives)
    }
}

/// A key of any name.
struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int?

    init(stringValue: String) { self.stringValue = stringValue }
    init(intValue: Int) {
        stringValue = "\(intValue)"
        self.intValue = intValue
    }
}

/// A value whose code is given by the test.
struct Writing: Encodable {
    let body: (any Encoder) throws -> Void

    func encode(to encoder: any Encoder) throws { try body(encoder) }
}

/// Interleaves its containers: the parent is written to while two nested containers are open.
struct Interleaved: Codable, Equatable {
    var numbers: [Int]
    var names: [String]
    var tail: String

    enum CodingKeys: CodingKey { case inner, list, tail, numbers }

    init(numbers: [Int], names: [String], tail: String) {
        self.numbers = numbers
        self.names = names
        self.tail = tail
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        tail = try container.decode(String.self, forKey: .tail)
        let inner = try container.nestedContainer(keyedBy: CodingKeys.self, forKey: .inner)
        numbers = try inner.decode([Int].self, forKey: .numbers)
        var list = try container.nestedUnkeyedContainer(forKey: .list)
        names = []
        while !list.isAtEnd {
            names.append(try list.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        var list = container.nestedUnkeyedContainer(forKey: .list)
        var inner = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .inner)
        for name in names.prefix(1) { try list.encode(name) }
        try container.encode(tail, forKey: .tail)
        try inner.encode(numbers, forKey: .numbers)
        for name in names.dropFirst() { try list.encode(name) }
    }
}

let sampleReading = Reading(name: "north 🌽", x: -1.5, y: .pi, count: 7)
let sampleStation = Station(
    id: 9,
    latest: sampleReading,
    earlier: [sampleReading, Reading(name: "", x: 0, y: -0.0, count: nil)],
    labels: ["a": 1, "b": -2, "äöü": 3],
    parent: [Station(id: 1, latest: sampleReading, earlier: [], labels: [:], parent: nil)]
)

import FoundationEssentials
import MaizeWire
import Testing
import SeededRandom

/// Sends a value through the coder and back, twice with the same encoder and decoder.
func roundTrip<T: Codable>(_ value: T) throws -> T {
    let encoder = ItemEncoder()
    let decoder = ItemDecoder()
    let buffer = ByteBuffer(capacity: 16)
    try encoder.encode(value, into: buffer)
    _ = try decoder.decode(T.self, from: buffer.bytes)
    buffer.removeAll()
    try encoder.encode(value, into: buffer)
    return try decoder.decode(T.self, from: buffer.bytes)
}

private func expectRoundTrip<T: Codable & Equatable>(
    _ value: T,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    #expect(try roundTrip(value) == value, sourceLocation: sourceLocation)
    // As a part of other values too.
    #expect(try roundTrip([value, value]) == [value, value], sourceLocation: sourceLocation)
    #expect(try roundTrip(["key": value]) == ["key": value], sourceLocation: sourceLocation)
    #expect(try roundTrip([value as T?, nil]) == [value, nil], sourceLocation: sourceLocation)
}

@Suite struct ItemCoderTests {
    private func extremes<I: FixedWidthInteger & Codable>(_ type: I.Type) throws {
        for value in [I.min, I.max, 0, 1, I.max / 3] {
            try expectRoundTrip(value)
        }
        try expectRoundTrip([I.min, 0, I.max])
        try expectRoundTrip([I]())
    }

    @Test func `integers of all widths survive with their extreme values`() throws {
        try extremes(Int.self)
        try extremes(Int8.self)
        try extremes(Int16.self)
        try extremes(Int32.self)
        try extremes(Int64.self)
        try extremes(Int128.self)
        try extremes(UInt.self)
        try extremes(UInt8.self)
        try extremes(UInt16.self)
        try extremes(UInt32.self)
        try extremes(UInt64.self)
        try extremes(UInt128.self)
    }

    @Test func `floating-point numbers keep every bit`() throws {
        let doubles = [0, -0.0, .infinity, -.infinity, .nan, .signalingNaN, .leastNonzeroMagnitude, Double.pi]
        #expect(try roundTrip(doubles).map(\.bitPattern) == doubles.map(\.bitPattern))
        for double in doubles {
            #expect(try roundTrip(double).bitPattern == double.bitPattern)
        }
        let floats: [Float] = [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .pi]
        #expect(try roundTrip(floats).map(\.bitPattern) == floats.map(\.bitPattern))
        for float in floats {
            #expect(try roundTrip(float).bitPattern == float.bitPattern)
        }
    }

    @Test func `strings survive, empty, long and with emoji`() throws {
        for string in [
            "", "a", "fifteen letters", "sixteen letters!", "🌽👩‍👩‍👧‍👦é", String(repeating: "maize ", count: 10_000),
        ] {
            try expectRoundTrip(string)
        }
    }

    @Test func `truth values survive alone and in arrays`() throws {
        try expectRoundTrip(true)
        try expectRoundTrip(false)
        try expectRoundTrip([true, false, true])
    }

    @Test func `arrays and sets survive nested and empty`() throws {
        try expectRoundTrip([[1, 2], [], [3]])
        try expectRoundTrip([["a"], ["b", "c"]])
        try expectRoundTrip([[[Double]]]())
        try expectRoundTrip(Set(0..<50))
        try expectRoundTrip(Set(["x", "y"]))
        try expectRoundTrip(ContiguousArray([1, 2, 3]))
    }

    @Test func `dictionaries survive with names, numbers and enums as keys`() throws {
        try expectRoundTrip(Dictionary(uniqueKeysWithValues: (0..<300).map { ("key \($0)", $0) }))
        try expectRoundTrip(Dictionary(uniqueKeysWithValues: (-20..<20).map { ($0, "\($0)") }))
        try expectRoundTrip([Level.low: 1, .high: 2])
        try expectRoundTrip([Level.low: [1: ["a": 1.5]]])
        try expectRoundTrip([2.5: "not a name"])
        try expectRoundTrip(["": 1, "super": 2])
        try expectRoundTrip(["some": Int?.none, "other": 3])
    }

    @Test func `optionals survive as far as Codable allows`() throws {
        #expect(try roundTrip(Int?.none) == nil)
        #expect(try roundTrip(Int?.some(1)) == 1)
        #expect(try roundTrip(Int??.some(.some(1))) == .some(.some(1)))
        #expect(try roundTrip(Int??.none) == .none)
        try expectRoundTrip([1, nil, 3] as [Int?])
        try expectRoundTrip([nil, "b"] as [String?])
        try expectRoundTrip([nil, [1, nil]] as [[Int?]?])
    }

    @Test func `a struct with an optional survives the round trip`() throws {
        try expectRoundTrip(sampleReading)
        try expectRoundTrip(Reading(name: "", x: .infinity, y: 0, count: nil))
    }

    @Test func `nested structs and an empty struct survive`() throws {
        try expectRoundTrip(sampleStation)
        try expectRoundTrip(Empty())
    }

    @Test func `enums survive with and without payloads`() throws {
        for command in [Command.stop, .move(x: 1, y: -1), .say("hi", true), .both(sampleReading, next: [1, 2])] {
            try expectRoundTrip(command)
        }
        try expectRoundTrip(Level.high)
    }

    @Test func `a recursive enum survives`() throws {
        var tree = Tree.leaf(0)
        for step in 1..<60 {
            tree = step.isMultiple(of: 2) ? .node(tree, .leaf(step)) : .node(.leaf(step), tree)
        }
        try expectRoundTrip(tree)
    }

    @Test func `a class writes its own and its superclass's fields into one container`() throws {
        let dog = try roundTrip(Dog(name: "Rex", tricks: ["sit", "roll"]))
        #expect(dog.name == "Rex")
        #expect(dog.tricks == ["sit", "roll"])
        let animal = try ItemCoder.decodeItem(Animal.self, from: ItemCoder.encodeItem(dog))
        #expect(animal.name == "Rex")
    }

    @Test func `a superclass goes through a super encoder`() throws {
        let cat = try roundTrip(Cat(name: "Tom", lives: 9))
        #expect(cat.name == "Tom")
        #expect(cat.lives == 9)
    }

    @Test func `Data survives, and in one run of bytes`() throws {
        let data = Data((0..<1000).map { UInt8(truncatingIfNeeded: $0) })
        try expectRoundTrip(data)
        try expectRoundTrip(Data())
        let bytes = try ItemCoder.encodeItem(data)
        #expect(bytes.count < 1020)
        #expect(try ItemCoder.decodeItem([UInt8].self, from: bytes) == Array(data))
    }

    @Test func `ranges and other standard types survive`() throws {
        try expectRoundTrip(3..<9)
        try expectRoundTrip(3...9)
        try expectRoundTrip(CollectionOfOne("x").first)
        try expectRoundTrip(Duration.seconds(5))
    }

    @Test func `random readings survive from any seed`() throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let reading = Reading(
                name: String(repeating: "n", count: .random(in: 0..<40, using: &random)),
                x: .random(in: -1...1, using: &random),
                y: Double(bitPattern: random.next() >> 2),
                count: Bool.random(using: &random) ? .random(in: .min ... .max, using: &random) : nil
            )
            #expect(try roundTrip(reading) == reading, "seed \(seed)")
        }
    }
}

import MaizeWire
import Testing

/// What custom `Codable` code may do with its containers.
@Suite struct ItemContainerTests {
    @Test func `fields can be read in another order than they were written`() throws {
        struct Backwards: Decodable {
            var y: Double
            var name: String
            var missing: Int?

            enum CodingKeys: CodingKey { case missing, name, y }

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: CodingKeys.self)
                y = try container.decode(Double.self, forKey: .y)
                missing = try container.decodeIfPresent(Int.self, forKey: .missing)
                name = try container.decode(String.self, forKey: .name)
            }
        }
        let backwards = try ItemCoder.decodeItem(Backwards.self, from: ItemCoder.encodeItem(sampleReading))
        #expect(backwards.y == .pi)
        #expect(backwards.name == sampleReading.name)
        #expect(backwards.missing == nil)
    }

    @Test func `all keys are known to a reader that knows none`() throws {
        struct Keys: Decodable {
            var keys: [String]

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: AnyKey.self)
                keys = container.allKeys.map(\.stringValue)
                #expect(container.contains(AnyKey(stringValue: "x")))
                #expect(!container.contains(AnyKey(stringValue: "z")))
                #expect(try container.decode(Double.self, forKey: AnyKey(stringValue: "y")) == .pi)
            }
        }
        let full = try ItemCoder.decodeItem(Keys.self, from: ItemCoder.encodeItem(sampleReading))
        #expect(full.keys == ["name", "x", "y", "count"])
        var reading = sampleReading
        reading.count = nil
        let partial = try ItemCoder.decodeItem(Keys.self, from: ItemCoder.encodeItem(reading))
        #expect(partial.keys == ["name", "x", "y"])
    }

    @Test func `a name first used in a skipped value is known later`() throws {
        struct Outer: Codable {
            var first: Reading
            var second: Reading
        }
        struct OnlySecond: Decodable { var second: Reading }
        let item = try ItemCoder.encodeItem(Outer(first: sampleReading, second: sampleReading))
        #expect(try ItemCoder.decodeItem(OnlySecond.self, from: item).second == sampleReading)
    }

    @Test func `containers can be written in any order`() throws {
        let value = Interleaved(numbers: [1, 2], names: ["a", "b", "c"], tail: "end")
        #expect(try roundTrip(value) == value)
        #expect(try roundTrip([value, value]) == [value, value])
    }

    @Test func `nested containers in an unkeyed container keep their places`() throws {
        let item = try ItemCoder.encodeItem(
            Writing { encoder in
                var list = encoder.unkeyedContainer()
                var first = list.nestedUnkeyedContainer()
                var second = list.nestedContainer(keyedBy: AnyKey.self)
                try list.encode("third")
                try second.encode(2, forKey: AnyKey(stringValue: "n"))
                try first.encode(1)
                #expect(list.count == 3)
            }
        )
        struct Check: Decodable {
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                #expect(list.count == 3)
                var first = try list.nestedUnkeyedContainer()
                #expect(try first.decode(Int.self) == 1)
                #expect(first.isAtEnd)
                #expect(throws: DecodingError.self) { try first.decode(Int.self) }
                let second = try list.nestedContainer(keyedBy: AnyKey.self)
                #expect(try second.decode(Int.self, forKey: AnyKey(stringValue: "n")) == 2)
                #expect(try list.decode(String.self) == "third")
                #expect(list.isAtEnd)
            }
        }
        _ = try ItemCoder.decodeItem(Check.self, from: item)
    }

    @Test func `a key written twice keeps the later value`() throws {
        enum Key: CodingKey { case a, b }
        let item = try ItemCoder.encodeItem(
            Writing { encoder in
                var container = encoder.container(keyedBy: Key.self)
                try container.encode("old", forKey: .a)
                var nested = container.nestedUnkeyedContainer(forKey: .b)
                try nested.encode(1)
                try container.encode("new", forKey: .a)
                try container.encode(5, forKey: .b)
            }
        )
        struct Both: Decodable, Equatable {
            var a: String
            var b: Int
        }
        #expect(try ItemCoder.decodeItem(Both.self, from: item) == Both(a: "new", b: 5))
    }

    @Test func `a value that failed to encode can be replaced`() throws {
        enum Key: CodingKey { case a, b }
        struct Failure: Error {}
        let item = try ItemCoder.encodeItem(
            Writing { encoder in
                var container = encoder.container(keyedBy: Key.self)
                let failing = Writing { encoder in
                    var inner = encoder.container(keyedBy: Key.self)
                    _ = inner.nestedUnkeyedContainer(forKey: .b)
                    throw Failure()
                }
                #expect(throws: Failure.self) { try container.encode(failing, forKey: .a) }
                try container.encode("instead", forKey: .a)
            }
        )
        struct Result: Decodable { var a: String }
        #expect(try ItemCoder.decodeItem(Result.self, from: item).a == "instead")
    }

    @Test func `a failed item leaves the buffer as it was`() throws {
        struct Failure: Error {}
        let buffer = ByteBuffer()
        let encoder = ItemEncoder()
        try encoder.encode(1, into: buffer)
        let before = Array(buffer.bytes)
        #expect(throws: Failure.self) {
            try encoder.encode(
                Writing { encoder in
                    var list = encoder.unkeyedContainer()
                    try list.encode(String(repeating: "x", count: 1000))
                    throw Failure()
                },
                into: buffer
            )
        }
        #expect(Array(buffer.bytes) == before)
    }

    @Test func `a value that encodes nothing is an empty container`() throws {
        let item = try ItemCoder.encodeItem(["a": Writing { _ in }, "b": Writing { _ = $0.singleValueContainer() }])
        #expect(try ItemCoder.decodeItem([String: Empty].self, from: item) == ["a": Empty(), "b": Empty()])
    }

    @Test func `two kinds of container for one value are an error`() {
        #expect(throws: EncodingError.self) {
            try ItemCoder.encodeItem(
                Writing { encoder in
                    _ = encoder.unkeyedContainer()
                    _ = encoder.container(keyedBy: AnyKey.self)
                }
            )
        }
        #expect(throws: EncodingError.self) {
            try ItemCoder.encodeItem(
                Writing { encoder in
                    var container = encoder.singleValueContainer()
                    try container.encode(1)
                    try container.encode(2)
                }
            )
        }
    }

    @Test func `an encoder kept beyond its value is closed`() throws {
        final class Box { var encoder: (any Encoder)? }
        let box = Box()
        #expect(throws: EncodingError.self) {
            try ItemCoder.encodeItem([
                Writing { encoder in
                    box.encoder = encoder
                    var container = encoder.singleValueContainer()
                    try container.encode(1)
                },
                Writing { encoder in
                    var container = box.encoder?.singleValueContainer()
                    try container?.encode(2)
                },
            ])
        }
        var container = try #require(box.encoder).singleValueContainer()
        #expect(throws: EncodingError.self) { try container.encode(3) }
    }

    @Test func `a decoder kept by a value works until the item is decoded`() throws {
        struct Kept: Decodable {
            let decoder: any Decoder

            init(from decoder: any Decoder) { self.decoder = decoder }
        }
        struct Later: Decodable {
            var readings: [Reading]
            var kept: [Kept]

            init(from decoder: any Decoder) throws {
                kept = try decoder.singleValueContainer().decode([Kept].self)
                readings = try kept.map { try Reading(from: $0.decoder) }
            }
        }
        var other = sampleReading
        other.name = "other"
        let later = try ItemCoder.decodeItem(Later.self, from: ItemCoder.encodeItem([sampleReading, other]))
        #expect(later.readings == [sampleReading, other])
        #expect(throws: DecodingError.self) { try Reading(from: later.kept[0].decoder) }
    }

    @Test func `errors name the path to the value`() throws {
        struct Wrong: Decodable {
            struct Inner: Decodable { var x: String }
            var earlier: [Inner]
        }
        let item = try ItemCoder.encodeItem(sampleStation)
        let error = #expect(throws: DecodingError.self) { try ItemCoder.decodeItem(Wrong.self, from: item) }
        guard case .typeMismatch(_, let context) = error else {
            Issue.record("not a type mismatch: \(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["earlier", "Index 0", "x"])
        let failing = [
            "outer": [
                Writing { throw EncodingError.invalidValue(1, .init(codingPath: $0.codingPath, debugDescription: "")) }
            ]
        ]
        let encodingError = #expect(throws: EncodingError.self) { try ItemCoder.encodeItem(failing) }
        guard case .invalidValue(_, let context) = encodingError else {
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["outer", "Index 0"])
    }

    @Test func `another type than the written one is an error`() throws {
        #expect(throws: DecodingError.self) { try ItemCoder.decodeItem(Int32.self, from: ItemCoder.encodeItem(1)) }
        #expect(throws: DecodingError.self) {
            try ItemCoder.decodeItem(Double.self, from: ItemCoder.encodeItem(1 as Float))
        }
        #expect(throws: DecodingError.self) { try ItemCoder.decodeItem([Int32].self, from: ItemCoder.encodeItem([1])) }
        #expect(throws: DecodingError.self) {
            try ItemCoder.decodeItem(Int.self, from: ItemCoder.encodeItem(Int?.none))
        }
        #expect(try ItemCoder.decodeItem(Set<Int>.self, from: ItemCoder.encodeItem([1, 2, 2])) == [1, 2])
        #expect(try ItemCoder.decodeItem([Int].self, from: ItemCoder.encodeItem(Set([4]))) == [4])
    }

    @Test func `a container of hundreds of keys is read in any order`() throws {
        let names = (0..<400).map { "name \($0)" }
        let item = try ItemCoder.encodeItem(Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }))
        struct Check: Decodable {
            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: AnyKey.self)
                for number in (0..<400).reversed() {
                    let key = AnyKey(stringValue: "name \(number)")
                    #expect(try container.decode(String.self, forKey: key) == key.stringValue)
                }
                #expect(throws: DecodingError.self) { try container.decodeNil(forKey: AnyKey(stringValue: "none")) }
            }
        }
        _ = try ItemCoder.decodeItem(Check.self, from: item)
    }

    @Test func `an item encoded inside another with the same coders survives`() throws {
        let encoder = ItemEncoder()
        let outer = ByteBuffer()
        let inner = ByteBuffer()
        try encoder.encode(
            Writing { level in
                var container = level.unkeyedContainer()
                try encoder.encode(sampleReading, into: inner)
                try container.encode(sampleReading)
            },
            into: outer
        )
        #expect(try ItemDecoder().decode([Reading].self, from: outer.bytes) == [sampleReading])
        #expect(try ItemDecoder().decode(Reading.self, from: inner.bytes) == sampleReading)
    }
}

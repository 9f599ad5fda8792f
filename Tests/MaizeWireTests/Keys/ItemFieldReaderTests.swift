import MaizeWire
import Testing

@Suite struct ItemFieldReaderTests {
    private struct Ligand: Encodable {
        var name = "caffeine"
        var mass: Double? = 194.19
        var charge: Int?
    }

    private struct Pose: Encodable {
        var score = -7.5
        var ligand = Ligand()
        var tags = ["a"]
    }

    private func problem(_ item: some Encodable, by path: String?) -> String? {
        do {
            _ = try sortKey(of: item, by: path)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test func `fields are found by their names, and by paths of them`() throws {
        #expect(try sortKey(of: Pose(), by: "score") == sortKey(of: -7.5))
        #expect(try sortKey(of: Pose(), by: "ligand.mass") == sortKey(of: 194.19))
        #expect(try sortKey(of: Pose(), by: "tags") == sortKey(of: ["a"]))
        #expect(try sortKey(of: ["a.b": 1, "a": 2], by: "a.b") == sortKey(of: 1))
        let many = Dictionary(uniqueKeysWithValues: (0..<100).map { ("field\($0)", $0) })
        #expect(try sortKey(of: many, by: "field77") == sortKey(of: 77))
    }

    @Test func `an optional field without a value is nothing`() throws {
        #expect(try sortKey(of: Pose(), by: "ligand.charge") == sortKey(of: Int?.none))
        #expect(try sortKey(of: JSONValue.object(["a": .null]), by: "a") == sortKey(of: Int?.none))
    }

    @Test func `what has no key says why`() {
        #expect(problem(Pose(), by: "mass") == "has no field 'mass'; it has 'score', 'ligand', 'tags'")
        #expect(problem(Pose(), by: "ligand.size") == "'ligand' has no field 'size'; it has 'name', 'mass', 'charge'")
        #expect(problem(Pose(), by: "score.size") == "'score' is a number, so it has no field 'size'")
        #expect(problem("text", by: "size") == "is a text, so it has no field 'size'")
        #expect(
            problem(Pose(), by: nil)
                == "is an object, which has no order; its fields are 'score', 'ligand', 'tags'"
        )
        #expect(problem(Pose(), by: "ligand")?.hasPrefix("has in 'ligand' what is an object") == true)
        #expect(problem([Ligand()], by: nil)?.hasPrefix("has a list of objects") == true)
        #expect(problem([String: Int](), by: "a") == "has no field 'a'; it has none")
    }

    @Test func `damaged bytes are a problem, whatever they are`() throws {
        let item = try ItemCoder.encodeItem(Pose())
        for place in item.indices {
            for change in [UInt8(1), 0x80, 0xFF] {
                var bytes = item
                bytes[place] ^= change
                let buffer = ByteBuffer()
                bytes.withUnsafeBytes { bytes in
                    for path in ["ligand.mass", "tags"] {
                        _ = Result { try ItemFieldReader(FieldPath(path)).appendKey(of: bytes, to: buffer) }
                    }
                }
            }
        }
    }

    @Test func `a field is also had as a JSON value`() throws {
        func value(_ item: some Encodable, by path: String? = nil) throws -> JSONValue {
            try ItemCoder.encodeItem(item).withUnsafeBytes { try ItemFieldReader(FieldPath(path)).jsonValue(of: $0) }
        }
        #expect(try value(Pose(), by: "ligand.name") == .string("caffeine"))
        #expect(try value(Pose(), by: "ligand.charge") == .null)
        #expect(try value([UInt8(1), 2]) == .array([.integer(1), .integer(2)]))
        #expect(try value([Float(1.5)]) == .array([.number(1.5)]))
        #expect(try value([[true]]) == .array([.array([.bool(true)])]))
        #expect(try value(UInt64.max) == .number(0x1p64))
    }

    @Test(arguments: [("mass", true), ("a.b", true), ("", false), ("a.", false), (".a", false), ("a..b", false)])
    func `a path has a name in each place`(path: String, isRight: Bool) {
        #expect((FieldPath.problem(with: path) == nil) == isRight)
    }
}

import Testing

@testable import MaizeFormats
import MaizeDocuments
import SeededRandom

/// Documents that the tests write, and files that something has damaged.
@Suite struct ReaderPropertyTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `what was written as JSON is read again`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let document = RandomDocument.random(depth: 5, using: &generator)
            let text = document.json(using: &generator)
            #expect(try Format.json.read(text).text == document.expected(in: .json), "seed \(seed): \(text)")
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `what was written as YAML is read again`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let document = RandomDocument.list([RandomDocument.random(depth: 5, using: &generator)])
            // A pair of surrogates is how JSON, not YAML, writes a scalar beyond 16 bits.
            guard !document.expected(in: .json).unicodeScalars.contains(where: { $0.value > 0xFFFF }) else { continue }
            let text = document.yaml(using: &generator)
            #expect(try Format.yaml.read(text).text == document.expected(in: .yaml), "seed \(seed): \(text)")
        }
    }

    private static let good: [Format: String] = [
        .yaml: """
        name: flow   # a comment
        scratch: ~
        nodes: &n
          - {name: a, type: "LoadData<[Int]>", parameters: {data: [1, 2.5, .inf]}}
          - name: 'b🌽'
            type: |
              Return
            <<: {level: 20, "fail_ok": no}
        channels:
          - {sending: {a: out}, receiving: {b: inp}, size: 0x10}
        parameters: [*n]
        """,
        .toml: """
        name = "flow"   # a comment
        'odd key'."ä\\u00e4" = 0x1F_ff
        when = 1979-05-27T07:32:00.5Z
        [[nodes]]
        name = 'a'
        parameters = {data = [1, 2.5, -inf], x.y = \"\"\"
        🌽 \\
          \"\"\"}
        [[nodes]]
        level = 1_000e-3
        [nodes.parameters]
        on = [
          true, # yes
          [false],
        ]
        """,
        .json: """
        {"name": "flow\\n\\ud83c\\udf3d", "nodes": [{"name": "ä", "type": "X", "level": -1.5e+3},
         {"b": [true, false, null, {}, []], "": ""}], "channels": []}
        """,
    ]

    @Test(arguments: Format.allCases, 0..<8 as Range<UInt64>)
    func `a damaged file is read, or refused with words and a place`(format: Format, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let good = Array(try #require(ReaderPropertyTests.good[format]).utf8)
        #expect(try format.problem(good) == nil)
        let lines = good.count { $0 == UInt8(ascii: "\n") } + 1
        for _ in 0..<250 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &generator) { damage(&bytes, using: &generator) }
            do {
                _ = try format.read(bytes)
            } catch let error as DocumentError {
                #expect(error.message.count > 8, "seed \(seed): \(bytes)")
                guard let position = error.position else {
                    #expect(error.message == "the file is empty", "seed \(seed): \(bytes)")
                    continue
                }
                // Each change adds a line at most; others than these may count for YAML.
                #expect(position.line >= 1 && position.line <= 20 * lines, "seed \(seed): \(bytes)")
                #expect(position.column >= 1 && position.column <= bytes.count + 1, "seed \(seed): \(bytes)")
            }
        }
    }

    private func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[place] = Array("{}[]\"':,&*!|>?-%@\n\t \\#".utf8).randomElement(using: &generator) ?? 0
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &generator)))
        case 3:
            let part = bytes[place..<min(bytes.count, place + Int.random(in: 1...30, using: &generator))]
            bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &generator))
        default: bytes.removeLast(bytes.count - place)
        }
    }
}

import Maize

struct Dice: Function0 {
    @Parameter(rule: .in(1...6)) var shown = 4
    func call() -> Int { shown }
}

struct Scaled: Function1 {
    @Parameter(rule: .above(0), help: "what numbers are multiplied by") var factor = 2
    func call(_ number: Int) throws -> Int {
        guard number >= 0 else { throw Broke() }
        return factor * number
    }
}

struct Repeated: Function2 {
    static var inputs: (String, String) { ("text", "count") }
    func call(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
}

struct Within: Function3 {
    func call(_ value: Int, _ least: Int, _ most: Int) -> Bool { (least...most).contains(value) }
}

struct Labelled: Function4 {
    func call(_ name: String, _ number: Int, _ mass: Double, _ isNew: Bool) -> String {
        "\(name)-\(number) \(mass) \(isNew)"
    }
}

struct IsEven: Function1 {
    func call(_ number: Int) throws -> Bool {
        guard number >= 0 else { throw Broke() }
        return number.isMultiple(of: 2)
    }
}

struct Add: Function2 {
    func call(_ sum: Int, _ number: Int) -> Int { sum + number }
}

/// Keeps something from call to call.
final class Numbered: Function1 {
    private var count = 0
    func call(_ text: String) -> String {
        count += 1
        return "\(count) \(text)"
    }
}

struct NameOf: Function1 {
    func call(_ file: File) -> String { file.name }
}

struct IsTable: Function1 {
    func call(_ file: File) -> Bool { file.suffix == "csv" }
}

struct Summed: Function1 {
    func call(_ numbers: [Int]) -> Int { numbers.reduce(0, +) }
}

struct Flat: Function1 {
    func call(_ lists: [[Int]]) -> [Int] { lists.flatMap(\.self) }
}

struct Lined: Function1 {
    func call(_ table: [String: Int]) -> [String] { table.map { "\($0.key) \($0.value)" }.sorted() }
}

struct Halves: Function1 {
    func call(_ number: Int) -> [Int] { number == 0 ? [] : [number / 2, number - number / 2] }
}

struct Tabled: Function1 {
    func call(_ number: Int) -> [String: Int] { ["five": number] }
}

struct Difference: Function2 {
    func call(_ a: Int, _ b: Int) -> Int { a - b }
}

struct Negated: Function1 {
    func call(_ number: Int) -> Int { -number }
}

struct Metal: Codable, Sendable, ArgumentSource {
    var name: String
    var melts: Double
}

struct Described: Function2 {
    func call(_ metal: Metal, _ note: String?) -> String {
        "\(metal.name) \(metal.melts)" + (note.map { " \($0)" } ?? "")
    }
}

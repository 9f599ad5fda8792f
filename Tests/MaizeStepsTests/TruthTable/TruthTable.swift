import MaizeSystem

/// What an input is and what happens around it.
struct InputCase: Hashable, CustomStringConvertible {
    var optional = false
    var defaulted = false
    var cached = false
    var connected = false
    var preloaded = false
    var looped = false
    var senderAlive = false

    typealias Column = WritableKeyPath<InputCase, Bool> & Sendable

    static let columns: [(name: String, value: any Column)] = [
        ("optional", \.optional), ("default", \.defaulted), ("cached", \.cached), ("connected", \.connected),
        ("preloaded", \.preloaded), ("looped", \.looped), ("sender alive", \.senderAlive),
    ]

    /// All 128.
    static let all: [InputCase] = (0..<1 << columns.count).map { number in
        var one = InputCase()
        for (place, column) in columns.enumerated() { one[keyPath: column.value] = number >> place & 1 == 1 }
        return one
    }

    var description: String {
        let given = InputCase.columns.filter { self[keyPath: $0.value] }.map(\.name)
        return given.isEmpty ? "none" : given.joined(separator: " + ")
    }
}

/// The table of docs/inputs.md.
struct TruthTable {
    struct Row {
        /// The columns that matter.
        var conditions: [(column: any InputCase.Column, value: Bool)] = []
        var first = ""
        var thenReceive = ""
        var thenNext = ""
        var node = ""

        func covers(_ one: InputCase) -> Bool { conditions.allSatisfy { one[keyPath: $0.column] == $0.value } }
    }

    struct Unreadable: Error {
        var cell: String
    }

    let rows: [Row]

    init() throws {
        let page =
            #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
            + "/docs/inputs.md"
        let lines = (FileContents.text(of: page) ?? "").split(separator: "\n").map(TruthTable.cells)
        let header = lines.firstIndex { $0.starts(with: InputCase.columns.map(\.name)) }
        guard let header else { throw Unreadable(cell: "the header") }
        rows = try lines[(header + 2)...].prefix { !$0.isEmpty }.map(TruthTable.row)
    }

    /// The cells of a line of a table; none for another line.
    private static func cells(_ line: Substring) -> [String] {
        guard line.hasPrefix("|") else { return [] }
        return line.dropFirst().dropLast().split(separator: "|").map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func row(_ cells: [String]) throws -> Row {
        var row = Row()
        for (cell, column) in zip(cells, InputCase.columns) {
            switch cell {
            case "yes": row.conditions.append((column.value, true))
            case "no": row.conditions.append((column.value, false))
            case "—": continue
            default: throw Unreadable(cell: cell)
            }
        }
        guard cells.count == InputCase.columns.count + 4 else { throw Unreadable(cell: cells.joined(separator: "|")) }
        let answers = cells.suffix(4).map { $0 == "—" ? "" : $0 }
        (row.first, row.thenReceive, row.thenNext, row.node) = (answers[0], answers[1], answers[2], answers[3])
        return row
    }
}

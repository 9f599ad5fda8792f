import Maize
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct TruthTableTests {
    let table: TruthTable

    init() throws { table = try TruthTable() }

    @Test func `every combination is covered by exactly one row, and every row covers one`() {
        for one in InputCase.all { #expect(table.rows.count { $0.covers(one) } == 1, "\(one)") }
        for (place, row) in table.rows.enumerated() {
            #expect(InputCase.all.contains(where: row.covers), "row \(place)")
        }
        #expect(InputCase.all.count == 128 && Set(InputCase.all).count == 128)
    }

    @Test func `a row answers what can be asked, and nothing else`() {
        for (place, row) in table.rows.enumerated() {
            let cases = InputCase.all.filter(row.covers)
            let isRefused = row.node == "check error"
            #expect(
                row.first.contains("preloaded") == (!isRefused && cases.contains(where: \.preloaded)),
                "row \(place)"
            )
            #expect(row.first.contains("sent") == cases.contains(where: \.connected), "row \(place)")
            // Where `receive()` throws, the others have nothing to give.
            let throwing = ["stop", "error"].contains(row.thenReceive)
            #expect(row.thenNext == (throwing ? "nil" : row.thenReceive), "row \(place)")
            #expect((row.thenReceive.isEmpty, row.thenNext.isEmpty) == (isRefused, isRefused), "row \(place)")
        }
    }

    @Test(arguments: ["receive", "next", "receiveOptional"])
    func `every combination does in memory what its row says`(call: String) throws {
        for one in InputCase.all {
            let row = try #require(table.rows.first { $0.covers(one) })
            #expect(try Trial(inMemory: one, calling: call).fault(row, one, call) == nil, "\(one), \(call)")
        }
    }

    @Test func `a node is skipped exactly where the table says so`() throws {
        for one in InputCase.all {
            let row = try #require(table.rows.first { $0.covers(one) })
            if row.node == "check error" { continue }
            let trial = try Trial(inMemory: one, calling: nil)
            #expect(trial.wasSkipped == (row.node == "skipped"), "\(one)")
        }
    }

    @Test func `a combination of each row does it in processes too`() throws {
        for row in table.rows {
            let one = try #require(InputCase.all.last(where: row.covers))
            for call in ["receive", "next"] {
                #expect(try Trial(inProcesses: one, calling: call).fault(row, one, call) == nil, "\(one), \(call)")
            }
        }
    }
}

/// What came of one combination.
private struct Trial {
    var wasRefused = false
    var got: [String] = []
    var wasSkipped = false
    var waits = false
    var word = ""

    init(inMemory one: InputCase, calling call: String?) throws {
        do {
            let result = try InMemoryRun(one.workflow(calling: call)).execute()
            read(result.log.filter { $0.source == "node" }.map(\.message))
            waits = result.deadlock.contains { $0.hasPrefix("node waits for an item on 'inp'") }
            word = result["node"]?.outcome.word ?? ""
        } catch let error as RunError {
            wasRefused = error.code == .invalid && error.message.contains("node.inp: this input is not connected")
        }
    }

    init(inProcesses one: InputCase, calling call: String?) throws {
        let run = try TestRun()
        do {
            let summary = try run.execute(one.workflow(calling: call))
            read(
                run.log.split(separator: "\n").compactMap {
                    $0.split(separator: "| ", maxSplits: 1).last.map(String.init)
                }
            )
            waits = summary.deadlock.contains { $0.description.hasPrefix("node ") }
            word = summary.word("node")
        } catch let error as RunError {
            wasRefused = error.code == .invalid && error.message.contains("node.inp: this input is not connected")
        }
    }

    private mutating func read(_ lines: [String]) {
        got = lines.filter { $0.hasPrefix("got ") }.map { String($0.dropFirst(4)) }
        wasSkipped = lines.contains { $0.hasPrefix("skipped:") }
    }

    /// What is not as the row says.
    func fault(_ row: TruthTable.Row, _ one: InputCase, _ call: String) -> String? {
        if (row.node == "check error") != wasRefused { return wasRefused ? "refused" : "not refused" }
        if wasRefused { return nil }
        let first = row.first.split(separator: ", ").compactMap { word in
            word == "sent" ? "\(AskedItem.sent)" : one.preloaded ? "\(AskedItem.preloaded)" : nil
        }
        guard Array(got.prefix(first.count)) == first else { return "first gave \(got), not \(first)" }
        let then = call == "receive" ? row.thenReceive : row.thenNext
        let rest = Array(got.dropFirst(first.count))
        if waits != (row.node == "waits") { return waits ? "waits" : "\(row.node)" }
        if waits != (then == "waits") { return waits ? "waits" : "does not wait; got \(got)" }
        let wanted: String
        switch then {
        case "the default": wanted = "\(AskedItem.byDefault)"
        case "the last item": wanted = first.last ?? ""
        case "waits": return rest.isEmpty ? nil : "got \(rest), and should wait"
        default: wanted = then
        }
        guard rest.allSatisfy({ $0 == wanted }) else { return "then gave \(rest), not \(wanted)" }
        return faultOfEnd(row, rest, wanted) ?? (call == "receive" ? nil : faultOfNode(row, one))
    }

    /// What the last column should have said of a node that does not throw.
    private func faultOfNode(_ row: TruthTable.Row, _ one: InputCase) -> String? {
        // Here something else is set, so that it runs.
        if row.node == "skipped" { return nil }
        let said = !one.looped ? "completed" : got.count == InputCase.calls ? "goes on" : "stopped"
        return row.node == said ? nil : "the node \(said), not \(row.node)"
    }

    private func faultOfEnd(_ row: TruthTable.Row, _ rest: [String], _ wanted: String) -> String? {
        switch wanted {
        case "stop":
            // A node that loops may be stopped before its next pass.
            return word == "stopped" && (rest.count == 1 || row.node == "stopped") ? nil : "\(word) after \(got)"
        case "error": return word == "failed" && rest.count == 1 ? nil : "\(word) after \(got)"
        default:
            if row.node == "stopped" { return word == "stopped" && got.count < InputCase.calls ? nil : "\(word)" }
            // Skipped or not: here something else is set.
            return word == "completed" && got.count == InputCase.calls ? nil : "\(word) after \(got)"
        }
    }
}

import MaizeSystem
import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite struct ChangeLinesTests {
    private let start = MonotonicTime(nanoseconds: 1_000_000_000)
    private func after(_ seconds: Double) -> MonotonicTime { start.advanced(bySeconds: seconds) }
    private func noCounts(_: Int) -> NodeCounts { NodeCounts(received: 3, sent: 2) }

    @Test func `a start and an end are a line each, whatever comes between`() {
        var lines = ChangeLines(nodeCount: 2)
        #expect(lines.status(.ready, of: 0, at: start) == [])
        #expect(lines.status(.running, of: 0, at: start) == [.init(node: 0, text: "started")])
        #expect(lines.status(.waitingForInput, of: 0, at: start) == [])
        #expect(lines.status(.running, of: 0, at: after(1)) == [])
        let end = lines.outcome(.completed, of: 0, after: 1.2, NodeCounts(received: 10, sent: 9))
        #expect(end == .init(node: 0, text: "completed after 1.20 s, 10 in, 9 out (1/2)"))
    }

    @Test func `a failure is told with its message and level`() {
        var lines = ChangeLines(nodeCount: 1)
        _ = lines.status(.running, of: 0, at: start)
        let error = ErrorRecord(kind: "Mishap", message: "it broke")
        let end = lines.outcome(.failed(error), of: 0, after: 61, NodeCounts())
        #expect(end == .init(level: .error, node: 0, text: "failed after 1 min 1 s, 0 in, 0 out (1/1): it broke"))
    }

    @Test func `a node that never ran has no course to tell`() {
        var lines = ChangeLines(nodeCount: 1)
        let end = lines.outcome(.notStarted(reason: "it is not active"), of: 0, after: 0, NodeCounts())
        #expect(end.text == "not started (1/1): it is not active")
    }

    @Test func `only a wait that lasts is told, once`() {
        var lines = ChangeLines(nodeCount: 2)
        #expect(lines.deadline == nil)
        _ = lines.status(.running, of: 0, at: start)
        #expect(lines.deadline == nil)
        _ = lines.status(.waitingForInput, of: 0, at: after(1))
        #expect(lines.deadline == after(3))
        // Published again during the same wait, which began when it began.
        _ = lines.status(.waitingForInput, of: 0, at: after(2))
        #expect(lines.longWaits(at: after(2.9), counts: noCounts) == [])
        let told = lines.longWaits(at: after(3), counts: noCounts)
        #expect(told == [.init(node: 0, text: "waiting for input; so far 3 in, 2 out")])
        #expect(lines.deadline == nil, "nothing is left to wait for")
        _ = lines.status(.waitingForInput, of: 0, at: after(4))
        #expect(lines.deadline == nil)
    }

    @Test func `a wait that ended is not told, and the next one has its own time`() {
        var lines = ChangeLines(nodeCount: 2)
        _ = lines.status(.waitingForOutput, of: 0, at: start)
        _ = lines.status(.running, of: 0, at: after(1))
        _ = lines.status(.waitingForOutput, of: 0, at: after(1.5))
        #expect(lines.longWaits(at: after(2), counts: noCounts) == [])
        #expect(lines.deadline == after(3.5))
        #expect(lines.longWaits(at: after(3.5), counts: noCounts).count == 1)
    }

    @Test func `a node that ended waits for nothing`() {
        var lines = ChangeLines(nodeCount: 1)
        _ = lines.status(.waitingForInput, of: 0, at: start)
        _ = lines.outcome(.completed, of: 0, after: 1, NodeCounts())
        #expect(lines.longWaits(at: after(2), counts: noCounts) == [])
        #expect(lines.deadline == nil)
    }
}

import Logging
import MaizeCore
import MaizeTesting
import MaizeWire
import Testing

@testable import MaizeLogging

/// Several nodes in one process: each record belongs to the right one.
@Suite(.timeLimit(.minutes(10))) struct RunLogHandlerTests {
    private func log(of flow: Workflow) throws -> [InMemoryResult.LogLine] {
        RunLogHandler.bootstrap()
        RunLogHandler.bootstrap()
        return try InMemoryRun(flow).execute().log
    }

    @Test func `a library that nodes share speaks for the one that calls it`() throws {
        let flow = Workflow("shared")
        for name in ["a", "b", "c"] { try flow.add(SharedLogNode.self, name: name) }
        let log = try log(of: flow)
        for name in ["a", "b", "c"] {
            let own = log.filter { $0.source == name }.map(\.message)
            #expect(own == (0..<20).map { "shared: \(name) \($0)" })
        }
        #expect(log.count == 60)
    }

    @Test func `tasks that a node starts speak for it, and others for the node that made their logger`() throws {
        let flow = Workflow("tasks")
        for name in ["a", "b"] { try flow.add(TaskLogNode.self, name: name) }
        let log = try log(of: flow)
        for name in ["a", "b"] {
            let own = log.filter { $0.source == name }.map(\.message)
            #expect(own == ["shared: task of \(name)", "own: detached task of \(name)"])
        }
    }

    @Test func `the node's level counts, unless the logger has one of its own`() throws {
        let flow = Workflow("levels")
        try flow.add(LevelLogNode.self, name: "errors", options: NodeOptions(level: .error))
        try flow.add(LevelLogNode.self, name: "all", options: NodeOptions(level: .debug))
        let log = try log(of: flow)
        #expect(log.filter { $0.source == "errors" }.map(\.message) == ["levels: least error", "levels: asked for"])
        let all = log.filter { $0.source == "all" }.map(\.message)
        #expect(all.first?.hasPrefix("levels: least trace (MaizeLoggingTests/LoggingNodes.swift:") == true, "\(all)")
    }

    @Test func `outside of a run a logger works as ever`() {
        RunLogHandler.bootstrap()
        var handler = RunLogHandler(label: "outside", metadataProvider: nil)
        #expect(handler.logLevel == .info)
        handler.logLevel = .warning
        #expect(handler.logLevel == .warning)
        handler[metadataKey: "a"] = "b"
        #expect(handler.metadata == ["a": "b"])
        #expect(handler[metadataKey: "a"] == "b")
    }

    @Test(arguments: LogLevel.allCases)
    func `the least level of swift-log that is heard becomes the run's level`(level: LogLevel) {
        #expect(level.leastLoggerLevel.ofRun == level)
        for other in Logger.Level.allCases {
            #expect((other >= level.leastLoggerLevel) == (other.ofRun >= level))
        }
    }
}

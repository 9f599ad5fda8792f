package import MaizeWire
internal import Synchronization

/// Where one node's records go, from whichever thread they come.
package protocol RecordSink: AnyObject, Sendable {
    /// The least level that is written; who has less to say need not put it into words.
    var level: LogLevel { get }
    /// Writes one record under the node's path.
    func write(_ level: LogLevel, _ message: String)
}

/// The node that the running code belongs to, for records of code that knows of no node: a library's.
package enum CurrentNode {
    /// Where the records go: to the node that the task or thread works for in a run in memory, else to the node of this
    /// process; nil outside of a run.
    package static var records: (any RecordSink)? { recordsOfTask ?? recordsOfProcess.withLock { $0 } }

    /// In a run in memory: what the node's thread does, and the tasks that it starts, belongs to the node.
    @TaskLocal package static var recordsOfTask: (any RecordSink)?

    /// In a node's process: all of its threads work for the node.
    private static let recordsOfProcess = Mutex<(any RecordSink)?>(nil)

    /// Makes this process that of one node.
    package static func ownProcess(_ records: any RecordSink) { recordsOfProcess.withLock { $0 = records } }

    /// Does what belongs to a node in a process that holds several of them.
    package static func withRecords<Result>(_ records: any RecordSink, _ body: () throws -> Result) rethrows -> Result {
        try $recordsOfTask.withValue(records, operation: body)
    }
}

import Glibc
import Maize
import MaizeSystem

/// One run in a folder of its own, with the log in a file there; the folder goes with this.
final class TestRun {
    let folder: String
    private(set) var summary: RunSummary?
    private(set) var error: RunError?

    init() throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        folder = try Directory.makeUnique(prefix: base + "/unit-")
    }

    deinit { _ = Result { try Directory.remove(folder) } }

    /// Runs the workflow; what came of it is in `summary`, whether it completed or not.
    @discardableResult
    func execute(_ flow: Workflow, _ change: (inout RunOptions) -> Void = { _ in }) throws -> RunSummary {
        var options = RunOptions()
        options.scratch = folder
        options.logFile = folder + "/log"
        change(&options)
        do {
            let result = try flow.execute(options)
            summary = result
            return result
        } catch let failure {
            error = failure as? RunError
            summary = error?.summary
            guard let summary else { throw failure }
            return summary
        }
    }

    var log: String { FileContents.text(of: folder + "/log") ?? "" }

    /// Runs a workflow once and gives its summary.
    static func of(_ flow: Workflow) throws -> RunSummary { try TestRun().execute(flow) }
}

extension RunSummary {
    /// How a node ended, in one word.
    func word(_ path: String) -> String { self[path]?.outcome.word ?? "no such node" }
}

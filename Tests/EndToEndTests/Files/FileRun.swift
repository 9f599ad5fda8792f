import Glibc
import Maize
import MaizeRuntime
import MaizeSystem
import Testing

/// Everything about files that travel as items, in runs with processes.
@Suite(.timeLimit(.minutes(10)))
enum FileRuns {}

/// A folder for a test's own files and one for its runs, perhaps on another file system; both go with this.
final class FileRun {
    enum Device: String, CaseIterable {
        case same, other
    }

    let sources: String
    let scratch: String

    init(_ device: Device = .same) throws {
        sources = try Directory.makeUnique(prefix: FileRun.base + "/unit-files-")
        scratch = try Directory.makeUnique(prefix: (device == .same ? FileRun.base : "/dev/shm") + "/unit-files-")
    }

    deinit {
        for folder in [sources, scratch] { _ = Result { try Directory.remove(folder) } }
    }

    private static let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"

    /// Whether `/dev/shm` is on another file system than the folder for temporary files.
    static let hasOtherDevice: Bool = {
        var (one, other) = (stat(), stat())
        return stat(base, &one) == 0 && stat("/dev/shm", &other) == 0 && one.st_dev != other.st_dev
            && access("/dev/shm", W_OK) == 0
    }()

    /// The devices to try, this machine's own ones.
    static let devices: [Device] = hasOtherDevice ? Device.allCases : [.same]

    /// Runs a workflow; what came of it, whether it completed or not.
    @discardableResult
    func execute(_ flow: Workflow, _ change: (inout RunOptions) -> Void = { _ in }) throws -> RunSummary {
        var options = RunOptions.quiet
        options.scratch = scratch
        change(&options)
        do {
            return try flow.execute(options)
        } catch let error as RunError {
            guard let summary = error.summary else { throw error }
            return summary
        }
    }

    /// What the runs have left behind.
    var leftovers: [String] { get throws { try Directory.entries(of: scratch) } }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let path = sources + "/" + name
        if let slash = path.lastIndex(of: "/") { try Directory.make(String(path[..<slash])) }
        try TextFile.write(text, to: path)
        return path
    }

    func text(_ name: String) -> String? { FileContents.text(of: sources + "/" + name) }

    /// The names below a folder that are no folders, with their places.
    static func files(below folder: String) throws -> Set<String> {
        var found: Set<String> = []
        for name in try Directory.entries(of: folder) {
            let path = folder + "/" + name
            if try FileStatus(of: path).kind == .folder {
                found.formUnion(try files(below: path).map { name + "/" + $0 })
            } else {
                found.insert(name)
            }
        }
        return found
    }
}

enum TextFile {
    /// Writes a small file anew: one that is there under the same name keeps its content for whoever has it.
    static func write(_ text: String, to path: String) throws {
        try Directory.remove(path)
        let file = try Descriptor.appending(to: path)
        var text = text
        try text.withUTF8 { try file.writeAll(UnsafeRawBufferPointer($0)) }
    }
}

import Foundation
import Maize
import MaizeSystem

/// Ends its process before the host has said a word.
final class KilledInInit: Node {
    let out = Output<Int>()

    required init() {
        super.init()
        // The instance in the graph must live: only a child of a run has this variable.
        if getenv("MAIZE_RUN") != nil { kill(getpid(), SIGKILL) }
    }

    override func run() throws {}
}

final class KilledInPrepare: Node {
    let out = Output<Int>()

    override func prepare() throws { kill(getpid(), SIGKILL) }
    override func run() throws {}
}

/// Sends one item, then ends its own process in one of many ways.
final class EndingItself: Node {
    enum Way: Codable, Sendable, Hashable {
        case segmentationFault, busError, abort
        case exit(Int32)
        case exitAtOnce(Int32)
    }

    @Parameter var way = Way.exit(0)
    let out = Output<Int>()

    override func run() throws {
        try out.send(1)
        switch way {
        // Real ones: the run-time's handler returns from a signal that was only sent, and the process goes on.
        case .segmentationFault: UnsafeMutablePointer<Int>(bitPattern: 16)?.pointee = 1
        case .busError: try EndingItself.readBeyondEnd()
        case .abort: Foundation.abort()
        case .exit(let status): Foundation.exit(status)
        case .exitAtOnce(let status): _exit(status)
        }
    }
}

extension EndingItself {
    /// Reads a mapped file beyond its end, as happens when somebody truncates it.
    private static func readBeyondEnd() throws {
        let file = try MemoryFile.sealed(name: "empty", contents: [])
        let page = mmap(nil, 4096, PROT_READ, MAP_PRIVATE, file.number, 0)
        guard page != MAP_FAILED, let page else { throw Started.Failure(number: errno) }
        print(page.load(as: UInt8.self))
    }
}

/// Leaves a command behind that is in a session of its own, and ends.
final class Abandoning: Node {
    enum Way: String, Codable, Sendable, CaseIterable { case complete, fail, exit, kill }
    struct Mishap: Error {}

    @Parameter var way = Way.complete
    /// `NAME=value` for the command's environment.
    @Parameter var mark = ""
    let out = Output<Int32>()

    override func run() throws {
        let child = try Started.process(["env", mark, "setsid", "sleep", "600"])
        try out.send(child)
        switch way {
        case .complete: return
        case .fail: throw Mishap()
        case .exit: Foundation.exit(0)
        case .kill: kill(getpid(), SIGKILL)
        }
    }
}

/// Starts a command and tells which descriptors it has.
final class Inspecting: Node {
    let inp = Input<Int>(default: 0)
    let out = Output<[String]>()

    override func run() throws {
        // It stops itself once it runs: before that its loader has files open of its own.
        let child = try Started.process(["sh", "-c", "kill -STOP $$"])
        var status: Int32 = 0
        waitpid(child, &status, WUNTRACED)
        try out.send(FileManager.default.contentsOfDirectory(atPath: "/proc/\(child)/fd").sorted())
        kill(child, SIGKILL)
    }
}

enum Started {
    struct Failure: Error {
        let number: Int32
    }

    /// Starts a command as any library would: nothing closed, nothing set for it.
    static func process(_ words: [String]) throws -> pid_t {
        var process: pid_t = 0
        var pointers = words.map { strdup($0) }
        pointers.append(nil)
        defer { pointers.forEach { free($0) } }
        let number = posix_spawnp(&process, words[0], nil, nil, pointers, environ)
        guard number == 0 else { throw Failure(number: number) }
        return process
    }
}

internal import MaizeSystem

/// A file that a node cannot read or write: which one, and why.
///
///     @Parameter(isPath: true) var path: String
///     let out = Output<String>()
///
///     override func prepare() throws {
///         guard path.hasSuffix(".pdb") else { throw FileFailure(path: path, "is no PDB file; convert it first") }
///     }
public struct FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file.
    public let path: String
    /// What is wrong, and what to do about it.
    public let message: String

    /// Makes an error.
    public init(path: String, _ message: String) {
        self.path = path
        self.message = message
    }

    init(path: String, _ error: SystemError) {
        self.init(path: path, "\(error.reason) (\(error.call))")
    }

    /// The file and what is wrong.
    public var description: String { "file '\(path)': \(message)" }

    /// Refuses what names a descriptor of the process that started the run: in the node's process, which opens it, the
    /// number is nothing, an input that is always empty, or something else altogether.
    static func refuseForeignDescriptor(_ path: String) throws {
        let folders = ["/dev/fd/", "/proc/self/fd/"]
        guard path == "/dev/stdin" || folders.contains(where: path.hasPrefix) else { return }
        throw FileFailure(
            path: path,
            "is open in the process that started the run, not in the node's; give the path of a file, or of a pipe that"
                + " mkfifo made"
        )
    }

    /// Names the file in the system's errors.
    static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as SystemError {
            throw FileFailure(path: path, error)
        }
    }
}

internal import MaizeSystem

/// A file that a node cannot read or write: which one, and why.
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

    /// Names the file in the system's errors.
    static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as SystemError {
            throw FileFailure(path: path, error)
        }
    }
}

import MaizeSystem

/// A shell script in a child of this process, with its standard output in a pipe.
struct ShellChild: ~Copyable {
    let process: ChildProcess
    let output: Descriptor

    /// Starts `script`; descriptors in `kept` are named by their numbers in it.
    init(_ script: String, kept: [Int32] = [], environment: [String] = []) throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        let writer = pipe.takeWriteEnd()
        var request = SpawnRequest(executable: "/bin/sh", arguments: ["sh", "-c", script], environment: environment)
        request.kept = kept
        request.standardOutput = writer.number
        process = try request.start()
        output = reader
    }

    /// What it prints until nobody holds its standard output any more.
    borrowing func printedToTheEnd() throws -> String {
        var text = ""
        while let piece = try printedPiece() { text += piece }
        return text
    }

    /// What one read gives: waits for it; nil at the end.
    borrowing func printedPiece() throws -> String? {
        var room = [UInt8](repeating: 0, count: 4096)
        let count = try room.withUnsafeMutableBytes { try output.read(into: $0) } ?? 0
        return count == 0 ? nil : String(decoding: room[..<count], as: UTF8.self)
    }
}

import Glibc

/// One run of the shell, for tests of what users type.
package struct ShellCommand {
    package struct CannotRun: Error {
        package let command: String
    }

    /// The exit status, or 128 and the signal.
    package let status: Int32
    /// Standard output and error.
    package let output: String

    /// Runs `command` to its end, or for so many seconds.
    package init(_ command: String, seconds: Int = 60) throws {
        let quoted = command.replacing("'", with: #"'\''"#)
        guard let stream = popen("timeout \(seconds) sh -c '\(quoted)' 2>&1", "re") else {
            throw CannotRun(command: command)
        }
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&room, 1, room.count, stream), count > 0 { bytes += room[..<count] }
        let word = pclose(stream)
        status = word & 0x7f == 0 ? (word >> 8) & 0xff : 128 + (word & 0x7f)
        output = String(decoding: bytes, as: UTF8.self)
    }
}

internal import Glibc

/// A system call that failed: its name and the error number it gave.
package struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The call, as in its manual page.
    package let call: String
    /// The value of `errno` right after the call.
    package let number: Int32
    /// The file that the call was about.
    package let path: String?

    package init(_ call: String, _ number: Int32, path: String? = nil) {
        self.call = call
        self.number = number
        self.path = path
    }

    /// What the number means.
    package var reason: String { String(cString: strerror(number)) }

    package var description: String {
        path.map { "\($0): \(reason) (\(call))" } ?? "\(call): \(reason)"
    }
}

/// Runs a call until no signal interrupts it, and turns -1 into an error that names the call.
package func checked<Result: SignedInteger>(
    _ call: String,
    path: String? = nil,
    _ body: () -> Result
) throws(SystemError) -> Result {
    while true {
        let result = body()
        if result != -1 { return result }
        let number = errno
        if number != EINTR { throw SystemError(call, number, path: path) }
    }
}

import Glibc
import Maize

/// Tells its process and answers one item.
final class Echo: Node {
    let inp = Input<Int>()
    let process = Output<Int>()
    let out = Output<Int>()

    override func run() throws {
        try process.send(Int(getpid()))
        try out.send(try inp.receive())
    }
}

/// Sends an item once it may, and waits for the answer.
final class Asking: Node {
    let go = Input<Int>()
    let answer = Input<Int>()
    let out = Output<Int>()
    let result = Output<Int>()

    override func run() throws {
        try out.send(try go.receive())
        try result.send(try answer.receive())
    }
}

/// Stops a process while it waits, has something sent to it then, and lets it go on after so many seconds.
final class Stopping: Node {
    @Parameter var seconds: Double
    let process = Input<Int>()
    let go = Output<Int>()

    override func run() throws {
        let process = pid_t(try process.receive())
        // Long enough for the wait of that process to be published.
        try pause(seconds: 0.1)
        kill(process, SIGSTOP)
        defer { kill(process, SIGCONT) }
        try go.send(7)
        go.close()
        try pause(seconds: seconds)
    }
}

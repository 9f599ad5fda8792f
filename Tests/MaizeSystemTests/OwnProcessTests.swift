import Glibc
import MaizeSystem
import Testing

/// Each in a process of its own: it changes what belongs to the whole process.
@Suite(.timeLimit(.minutes(10))) struct OwnProcessTests {
    @Test func `every descriptor is closed but the kept and the standard ones`() async {
        await #expect(processExitsWith: .success) {
            let isRight = try OwnProcessTests.closesOnlyTheRest()
            #expect(isRight)
        }
    }

    private static func closesOnlyTheRest() throws -> Bool {
        var first = try Pipe()
        var second = try Pipe()
        let kept = [second.takeWriteEnd().release(), first.takeReadEnd().release()]
        let closed = [first.takeWriteEnd().release(), second.takeReadEnd().release()]
        // What the process's other threads work with must stay, or they crash.
        let others = try Directory.entries(of: "/proc/self/fd").compactMap { Int32($0) }
        OwnProcess.closeDescriptors(except: others.filter { !closed.contains($0) })
        return (kept + [0, 1, 2]).allSatisfy { fcntl($0, F_GETFD) >= 0 } && closed.allSatisfy { fcntl($0, F_GETFD) < 0 }
    }

    @Test func `a thread that blocks the signal of broken pipes gets an error in its place`() async {
        await #expect(processExitsWith: .success) {
            signal(SIGPIPE, SIG_DFL)
            OwnProcess.blockBrokenPipesInThread()
            var pipe = try Pipe()
            close(pipe.takeReadEnd().release())
            let writer = pipe.takeWriteEnd()
            let error = #expect(throws: SystemError.self) { _ = try [1].withUnsafeBytes { try writer.write($0) } }
            #expect(error?.isBrokenPipe == true)
        }
    }

    @Test func `signals become bytes while a forwarder lives, then mean what they meant`() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            // Threads of the pool block every signal.
            var every = sigset_t()
            sigfillset(&every)
            pthread_sigmask(SIG_UNBLOCK, &every, nil)
            do {
                let forwarder = try SignalForwarder([SIGTERM, SIGINT])
                let events = forwarder.events.number
                #expect(SignalForwarder.signals(from: events) == [])
                raise(SIGTERM)
                raise(SIGINT)
                #expect(SignalForwarder.signals(from: events) == [SIGTERM, SIGINT])
            }
            raise(SIGTERM)
        }
    }

    @Test func `a limit that was applied is the current one`() async {
        await #expect(processExitsWith: .success) {
            var limit = DescriptorLimit.current
            limit.soft = min(limit.hard, 100)
            #expect(limit.apply())
            #expect(DescriptorLimit.current == limit)
            limit.hard += 1
            limit.soft = limit.hard + 1
            #expect(!limit.apply())
        }
    }

    @Test func `a signal has a name, and some mean a crash`() {
        #expect(Signals.name(SIGSEGV) == "SIGSEGV")
        #expect(Signals.name(63) == "signal 63")
        #expect(Signals.isCrash(SIGILL))
        #expect(!Signals.isCrash(SIGKILL))
        #expect(!Signals.isCrash(SIGTERM))
    }
}

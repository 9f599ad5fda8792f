import Glibc
import MaizeSystem
import Testing

@Suite(.timeLimit(.minutes(10))) struct ChildProcessTests {
    @Test func `an exit gives its status`() throws {
        let child = try ShellChild("exit 7")
        let end = child.process.reap()
        #expect(end == .exited(status: 7))
    }

    @Test func `a deadly signal is told from an exit`() throws {
        let child = try ShellChild("kill -9 $$")
        let end = child.process.reap()
        #expect(end == .signalled(SIGKILL))
    }

    @Test func `a process that was reaped already has an unknown end`() throws {
        let child = try ShellChild("exit 0")
        _ = child.process.reap()
        let again = child.process.reap()
        #expect(again == .unknown)
    }

    @Test func `the end can be waited for with a poll`() throws {
        let child = try ShellChild("read line; echo up; exec sleep 100")
        let before = child.process.reapIfEnded()
        #expect(before == nil)
        #expect(try child.printedPiece() == "up\n")
        child.process.signal(SIGTERM)
        var set = PollSet()
        set.add(child.process.endNumber ?? -1, .readable)
        #expect(try set.wait(milliseconds: nil) == 1)
        let end = child.process.reapIfEnded()
        #expect(end == .signalled(SIGTERM))
    }

    @Test func `a signal to the group reaches what the child started`() throws {
        let child = try ShellChild("sleep 100 & echo up; wait")
        #expect(try child.printedPiece() == "up\n")
        child.process.signalGroup(SIGKILL)
        // Both held the pipe: its end says that both are gone.
        #expect(try child.printedToTheEnd() == "")
        let end = child.process.reap()
        #expect(end == .signalled(SIGKILL))
    }

    @Test func `a signal to the group reaches a child that has moved to another one`() throws {
        let child = try ShellChild("exec perl -e 'setpgrp(0, getpgrp(getppid())); $| = 1; print \"up\\n\"; sleep 100'")
        #expect(try child.printedPiece() == "up\n")
        child.process.signalGroup(SIGKILL)
        let end = child.process.reap()
        #expect(end == .signalled(SIGKILL))
    }
}

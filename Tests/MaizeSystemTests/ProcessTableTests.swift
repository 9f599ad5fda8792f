import Glibc
import MaizeSystem
import TemporaryFiles
import Testing

@Suite(.timeLimit(.minutes(10))) struct ProcessTableTests {
    @Test func `a child is listed as one, and lives until it has ended, reaped or not`() throws {
        let child = try ShellChild("echo up; exec sleep 100")
        _ = try child.printedPiece()
        let identifier = child.process.identifier
        #expect(ProcessTable.childrenOfThisProcess().contains(identifier))
        #expect(ProcessTable.isAlive(identifier))
        child.process.signal(SIGKILL)
        var set = PollSet()
        set.add(child.process.endNumber ?? -1, .readable)
        _ = try set.wait(milliseconds: nil)
        #expect(!ProcessTable.isAlive(identifier))
        _ = child.process.reap()
        #expect(!ProcessTable.childrenOfThisProcess().contains(identifier))
    }

    @Test func `a name with blanks and parentheses does not hide a process's state`() throws {
        let folder = try TemporaryFolder()
        let odd = folder.path + "/a) Z (b"
        let child = try ShellChild("ln -s /bin/sleep '\(odd)'; echo up; exec '\(odd)' 100")
        _ = try child.printedPiece()
        #expect(ProcessTable.isAlive(child.process.identifier))
        child.process.signal(SIGKILL)
        _ = child.process.reap()
    }

    @Test func `processes are found by a whole word of their environment, and killed by it`() throws {
        let word = "MAIZE_UNIT_TEST=\(getpid())-\(UInt32.random(in: .min ... .max))"
        let child = try ShellChild("sleep 100 & echo up; wait", environment: [word])
        let other = try ShellChild("echo up; exec sleep 100", environment: [word + "0"])
        _ = try child.printedPiece()
        _ = try other.printedPiece()
        #expect(ProcessTable.processes(withEnvironmentWord: word).contains(child.process.identifier))
        #expect(!ProcessTable.processes(withEnvironmentWord: word).contains(other.process.identifier))
        ProcessTable.killAll(withEnvironmentWord: word)
        #expect(ProcessTable.processes(withEnvironmentWord: word) == [])
        let end = child.process.reap()
        #expect(end == .signalled(SIGKILL))
        #expect(ProcessTable.isAlive(other.process.identifier))
        other.process.signal(SIGKILL)
        _ = other.process.reap()
    }

    @Test func `all descendants are killed and reaped, orphans in sessions of their own too`() async {
        // In a process of its own: it ends every child there is, those of other tests too.
        await #expect(processExitsWith: .success) {
            OwnProcess.adoptOrphans()
            // The middle shell ends at once and leaves the sleeper behind.
            let child = try ShellChild("(setsid sleep 100 & echo $!) ; exec sleep 100")
            let orphan = try child.printedPiece().flatMap { pid_t($0.dropLast()) }
            ProcessTable.killDescendants()
            #expect(ProcessTable.childrenOfThisProcess() == [])
            #expect(try kill(#require(orphan), 0) == -1)
        }
    }

    @Test func `there is no process with a negative or unused number`() {
        #expect(!ProcessTable.isAlive(-1))
        #expect(!ProcessTable.isAlive(.max))
    }
}

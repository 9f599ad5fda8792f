import Glibc
import MaizeSystem
import Testing

@Suite(.timeLimit(.minutes(10))) struct SpawnTests {
    /// Prints the numbers of the descriptors that the shell holds; that of its look into the folder is gone by then.
    private static let listDescriptors = "for f in /proc/$$/fd/*; do [ -e $f ] && echo ${f##*/}; done"

    @Test func `a child has the standard descriptors and the kept ones, and no other of ours`() throws {
        var first = try Pipe()
        var second = try Pipe()
        let kept = first.takeReadEnd()
        let others = [first.takeWriteEnd().release(), second.takeReadEnd().release(), second.takeWriteEnd().release()]
        defer { others.forEach { close($0) } }
        let child = try ShellChild(SpawnTests.listDescriptors, kept: [kept.number])
        let seen = Set(try child.printedToTheEnd().split(separator: "\n").compactMap { Int32($0) })
        _ = child.process.reap()
        #expect(seen.isSuperset(of: [0, 1, 2, kept.number]))
        #expect(seen.isDisjoint(with: others))
        // What whoever started the tests left open to everybody comes along; nothing else does.
        let strange = seen.subtracting([0, 1, 2, kept.number]).filter { number in
            let flags = fcntl(number, F_GETFD)
            return flags >= 0 && flags & FD_CLOEXEC != 0
        }
        #expect(strange == [])
    }

    @Test func `a kept descriptor is the same file`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        let writer = pipe.takeWriteEnd()
        let child = try ShellChild("echo hello >/proc/self/fd/\(writer.number)", kept: [writer.number])
        _ = child.process.reap()
        #expect(try bytes(of: reader, count: 20) == Array("hello\n".utf8))
        // In this process it still closes on exec.
        let number = writer.number
        #expect(fcntl(number, F_GETFD) & FD_CLOEXEC != 0)
    }

    @Test func `a child leads a process group of its own`() throws {
        let child = try ShellChild("read line </proc/$$/stat; echo $line")
        let fields = try child.printedToTheEnd().split(separator: " ")
        _ = child.process.reap()
        #expect(fields[0] == fields[4])
        #expect(fields[4] != "\(getpgrp())")
    }

    @Test func `a child has default signals and none blocked, whatever is set here`() throws {
        let earlier = signal(SIGUSR1, SIG_IGN)
        defer { _ = signal(SIGUSR1, earlier) }
        var blocked = sigset_t()
        var before = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGUSR2)
        pthread_sigmask(SIG_BLOCK, &blocked, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let child = try ShellChild("while read line; do echo $line; done </proc/$$/status")
        let lines = try child.printedToTheEnd().split(separator: "\n")
        _ = child.process.reap()
        for name in ["SigBlk:", "SigIgn:"] {
            let mask = lines.first { $0.hasPrefix(name) }?.split(separator: " ").last
            // 32 and 33 are the C library's own: it lets no spawned process have them.
            #expect(mask.flatMap { UInt64($0, radix: 16) }.map { $0 & ~(3 << 31) } == 0, "\(name)")
        }
    }

    @Test func `a child has the given words and environment, and nothing to read`() throws {
        let child = try ShellChild("read word; echo \"$GIVEN $HOME $?\"", environment: ["GIVEN=a b"])
        #expect(try child.printedToTheEnd() == "a b  1\n")
        _ = child.process.reap()
    }

    @Test func `a missing executable is an error that names the call`() {
        let request = SpawnRequest(executable: "/no/such/program", arguments: ["x"], environment: [])
        let error = #expect(throws: SystemError.self) { _ = try request.start() }
        #expect(error == SystemError("posix_spawn", ENOENT))
    }

    @Test func `an own executable can be started again`() throws {
        #expect(FileContents.bytes(of: SpawnRequest.ownExecutable)?.starts(with: [0x7F, 0x45, 0x4C, 0x46]) == true)
    }
}

import MaizeSystem
import Testing

@Suite(.timeLimit(.minutes(10))) struct ProgramRunTests {
    private func shell(
        _ script: String,
        within seconds: Double = 60,
        keeping kept: [Int32] = []
    ) throws -> ProgramRun.Outcome {
        var request = SpawnRequest(
            executable: "/bin/sh",
            arguments: ["sh", "-c", script],
            environment: OwnProcess.environment()
        )
        request.kept = kept
        return try ProgramRun.outcome(of: request, within: seconds)
    }

    @Test func `what a program prints is kept by stream, and how it ended`() throws {
        let outcome = try shell("echo out; echo err >&2; exit 3")
        #expect(outcome.end == .exited(status: 3))
        #expect(outcome.output == Array("out\n".utf8) && outcome.errors == Array("err\n".utf8))
    }

    @Test func `more than a pipe holds comes through`() throws {
        let outcome = try shell("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2")
        #expect(outcome.output.count == 300_000 && outcome.errors.count == 300_000)
    }

    @Test func `a program that takes too long is ended, with all that it started`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        let writer = pipe.takeWriteEnd()
        let outcome = try shell("echo begun; sleep 1000 & wait", within: 0.3, keeping: [writer.number])
        #expect(outcome.end == nil && outcome.output == Array("begun\n".utf8))
        _ = consume writer
        // The stream ends with the last process that holds its other end.
        var byte: UInt8 = 0
        #expect(try withUnsafeMutableBytes(of: &byte) { try reader.read(into: $0) } == 0)
    }

    @Test func `what is left in the background does not hold it up`() throws {
        let outcome = try shell("sleep 1000 & echo done")
        #expect(outcome.end == .exited(status: 0) && outcome.output == Array("done\n".utf8))
    }

    @Test func `a program that closes its output may go on`() throws {
        #expect(try shell("exec >&- 2>&-; sleep 0.2; exit 4").end == .exited(status: 4))
    }
}

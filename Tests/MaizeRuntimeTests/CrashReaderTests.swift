import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite struct CrashReaderTests {
    private func words(_ text: String) -> LastWords {
        var reader = CrashReader()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.read(String(line)) }
        return reader.words
    }

    @Test func `without a crash the last five lines are kept`() {
        let words = words((1...9).map { "line \($0)" }.joined(separator: "\n"))
        #expect(words.lines == (5...9).map { "line \($0)" })
        #expect(words.crashMessage == nil && words.crashLocation == nil)
    }

    @Test func `a release build's account gives the signal and the first frame of the user's`() {
        let words = words(
            """
            before
            *** Signal 4: Backtracing from 0x55abe1151ee8... done ***

            *** Program crashed: Illegal instruction at 0x000055abe1151ee8 ***

            Platform: x86_64 Linux (Ubuntu 24.04)

            Thread 0 "flaky" crashed:

            0 [inlined] [system]         0x000055abe1151ee8 Array.subscript.getter in rel at //<compiler-generated>
            1 [system]                   0x000055abe1151ee8 _assertionFailure(_:) + 10 in libswiftCore.so at /b/A.swift:3:1
            2                            0x000055abe1151ee8 specialized Flaky.run() + 184 in rel at /tmp/x/main.swift:2:82
            3 [ra]                       0x000055abe1150000 NodeRunner.runPasses() + 44 in rel at /src/NodeRunner.swift:40:30
            """
        )
        #expect(words.lines == ["before"])
        #expect(words.crashMessage == "Illegal instruction")
        #expect(words.crashLocation == "specialized Flaky.run() at /tmp/x/main.swift:2:82")
    }

    @Test func `a debug build's message wins over the signal, the frame over the library's file`() {
        let words = words(
            """
            Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range
            *** Program crashed: Illegal instruction at 0x00007f09bb56df7f ***
            Thread 0 crashed:
              0                    0x00007f09bb56df7f _assertionFailure(_:_:file:line:flags:) + 383 in libswiftCore.so
              1 [inlined] [system] 0x000055abe1151ee8 closure #1 in x at //<compiler-generated>
              2                    0x000055abe1151ee8 Flaky.run() + 184 in fe at /home/me/fe/fe.swift:12:20
            """
        )
        #expect(words.crashMessage == "Fatal error: Index out of range")
        #expect(words.crashLocation == "Flaky.run() at /home/me/fe/fe.swift:12:20")
        #expect(words.lines == [])
    }

    @Test func `without a backtrace the place in the message is taken, but not the library's`() {
        let own = words("fe/fe.swift:1: Fatal error: boom")
        #expect(own.crashMessage == "Fatal error: boom")
        #expect(own.crashLocation == "fe/fe.swift:1")
        #expect(words("Swift/Integers.swift:1: Fatal error: overflow").crashLocation == nil)
        #expect(words("Fatal error: boom").crashMessage == "Fatal error: boom")
    }

    @Test func `a function's name may hold blanks and the words of the account`() {
        let words = words(
            """
            *** Program crashed: Bad pointer dereference at 0x0000000000000000 ***
            0 0x0000000000001234 closure #1 () -> Swift.Int in static Main.pick(at:) + 8 in a tool at /w/a b/m.swift:7:1
            """
        )
        #expect(words.crashMessage == "Bad pointer dereference")
        #expect(words.crashLocation?.hasSuffix("m.swift:7:1") == true)
        #expect(words.crashLocation?.hasPrefix("closure #1 () -> Swift.Int in static Main.pick(at:)") == true)
    }

    @Test(arguments: [
        "", " ", "0", "0 0x", "0 0x1", "0 0x1 f", "0 0x1 f in", "0 0x1 f in m at", "0 0x1 f in m at /",
        " at /x 0x in ", "0 [system] 0x1 f in m at /x:1", "9 at /a in b", "0 at / 0x1 in ", "1 in x at /y 0x1",
    ])
    func `a damaged account is no crash of the reader`(line: String) {
        let words = words("*** Program crashed: odd\n" + line)
        #expect(words.lines == [])
    }

    @Test func `what the run-time says of its own troubles is none of the node's last words`() {
        let words = words(
            """
            the node's last
            swift-runtime: failed to suspend thread 3720 while processing a crash; backtraces will be missing information

            *** Signal 4: Backtracing from 0x55abe1151ee8... done ***
            """
        )
        #expect(words.lines == ["the node's last"])
    }

    @Test func `lines after a crash are not the node's own`() {
        var reader = CrashReader()
        reader.read("mine")
        #expect(!reader.isInCrash)
        reader.read("*** Signal 11: Backtracing from 0x1... done ***")
        reader.read("theirs")
        #expect(reader.isInCrash)
        #expect(reader.words.lines == ["mine"])
    }
}

import MaizeSystem
import Testing

@testable import MaizeTool

/// What `doctor` makes of a machine.
@Suite struct DoctorFindingTests {
    private var good: MachineFacts {
        var facts = MachineFacts()
        facts.system = "Linux 6.1 x86_64"
        facts.processors = 2
        facts.limits = MachineLimits(descriptors: 4096, processes: 1000, memory: 1 << 30)
        facts.softDescriptors = 1024
        facts.tellsOfCrashes = true
        facts.scratchFolder = "/tmp"
        facts.scratch = .usable(space(10 << 30))
        facts.trial = .completed(seconds: 0.0514)
        facts.toolchain = ToolchainVersion("Swift Package Manager - Swift 6.3.1\n")
        for program in OptionalProgram.all { facts.programs[program.name] = "/usr/bin/" + program.name }
        return facts
    }

    private func space(_ free: Int, files: Int? = nil) -> FileSystemFacts {
        FileSystemFacts(free: free, total: 100 << 30, freeFiles: files, linksFiles: true, sharesBlocks: false)
    }

    private func worst(_ facts: MachineFacts) -> [String] {
        facts.findings.filter { $0.level != .ok }.map { "\($0.level) \($0.topic)" }
    }

    @Test func `a good machine has nothing but good findings, in a fixed order`() {
        #expect(worst(good) == [])
        #expect(
            good.findings.prefix(8).map(\.topic)
                == ["version", "Swift", "descriptors", "processes", "pipes", "memory", "scratch", "crashes"]
        )
        #expect(good.findings.contains(.ok("descriptors", "4096 for a process (1024 at first): some 2028 nodes")))
        #expect(good.findings.contains(.ok("a run", "of two nodes took 51 ms")))
    }

    @Test func `what is short is a warning, what stops every run a problem`() {
        var facts = good
        facts.limits = MachineLimits(descriptors: 100, processes: 50, memory: 1 << 20)
        facts.pipes = PipeQuota(softPages: 1600, hardPages: nil, largest: nil)
        facts.tellsOfCrashes = false
        facts.scratch = .usable(space(1 << 20))
        #expect(
            worst(facts) == [
                "warning descriptors", "warning processes", "warning pipes", "warning memory", "warning scratch",
                "warning crashes",
            ]
        )
        facts = good
        facts.limits = MachineLimits(descriptors: 30, processes: 1)
        facts.scratch = .unusable("Permission denied")
        facts.trial = .failed("no\nway")
        #expect(
            worst(facts) == ["problem descriptors", "problem processes", "problem scratch", "problem a run"]
        )
        #expect(facts.findings.filter { $0.level == .problem }.allSatisfy { $0.advice != nil })
    }

    @Test func `a file system that is out of files is full`() {
        var facts = good
        facts.scratch = .usable(space(10 << 30, files: 12))
        #expect(worst(facts) == ["warning scratch"])
    }

    @Test func `what only some nodes need is absent, not wrong`() {
        var facts = good
        facts.programs = [:]
        #expect(Set(facts.findings.map(\.level)) == [.ok, .absent])
        #expect(facts.findings.filter { $0.level == .absent }.allSatisfy { $0.advice != nil })
    }

    @Test func `a toolchain has to be new enough, and to tell its version`() {
        var facts = good
        #expect(
            facts.findings.contains(
                .ok("swift", "/usr/bin/swift, version 6.3.1, builds packages with nodes of your own")
            )
        )
        facts.toolchain = ToolchainVersion("Apple Swift version 5.10 (swiftlang-5.10.0.13)")
        #expect(worst(facts) == ["warning swift"])
        #expect(
            facts.findings.first { $0.topic == "swift" }?.message.contains("version 5.10; packages need 6.3") == true
        )
        facts.toolchain = ToolchainVersion("no idea")
        #expect(facts.toolchain == nil && worst(facts) == ["warning swift"])
        #expect(!(ToolchainVersion("Swift version 6.10")! < .needed))
    }

    @Test func `a line has the level, the topic, the message, and the advice below`() {
        #expect(
            DoctorFinding.lines([.ok("a", "fine"), .warning("long", "not fine", "mend it")]) == [
                "ok       a     fine", "warning  long  not fine", "               mend it",
            ]
        )
    }
}

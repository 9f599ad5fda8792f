import MaizeSystem
import Testing

/// What is known of the machine before a run.
@Suite struct MachineFactsTests {
    @Test func `memory is read in bytes`() throws {
        let info = try #require(MemoryInfo("MemTotal:       1000 kB\nMemFree: 5 kB\nMemAvailable:    400 kB\n"))
        #expect(info.total == 1_024_000 && info.available == 409_600)
        #expect(MemoryInfo("MemTotal: 7 kB\n") == nil)
        #expect(MemoryInfo("") == nil)
    }

    @Test func `a quota of nothing is no quota`() {
        let quota = PipeQuota(softPages: 0, hardPages: 0, largest: 1 << 20)
        #expect(quota.softPages == nil && quota.hardPages == nil && quota.fullPipes == nil)
        #expect(PipeQuota(softPages: 16384, hardPages: nil, largest: nil).fullPipes == 1024)
    }

    @Test func `this machine tells something`() throws {
        #expect(MachineLimits.current.descriptors > 0)
        #expect(ProcessLimits.processors > 0)
        let memory = try #require(MemoryInfo.current)
        #expect(memory.available > 0 && memory.available <= memory.total)
    }

    @Test func `trying a file system leaves nothing behind`() throws {
        let folder = try Directory.makeUnique(prefix: Directory.temporary + "/facts-")
        defer { _ = Result { try Directory.remove(folder) } }  // the test is over whether or not this works
        let facts = try FileSystemFacts(of: folder)
        #expect(facts.free > 0 && facts.free <= facts.total)
        #expect(try Directory.entries(of: folder) == [])
        #expect(throws: SystemError.self) { try FileSystemFacts(of: folder + "/none") }
    }
}

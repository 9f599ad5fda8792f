import MaizeSystem
import Testing

/// What control groups allow, from the files in which the kernel tells it.
@Suite struct ControlGroupTests {
    private func group(_ membership: String, _ files: [String: String]) -> ControlGroup {
        ControlGroup(membership) { files[$0] }
    }

    @Test func `the narrowest limit of a group and those around it counts, with what is used of it`() {
        let group = group(
            "0::/user.slice/job\n",
            [
                "user.slice/job/memory.max": "max\n", "user.slice/job/memory.current": "5\n",
                "user.slice/memory.max": "2000\n", "user.slice/memory.current": "700\n",
                "user.slice/job/pids.max": "90\n", "user.slice/job/pids.current": "12\n",
                "user.slice/pids.max": "100\n", "user.slice/cpu.max": "150000 100000\n",
            ]
        )
        #expect(group.memory == 2000 && group.memoryUsed == 700)
        #expect(group.processes == 90 && group.processesUsed == 12)
        #expect(group.processors == 1.5)
    }

    @Test func `the first version has a folder for each controller`() {
        let group = group(
            "8:pids:/\n4:memory:/job/1\n2:cpu,cpuacct:/job\n0::/\n",
            [
                "memory/job/1/memory.limit_in_bytes": "9223372036854771712\n",
                "memory/job/memory.limit_in_bytes": "4096\n", "memory/job/memory.usage_in_bytes": "96\n",
                "pids/pids.max": "max\n", "cpu/job/cpu.cfs_quota_us": "-1\n", "cpu/job/cpu.cfs_period_us": "100000\n",
            ]
        )
        #expect(group.memory == 4096 && group.memoryUsed == 96)
        #expect(group.processes == nil && group.processors == nil)
    }

    @Test(arguments: ["", "nonsense", "::", "0::/\n0::/x", "1:memory"])
    func `what cannot be read limits nothing`(membership: String) {
        #expect(group(membership, [:]) == ControlGroup())
    }
}

import ChannelConformance
import MaizeCore
import Testing

@Suite(.timeLimit(.minutes(10))) struct MemoryChannelTests {
    @Test(arguments: ChannelRule.all)
    func `a channel in memory keeps the contract`(rule: ChannelRule) throws {
        try rule.check(MemoryPair.make)
    }

    @Test(arguments: ChannelRule.onDemand)
    func `a channel in memory on demand keeps the contract`(rule: ChannelRule) throws {
        try rule.check(MemoryPair.makeOnDemand)
    }

    @Test(arguments: FileRule.all, FileMode.allCases)
    func `files travel through memory as the contract has it`(rule: FileRule, mode: FileMode) throws {
        try rule.check(mode, MemoryPair.make)
    }
}

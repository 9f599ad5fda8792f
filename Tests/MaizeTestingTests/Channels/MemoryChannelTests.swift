import ChannelConformance
import Testing

@Suite(.timeLimit(.minutes(10))) struct MemoryChannelTests {
    @Test(arguments: ChannelRule.all)
    func `a channel in memory keeps the contract`(rule: ChannelRule) throws {
        try rule.check(MemoryPair.make)
    }
}

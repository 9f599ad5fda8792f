import ChannelConformance
import MaizeCore
import Testing

@Suite(.timeLimit(.minutes(10))) struct PipeChannelTests {
    @Test(arguments: ChannelRule.all)
    func `a channel of pipes keeps the contract`(rule: ChannelRule) throws {
        try rule.check(PipePair.make)
    }

    @Test(arguments: ChannelRule.onDemand)
    func `a channel of pipes on demand keeps the contract`(rule: ChannelRule) throws {
        try rule.check(PipePair.makeOnDemand)
    }

    @Test(arguments: FileRule.all, FileMode.allCases)
    func `files travel beside pipes as the contract has it`(rule: FileRule, mode: FileMode) throws {
        try rule.check(mode, PipePair.make)
    }
}

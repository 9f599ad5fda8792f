import ChannelConformance
import Testing

@Suite(.timeLimit(.minutes(10))) struct PipeChannelTests {
    @Test(arguments: ChannelRule.all)
    func `a channel of pipes keeps the contract`(rule: ChannelRule) throws {
        try rule.check(PipePair.make)
    }
}

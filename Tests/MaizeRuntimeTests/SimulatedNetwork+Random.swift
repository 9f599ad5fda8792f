@testable import MaizeRuntime
import SeededRandom

extension SimulatedNetwork {
    /// A small network with random channels and scripts, many of which get stuck in one way or another.
    static func random(using generator: inout SeededGenerator) -> SimulatedNetwork {
        let nodeCount = Int.random(in: 2...(generator.once(in: 3) ? 12 : 6), using: &generator)
        let hasSmallPipes = Bool.random(using: &generator)
        let hasDemand = Bool.random(using: &generator)
        let channels = (0..<Int.random(in: nodeCount...(2 * nodeCount), using: &generator)).map { _ in
            SimulatedChannel(
                sender: .random(in: 0..<nodeCount, using: &generator),
                receiver: .random(in: 0..<nodeCount, using: &generator),
                capacity: .random(in: 1...4, using: &generator),
                pipeLimit: hasSmallPipes ? .random(in: 1...2, using: &generator) : 100,
                heldLimit: hasSmallPipes ? .random(in: 1...2, using: &generator) : 100,
                isOnDemand: hasDemand && generator.once(in: 2)
            )
        }
        let hasDeadlines = generator.once(in: 3)
        let closesOften = generator.once(in: 4)
        let nodes = (0..<nodeCount).map { node in
            let inputs = channels.indices.filter { channels[$0].receiver == node }
            let outputs = channels.indices.filter { channels[$0].sender == node }
            let script = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                SimulatedNode.Action.random(
                    inputs: inputs,
                    outputs: outputs,
                    isPure: !(hasDeadlines && generator.once(in: 6)),
                    closes: closesOften && generator.once(in: 4),
                    using: &generator
                )
            }
            return SimulatedNode(script: script, passes: .random(in: 1...8, using: &generator))
        }
        return SimulatedNetwork(nodes: nodes, channels: channels, deadlinesPass: .random(using: &generator))
    }
}

extension SimulatedNode.Action {
    /// An action that a node with these channels can take.
    static func random(
        inputs: [Int],
        outputs: [Int],
        isPure: Bool,
        closes: Bool,
        using generator: inout SeededGenerator
    ) -> SimulatedNode.Action {
        let oneInput = inputs.randomElement(using: &generator).map { [$0] } ?? []
        let oneOutput = outputs.randomElement(using: &generator).map { [$0] } ?? []
        if closes, let channel = (inputs + outputs).randomElement(using: &generator) { return .close(channel) }
        return switch Int.random(in: 0..<100, using: &generator) {
        case 0..<40: .transfer(inputs: oneInput, outputs: [], isPure: isPure)
        case 40..<80: .transfer(inputs: [], outputs: oneOutput, isPure: isPure)
        case 80..<86: .transfer(inputs: inputs, outputs: [], isPure: isPure)
        case 86..<90: .transfer(inputs: [], outputs: outputs, isPure: isPure)
        case 90..<94: .transfer(inputs: oneInput, outputs: oneOutput, isPure: isPure)
        default: .compute
        }
    }
}

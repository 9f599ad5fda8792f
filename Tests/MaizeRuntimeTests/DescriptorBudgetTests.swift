import MaizeCore
import Testing

@testable import MaizeRuntime
import SeededRandom

final class BudgetNode: Node {
    let inp = MultiInput<Int>(optional: true)
    let out = MultiOutput<Int>(optional: true)
    override func run() throws {}
}

@Suite struct DescriptorBudgetTests {
    /// What starting a run opens and closes in the coordinator, step by step, as one counts it by hand.
    private func simulatedPeak(_ plan: RunPlan) -> Int {
        var open: Set<String> = []
        var peak = 0
        func add(_ names: String...) {
            open.formUnion(names)
            peak = max(peak, open.count)
        }
        for (index, node) in plan.nodes.enumerated() where node.isActive { add("read \(index)", "write \(index)") }
        for (index, node) in plan.nodes.enumerated() where node.isActive { open.remove("read \(index)") }
        for (index, node) in plan.nodes.enumerated() {
            for channel in node.inputs + node.outputs {
                let sides = [plan.channels[channel].sender, plan.channels[channel].receiver]
                guard sides.allSatisfy({ $0 >= index }) else { continue }
                add("dr \(channel)", "dw \(channel)", "cr \(channel)", "cw \(channel)")
            }
            if node.isActive {
                add("control \(index)", "peer \(index)", "launch \(index)", "end \(index)")
                for name in ["peer \(index)", "launch \(index)", "write \(index)"] { open.remove(name) }
            }
            for channel in node.inputs { for end in ["dr", "cw"] { open.remove("\(end) \(channel)") } }
            for channel in node.outputs { for end in ["dw", "cr"] { open.remove("\(end) \(channel)") } }
        }
        return peak
    }

    private func expectRoom(_ flow: Workflow, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let plan = try RunPlan(flow)
        let budget = DescriptorBudget(plan)
        let peak = simulatedPeak(plan)
        #expect(budget.coordinator >= peak, sourceLocation: sourceLocation)
        // Not so much that a run is refused for nothing.
        #expect(budget.coordinator <= peak + 32, sourceLocation: sourceLocation)
        let widest = plan.nodes.map { 2 * ($0.inputs.count + $0.outputs.count) }.max() ?? 0
        #expect((widest + 10...widest + 40).contains(budget.largestNode), sourceLocation: sourceLocation)
        #expect(budget.logger >= plan.nodes.filter(\.isActive).count + 6, sourceLocation: sourceLocation)
    }

    private func flow(_ count: Int, active: (Int) -> Bool = { _ in true }) throws -> (Workflow, [BudgetNode]) {
        let flow = Workflow("budget")
        let nodes = try (0..<count).map { index in
            try flow.add(BudgetNode.self, name: "n\(index)", options: NodeOptions(active: active(index)))
        }
        return (flow, nodes)
    }

    @Test(arguments: [1, 2, 3, 10, 300])
    func `a chain`(count: Int) throws {
        let (flow, nodes) = try flow(count)
        for (from, to) in zip(nodes, nodes.dropFirst()) { try flow.connect(from.out, to: to.inp) }
        try expectRoom(flow)
    }

    @Test(arguments: [true, false])
    func `a star, its centre first or last`(centreIsFirst: Bool) throws {
        let (flow, nodes) = try flow(200)
        let centre = nodes[centreIsFirst ? 0 : 199]
        for node in nodes where node !== centre { try flow.connect(node.out, to: centre.inp) }
        try expectRoom(flow)
    }

    @Test func `many channels between two nodes, and loops on one`() throws {
        let (flow, nodes) = try flow(3)
        for _ in 0..<100 { try flow.connect(nodes[0].out, to: nodes[2].inp) }
        for _ in 0..<10 { try flow.connect(nodes[1].out, to: nodes[1].inp) }
        try expectRoom(flow)
    }

    @Test func `nodes that are not active have no process`() throws {
        let (flow, nodes) = try flow(50) { $0 % 2 == 0 }
        for (from, to) in zip(nodes, nodes.dropFirst()) { try flow.connect(from.out, to: to.inp) }
        try expectRoom(flow)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `random graphs`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (flow, nodes) = try flow(Int.random(in: 1...40, using: &random)) { $0 % 7 != 3 }
        for _ in 0..<Int.random(in: 0...120, using: &random) {
            let from = nodes[Int.random(in: nodes.indices, using: &random)]
            try flow.connect(from.out, to: nodes[Int.random(in: nodes.indices, using: &random)].inp)
        }
        try expectRoom(flow)
    }
}

import MaizeCore
import MaizeRuntime
import MaizeSteps
import MaizeSystem
import Testing

@testable import MaizeCommands

/// What a run needs beside what the machine gives.
@Suite struct MachineFitTests {
    private func fit(_ limits: MachineLimits) throws -> MachineFit {
        let flow = Workflow("flow")
        let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(load.out, to: result.inp)
        return MachineFit(RunNeeds(try RunPlan(flow)), limits)
    }

    @Test func `a run that fits has no problems`() throws {
        let fit = try fit(MachineLimits(descriptors: 1024, processes: 100, memory: 1 << 30, pipes: 1000))
        #expect(!fit.isImpossible)
        #expect(fit.rows.map(\.what) == ["descriptors", "processes", "pipes", "memory"])
        #expect(fit.rows.map(\.needed).dropFirst() == [4, 5, 8 << 20])
        #expect(fit.rows.allSatisfy { $0.problem == nil })
    }

    @Test func `too few descriptors or processes make it impossible`() throws {
        let fewDescriptors = try fit(MachineLimits(descriptors: 10))
        #expect(fewDescriptors.isImpossible)
        #expect(fewDescriptors.rows[0].problem?.contains("ulimit -Hn") == true)
        #expect(try fit(MachineLimits(descriptors: 1024, processes: 3)).isImpossible)
    }

    @Test func `little memory and small pipes are told only`() throws {
        let fit = try fit(MachineLimits(descriptors: 1024, memory: 1 << 20, pipes: 2))
        #expect(!fit.isImpossible)
        #expect(fit.rows.filter { $0.problem != nil }.map(\.what) == ["pipes", "memory"])
    }
}

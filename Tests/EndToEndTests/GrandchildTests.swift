import Foundation
import Maize
import MaizeRuntime
import MaizeSystem
import Testing

extension Faults {
    @Suite struct GrandchildTests {
        @Test(arguments: Abandoning.Way.allCases)
        func `a command that left its session does not outlive its node, however that ends`(
            way: Abandoning.Way
        ) throws {
            let mark = "TEST_MARK=\(Unique.tag())-\(getpid())"
            let flow = Workflow("abandoned")
            let node = try flow.add(Abandoning.self) {
                $0.way = way
                $0.mark = mark
            }
            let result = try flow.add(Return<Int32>.self)
            try flow.connect(node.out, to: result.inp)
            let ended = Result { try flow.execute(.quiet) }
            switch ended {
            case .success: #expect(way == .complete || way == .exit)
            case .failure(let error):
                #expect(way == .fail || way == .kill)
                // The folder of a run that failed is kept; nobody will look into this one.
                if let folder = (error as? RunError)?.summary?.scratch { try Directory.remove(folder) }
            }
            // The end of a run that fails is not held up by items that are on their way.
            let child = result.value
            #expect(child != nil || way == .fail || way == .kill)
            #expect(ProcessTable.processes(withEnvironmentWord: mark).isEmpty)
            if let child { #expect(!ProcessTable.isAlive(child)) }
        }

        @Test func `a command has the three standard descriptors only`() throws {
            let flow = Workflow("inspected")
            let source = try flow.add(Counting.self) { $0.count = 1 }
            let node = try flow.add(Inspecting.self)
            let result = try flow.add(Return<[String]>.self)
            try flow.connect(source.out, to: node.inp)
            try flow.connect(node.out, to: result.inp)
            try flow.execute(.quiet)
            #expect(result.value == ["0", "1", "2"])
        }
    }
}

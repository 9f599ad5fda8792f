import Foundation
import Maize
import MaizeRuntime
import MaizeWire
import Testing

extension Faults {
    @Suite struct SelfEndedNodeTests {
        /// Runs a node that ends its process that way, before one that totals.
        private func run(_ way: EndingItself.Way) throws -> RunSummary {
            let run = BackgroundRun { flow in
                // Nodes start in this order: the reader is there before anything ends the run.
                let total = try flow.add(Totalling.self)
                let victim = try flow.add(EndingItself.self, name: "victim") { $0.way = way }
                try flow.connect(victim.out, to: total.inp)
            }
            return try run.summary()
        }

        @Test(
            arguments: [(.segmentationFault, "SIGSEGV"), (.abort, "SIGABRT"), (.busError, "SIGBUS")]
                as [(EndingItself.Way, String)]
        )
        func `a crash is told by its signal, and the reader of its stream is stopped`(
            way: EndingItself.Way,
            name: String
        ) throws {
            let summary = try run(way)
            guard case .failed(let error) = summary["victim"]?.outcome else {
                Issue.record("\(String(describing: summary["victim"]))")
                return
            }
            #expect(error.kind == "signal")
            #expect(error.message.contains(name))
            #expect(summary["totalling"]?.outcome.word == "stopped")
            #expect(summary.exitCode == 1)
        }

        @Test func `exit with a status is a failure that tells the status`() throws {
            for way in [EndingItself.Way.exit(77), .exitAtOnce(77)] {
                let summary = try run(way)
                guard case .failed(let error) = summary["victim"]?.outcome else {
                    Issue.record("\(String(describing: summary["victim"]))")
                    continue
                }
                #expect(error.message.contains("77"))
                #expect(summary["totalling"]?.outcome.word == "stopped")
                #expect(summary.exitCode == 1)
            }
        }

        @Test func `exit with status 0 is a stop`() throws {
            let summary = try run(.exit(0))
            #expect(summary["victim"]?.outcome.word == "stopped")
            #expect(summary.exitCode == 0)
            // The host still closed the stream in good order.
            #expect(summary["totalling"]?.outcome.word == "completed")
        }

        @Test func `an end that closes no stream is a failure, whatever its status`() throws {
            let summary = try run(.exitAtOnce(0))
            #expect(summary["victim"]?.outcome.word == "failed")
            #expect(summary["totalling"]?.outcome.word == "stopped")
            #expect(summary.exitCode == 1)
        }
    }
}

import Foundation
import MaizeSystem
import Testing

extension Faults {
    @Suite struct CrashReportTests {
        /// The programs beside the test runner and, where `MAIZE_RELEASE_PROGRAMS` names their folder, those of a release
        /// build: `swift build -c release --product FaultyNodes`.
        private static let folders = [Program.folder] + [Program.releaseFolder].compactMap(\.self)

        /// The lines of the report: from the first that starts with `error:` to the end.
        private func report(of finished: Program.Finished) -> [String] {
            let lines = finished.errors.split(separator: "\n").map(String.init)
            return Array(lines.drop { !$0.hasPrefix("error: ") })
        }

        private let lastWords = (3...7).map { "words before the end \($0)" }

        @Test(arguments: folders)
        func `a crash is the last thing on the screen, with its place and the node's last words`(
            folder: String
        ) throws {
            let finished = try Program(folder + "/FaultyNodes", fault: "crash").wait()
            #expect(finished.end == .exited(status: 1))
            let report = report(of: finished)
            #expect((1...12).contains(report.count))
            // An optimised array has no words for it, only a trap.
            let message = /error: node 'crashing' failed: (Fatal error: Index out of range|Illegal instruction)/
            #expect(report.first?.prefixMatch(of: message) != nil, "\(report)")
            #expect(report.first?.contains("SIG") == true)
            let place = report.first { $0.hasPrefix("  in ") } ?? ""
            #expect(place.contains("Crashing"), "\(report)")
            #expect(place.contains(/StubbornNodes\.swift:\d+/), "\(report)")
            let words = report.filter { $0.contains("words before the end") }
            #expect(words.map { $0.drop { $0 == " " } } == lastWords.map { Substring($0) })
            // The whole backtrace is for whoever asks for it.
            #expect(!finished.errors.contains("libswiftCore"))
            #expect(!finished.errors.contains("Program crashed"))
        }

        @Test(arguments: folders)
        func `the whole backtrace is logged at debug level, before the report`(folder: String) throws {
            let finished = try Program(folder + "/FaultyNodes", fault: "crash", ["--debug"]).wait()
            let backtrace = try #require(finished.errors.firstRange(of: "StubbornNodes.swift"))
            let report = try #require(finished.errors.firstRange(of: "error: node 'crashing'"))
            #expect(backtrace.lowerBound < report.lowerBound)
            #expect(finished.errors.contains("Crashing.run()"))
            #expect((1...12).contains(self.report(of: finished).count))
        }

        @Test func `a thrown error is the last thing on the screen, with the node's last words`() throws {
            let finished = try Program(fault: "throw").wait()
            #expect(finished.end == .exited(status: 1))
            let report = report(of: finished)
            #expect((1...12).contains(report.count))
            #expect(report.first == "error: node 'throwing' failed: the mixture has curdled")
            #expect(report.filter { $0.contains("words before the end") }.count == 5)
            #expect(!report.contains { $0.contains("words before the end 2") })
        }
    }
}

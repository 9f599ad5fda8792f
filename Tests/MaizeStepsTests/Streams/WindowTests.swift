import Maize
import MaizeTesting
import Testing

@testable import MaizeSteps

@Suite(.timeLimit(.minutes(10))) struct WindowTests {
    private func window(_ count: Int, _ step: Int?, partial: Bool = false) -> NodeRig<Window<Int>> {
        NodeRig(Window<Int>.self) {
            $0.count = count
            $0.step = step
            $0.partial = partial
        }
    }

    @Test(
        arguments: [
            (2, nil, [[1, 2], [3, 4]], [[5]]), (3, 1, [[1, 2, 3], [2, 3, 4], [3, 4, 5]], [[4, 5], [5]]),
            (1, 2, [[1], [3], [5]], []), (2, 3, [[1, 2], [4, 5]], []), (2, 4, [[1, 2]], [[5]]),
            (3, 2, [[1, 2, 3], [3, 4, 5]], [[5]]), (9, nil, [], [[1, 2, 3, 4, 5]]), (1, 9, [[1]], []),
            (5, 5, [[1, 2, 3, 4, 5]], []),
        ] as [(Int, Int?, [[Int]], [[Int]])]
    )
    func `windows move on by a step`(count: Int, step: Int?, whole: [[Int]], cut: [[Int]]) throws {
        #expect(try window(count, step).feed(\.inp, 1...5).run().items(of: \.out) == whole)
        #expect(try window(count, step, partial: true).feed(\.inp, 1...5).run().items(of: \.out) == whole + cut)
    }

    @Test func `an empty stream has no window`() throws {
        #expect(try window(2, nil, partial: true).feed(\.inp, []).run().items(of: \.out) == [])
    }

    @Test func `what a broken stream has cut short is not sent`() throws {
        let result = try window(2, nil, partial: true).feed(\.inp, 1...3, then: .broken).run()
        #expect(result.items(of: \.out) == [[1, 2]] && result.end(of: \.out) == .broken)
    }

    @Test func `a receiver that goes away stops it`() throws {
        #expect(try window(1, nil).feed(\.inp, 1...9).take(2, of: \.out).run().outcome.word == "stopped")
    }

    @Test func `sizes out of range are found before the run`() throws {
        #expect(window(0, nil).feed(\.inp, []).problem?.contains("is at least 1") == true)
        #expect(window(1, 0).feed(\.inp, []).problem?.contains("is at least 1") == true)
    }

    @Test func `files can be in several windows`() throws {
        let files = try TestRun()
        let given = try ["a", "b", "c"].map { File(try files.write($0, to: $0)) }
        let rig = NodeRig(Window<File>.self) {
            $0.count = 2
            $0.step = 1
        }
        let result = try rig.feed(\.inp, given).run()
        #expect(result.items(of: \.out).map { $0.map(\.name) } == [["a", "b"], ["b", "c"]])
        for file in result.items(of: \.out).joined() { #expect(FileContentsOf.text(file) == file.name) }
    }

    // MARK: Time

    @Test(arguments: [
        (1.0, 1.0, false, [["a", "b"], ["c"], ["e"]]), (1, 1, true, [["a", "b"], ["c"], [], ["e"]]),
        (2, 1, false, [["a", "b", "c"], ["c"], ["e"], ["e"]]), (0.5, 1, false, [["a"], ["c"], ["e"]]),
    ])
    func `items are in the windows in whose time they came`(
        length: Double,
        step: Double,
        keepsEmpty: Bool,
        expected: [[String]]
    ) {
        var windows = TimeWindows<String>(length: length, step: step, keepsEmpty: keepsEmpty)
        var found: [[String]] = []
        for (time, item) in [(0, "a"), (0.75, "b"), (1.25, "c"), (3.125, "e")] {
            while let window = windows.next(at: time) { found.append(window) }
            windows.add(item, at: time)
        }
        while let window = windows.rest() { found.append(window) }
        #expect(found == expected)
    }

    @Test func `after a long time without items nothing is to be caught up`() {
        var windows = TimeWindows<String>(length: 0.01, step: 0.001, keepsEmpty: false)
        #expect(windows.isIdle)
        windows.add("a", at: 0)
        var count = 0
        while windows.next(at: 1e9) != nil { count += 1 }
        #expect(count == 1)
        windows.add("b", at: 1e9)
        #expect(windows.rest() == ["b"])
    }

    private func timed(_ change: @escaping (TimeWindow<Int>) -> Void = { _ in }) -> NodeRig<TimeWindow<Int>> {
        NodeRig(TimeWindow<Int>.self) {
            $0.seconds = 1000
            change($0)
        }
    }

    @Test func `the end of the stream ends the window at hand`() throws {
        #expect(try timed().feed(\.inp, 1...3).run().items(of: \.out) == [[1, 2, 3]])
        #expect(try timed { $0.empty = true }.feed(\.inp, []).run().items(of: \.out) == [])
    }

    @Test func `time ends a window, and while nothing comes no time is counted`() throws {
        let result = try timed { $0.seconds = 0.01 }.feed(\.inp, [7], then: .open).runToEnd()
        #expect(result.items(of: \.out) == [[7]])
        #expect(result.run.deadlock.count == 1)
    }

    @Test func `empty windows are sent when they are wanted`() throws {
        let rig = timed {
            $0.seconds = 0.001
            $0.empty = true
        }
        #expect(try rig.feed(\.inp, [7], then: .open).take(3, of: \.out).run().items(of: \.out) == [[7], [], []])
    }

    @Test func `the window at hand of a broken stream is not sent`() throws {
        let result = try timed().feed(\.inp, 1...3, then: .broken).run()
        #expect(result.items(of: \.out) == [] && result.end(of: \.out) == .broken)
    }

    @Test func `spans of time out of range are found before the run`() throws {
        for span in [0, -1, .nan, .infinity] {
            for rig in [timed { $0.seconds = span }, timed { $0.stepSeconds = span }] {
                #expect(rig.feed(\.inp, []).problem?.contains("is at least 0.001, and finite") == true)
            }
        }
    }
}

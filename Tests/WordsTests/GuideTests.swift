import Foundation
import MaizeCommands
import MaizeTesting
import Testing
import XCTest

@testable import Words

final class Titled: Node {
    let title = Input<String>(default: "untitled")
    let parts = MultiInput<String>()
    let out = Output<String>()

    override func run() throws {
        let title = try title.receive()
        while let (place, part) = try parts.receiveAny() { try out.send("\(title) \(place): \(part)") }
    }
}

@Test func `parts get their title`() throws {
    let rig = NodeRig(Titled.self).feed(\.parts, channels: [["a", "b"], []])
    #expect(try rig.run().items(of: \.out) == ["untitled 0: a", "untitled 0: b"])

    let named = try rig.feed(\.title, ["Words"]).run()
    #expect(named.items(of: \.out) == ["Words 0: a", "Words 0: b"])
    #expect(named.outcome == .completed)
}

final class Totals: Node {
    let inp = Input<File>()
    let out = Output<File>()

    override func run() throws {
        while let file = try inp.next() {
            let words = try String(contentsOfFile: file.path, encoding: .utf8).split(separator: " ")
            let total = File(workDirectory + "/total.txt")
            try "\(words.count)".write(toFile: total.path, atomically: true, encoding: .utf8)
            try out.send(total)
        }
    }
}

@Test func `the words of a file are counted`() throws {
    let path = NSTemporaryDirectory() + "text-\(UUID()).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "to be or not".write(toFile: path, atomically: true, encoding: .utf8)

    let result = try NodeRig(Totals.self).feed(\.inp, [File(path)]).run()
    let total = try #require(result.items(of: \.out).first)
    #expect(try String(contentsOfFile: total.path, encoding: .utf8) == "4")
    #expect(result.folder != nil)
}

@Test func `an empty line is refused`() throws {
    let rig = NodeRig(CountWords.self).feed(\.inp, ["to be", "", "or not"])
    #expect(throws: EmptyLine.self) { try rig.run() }

    let result = try rig.runToEnd()
    #expect(result.items(of: \.out) == [2])
    #expect(result.unread(of: \.inp) == 1)
    #expect(result.end(of: \.out) == .broken(by: "countwords"))
}

final class Counting: Graph {
    let text = Input<[String]>()
    let out = Output<Int>()

    override func build() throws {
        let scatter = try add(Scatter<String>.self)
        let count = try add(CountWords.self)
        try connect(scatter.out, to: count.inp)
        try expose(scatter.inp, as: text)
        try expose(count.out, as: out)
    }
}

@Test func `a text is counted line by line`() throws {
    let result = try NodeRig(Counting.self).feed(\.text, [["to be", "or not"]]).run()
    #expect(result.items(of: \.out) == [2, 2])
    #expect(result.run["counting/countwords"]?.received == 2)
}

@Test func `a node that waits for ever fails its test`() throws {
    let error = #expect(throws: NodeRigError.self) {
        try NodeRig(CountWords.self).feed(\.inp, ["to be"], then: .open).run()
    }
    #expect(error?.code == .deadlock)
}

@Test func `the whole workflow runs without processes`() throws {
    let result = try InMemoryRun(Words.workflow()).execute()
    #expect(result.status == .completed)
    #expect(result["countwords"]?.sent == 2)
    #expect(result.undelivered.isEmpty)
}

final class CountWordsCase: XCTestCase {
    func testWordsAreCounted() throws {
        let result = try NodeRig(CountWords.self).feed(\.inp, ["to be"]).run()
        XCTAssertEqual(result.items(of: \.out), [2])
    }
}

@Test func `a node can be called like a function`() throws {
    let count = NodeRig(CountWords.self) { $0.shortest = 3 }.function(of: \.inp, giving: \.out)
    #expect(try count("or not to be") == 1)
}

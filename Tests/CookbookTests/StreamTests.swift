import Maize
import Testing

struct CountLetters: Function1 {
    func call(_ page: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for letter in page.lowercased() where letter.isLetter { counts[String(letter), default: 0] += 1 }
        return counts
    }
}

struct AddCounts: Function2 {
    func call(_ sum: [String: Int], _ counts: [String: Int]) -> [String: Int] { sum.merging(counts) { $0 + $1 } }
}

func countingLetters(_ pages: [String]) throws -> (flow: Workflow, counts: Return<[String: Int]>) {
    let flow = Workflow("letters")
    let load = try flow.add(LoadData<[String]>.self) { $0.data = pages }
    let scatter = try flow.add(Scatter<String>.self)
    let count = try flow.parallel(CountLetters.AsNode.self, branches: 2, name: "count")
    let sum = try flow.add(Fold<AddCounts>.self) { $0.initial = [:] }
    let counts = try flow.add(Return<[String: Int]>.self)
    try flow.connect(load.out, to: scatter.inp)
    try flow.connect(scatter.out, to: count.inp)
    try flow.connect(count.out, to: sum.inp)
    try flow.connect(sum.out, to: counts.inp)
    return (flow, counts)
}

/// Fetches what an address names, from a server that does not always answer.
final class Fetch: Node {
    @Parameter(rule: .atLeast(1), help: "how often to try") var tries = 3
    @Parameter(help: "seconds before the second try; twice as long before each one after it") var rest = 0.01
    let inp = Input<String>()
    let out = Output<String>()

    override func run() throws {
        while let address = try inp.next() { try out.send(fetch(address)) }
    }

    private func fetch(_ address: String) throws -> String {
        var seconds = rest
        for attempt in 1..<tries {
            do {
                return try Server.answer(address, attempt)
            } catch let error as Server.Busy {
                logger.info("try \(attempt) of \(tries) for \(address) failed: \(error)")
                try pause(seconds: seconds)
                seconds *= 2
            }
        }
        return try Server.answer(address, tries)
    }
}

/// Answers at the third try.
enum Server {
    struct Busy: Error {}

    static func answer(_ address: String, _ attempt: Int) throws -> String {
        if attempt < 3 { throw Busy() }
        return "page \(address)"
    }
}

/// Passes items on and says how far it is.
final class Progress<Item: Codable & Sendable>: Node {
    @Parameter(rule: .atLeast(1), help: "items between two messages") var every = 1000
    let inp = Input<Item>()
    let out = Output<Item>()

    override func run() throws {
        var count = 0
        while let item = try inp.next() {
            try out.send(item)
            count += 1
            if count % every == 0 { logger.info("\(count) items") }
        }
        logger.info("\(count) items, that is all")
    }
}

@Suite(.timeLimit(.minutes(10))) struct StreamTests {
    @Test func `letters are counted`() throws {
        let (flow, counts) = try countingLetters(["Anna", "Bob, an ant"])
        try flow.execute(.forTests)
        #expect(counts.values == [["a": 4, "n": 4, "b": 2, "o": 1, "t": 1]])
    }

    @Test(arguments: [(3, true), (2, false)]) func `a busy server is asked again`(tries: Int, answers: Bool) throws {
        let flow = Workflow("fetch")
        let load = try flow.add(LoadData<String>.self) { $0.data = "a" }
        let fetch = try flow.add(Fetch.self) { $0.tries = tries }
        let result = try flow.add(Return<String>.self)
        try flow.connect(load.out, to: fetch.inp)
        try flow.connect(fetch.out, to: result.inp)
        var options = RunOptions.forTests
        options.level = .critical
        if answers { try flow.execute(options) } else { #expect(throws: RunError.self) { try flow.execute(options) } }
        #expect(result.values == (answers ? ["page a"] : []))
    }

    @Test func `what passes is the same`() throws {
        let flow = Workflow("progress")
        let load = try flow.add(LoadData<[Int]>.self) { $0.data = [1, 2, 3] }
        let scatter = try flow.add(Scatter<Int>.self)
        let progress = try flow.add(Progress<Int>.self) { $0.every = 2 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(load.out, to: scatter.inp)
        try flow.connect(scatter.out, to: progress.inp)
        try flow.connect(progress.out, to: result.inp)
        try flow.execute(.forTests)
        #expect(result.values == [1, 2, 3])
    }
}

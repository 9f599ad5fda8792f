import Maize
import Testing

struct Account: Stateful {
    @Parameter var start = 0
    private var total = 0
    private var lines: [String] = []

    struct Add: Method1 {
        static func call(on account: inout Account, _ amount: Int) -> Int {
            account.total += amount
            account.lines.append("\(amount)")
            return account.start + account.total
        }
    }

    struct Move: Method2 {
        static func call(on account: inout Account, _ amount: Int, _ note: String) throws -> String {
            guard amount >= 0 else { throw Broke() }
            account.lines.append(note)
            return note
        }
    }

    struct Lines: Method0 {
        static func call(on account: inout Account) -> [String] { account.lines }
    }
}

@Suite(.timeLimit(.minutes(10))) struct ObjectTests {
    let flow = Workflow("objects")

    @Test func `calls see what earlier ones left`() throws {
        let account = try flow.object(Account.self)
        let results = try [1, 2, 3].map { try flow.result(of: account.call(Account.Add.self, $0)) }
        try flow.execute()
        #expect(results.map(\.value) == [1, 3, 6])
    }

    @Test func `calls keep the order of the program, whichever has its arguments first`() throws {
        let account = try flow.object(Account.self)
        let slow = try flow.add(Delay<Int>.self) { $0.delay = 0.2 }
        try flow.supply(flow.call(Add.self, 5, 5), to: slow.inp)
        let late = try account.call(Account.Add.self, slow.out)
        let early = try account.call(Account.Add.self, 1)
        let lines = try flow.result(of: account.call(Account.Lines.self))
        let note = try flow.result(of: account.call(Account.Move.self, early, "moved"))
        let results = try flow.result(of: [late, early])
        try flow.execute()
        #expect(results.value == [10, 11])
        #expect(note.value == "moved")
        #expect(lines.value == ["10", "1"])
    }

    @Test func `objects of one type are apart, each with its parameters`() throws {
        let one = try flow.object(Account.self) { $0.start = 100 }
        let two = try flow.object(Account.self, name: "other")
        try flow.map(two.node.$start, as: "start", default: 7)
        let results = try [one, two, one].map { try flow.result(of: $0.call(Account.Add.self, 1)) }
        #expect(one.node.name == "account_0000" && two.node.name == "other")
        try flow.execute()
        #expect(results.map(\.value) == [101, 8, 102])
    }

    @Test func `the call before is a parent, the object is none`() throws {
        let account = try flow.object(Account.self)
        let one = try flow.call(Add.self, 1, 2)
        let a = try account.call(Account.Add.self, one)
        let b = try account.call(Account.Add.self, 2)
        #expect(a.parents.map(\.name) == ["add_0000"])
        #expect(b.parents.map(\.name) == ["account_0000.add_0000"])
        #expect(a.children.map(\.name) == ["account_0000.add_0001"])
        #expect(b.name == "account_0000.add_0001")
    }

    @Test func `a method that throws fails the object`() throws {
        let account = try flow.object(Account.self)
        try account.call(Account.Move.self, -1, "no")
        try account.call(Account.Add.self, 1)
        let run = try TestRun()
        #expect(try run.execute(flow).firstFailure == "account_0000")
    }

    @Test func `calls can be streams: one of each comes after the other`() throws {
        let account = try flow.object(Account.self)
        let source = try flow.add(Counting.self) { $0.count = 3 }
        let stream = try account.call(Account.Add.self, source.out)
        let twice = try account.call(Account.Add.self, stream)
        let results = try [stream, twice].map { try flow.result(of: $0) }
        try flow.execute()
        #expect(results.map(\.values) == [[0, 1, 4], [0, 2, 8]])
    }

    @Test func `a call that is made once holds up no stream of calls`() throws {
        let account = try flow.object(Account.self)
        let source = try flow.add(Counting.self) { $0.count = 4 }
        let before = try account.call(Account.Add.self, 100)
        let stream = try account.call(Account.Add.self, source.out)
        let lines = try account.call(Account.Lines.self)
        let results = try [before, stream].map { try flow.result(of: $0) }
        let recorded = try flow.result(of: lines)
        let summary = try TestRun.of(flow)
        #expect(results.map(\.values) == [[100], [100, 101, 103, 106]])
        #expect(recorded.value == ["100", "0"])
        #expect(summary.undelivered.isEmpty)
    }

    @Test func `a call whose result nobody takes any more ends no other one`() throws {
        let account = try flow.object(Account.self)
        let sources = try ["a", "b"].map { try flow.add(Counting.self, name: $0) { $0.count = 300 } }
        let short = try account.call(Account.Add.self, sources[0].out)
        let long = try account.call(Account.Add.self, sources[1].out)
        let take = try flow.add(Take<Int>.self) { $0.count = 2 }
        try flow.supply(short, to: take.inp)
        let results = try [flow.result(of: take.out), flow.result(of: long)]
        try flow.execute()
        #expect(results.map(\.values.count) == [2, 300])
    }

    @Test func `an object without calls ends at once`() throws {
        _ = try flow.object(Account.self)
        try flow.call(Add.self, 1, 2)
        #expect(try TestRun.of(flow).status == .completed)
    }
}

import Maize
import Testing

@Suite(.timeLimit(.minutes(10))) struct CallTests {
    let flow = Workflow("calls")

    @Test func `a call is a node, and its result an argument`() throws {
        let one = try flow.call(Add.self, 1, 2)
        let two = try flow.call(Add.self, one, 3)
        let result = try flow.result(of: two)
        #expect(flow.check().isEmpty)
        try flow.execute()
        #expect(result.value == 6)
        try flow.execute()
        #expect(result.values == [6])
    }

    @Test func `calls are numbered by their function, and can be renamed`() throws {
        let one = try flow.call(Add.self, 1, 2)
        let two = try flow.call(Add.self, 1, 2)
        let other = try flow.call(Scaled.self, two)
        #expect([one.name, two.name, other.name] == ["add_0000", "add_0001", "scaled_0000"])
        #expect(try one.named("total").name == "total")
        #expect(one.node.nodePath.description == "total")
        #expect(try flow.call(Add.self, 1, one).name == "add_0002")
        let error = #expect(throws: WorkflowError.self) { try two.named("total") }
        #expect(error?.code == .name && error?.message.contains("named(\"…\")") == true)
        #expect(flow.component(at: ["total"]) === one.node && flow.component(at: ["add_0000"]) == nil)
    }

    @Test func `a result goes to every call that wants it`() throws {
        let one = try flow.call(Add.self, 1, 2)
        let two = try flow.call(Add.self, one, one)
        let three = try flow.call(Add.self, two, one)
        let results = try [one, two, three, three].map { try flow.result(of: $0) }
        try flow.execute()
        #expect(results.map(\.value) == [3, 6, 9, 9])
    }

    @Test func `parents and children are told once, through what only hands items on`() throws {
        let one = try flow.call(Add.self, 1, 2)
        let two = try flow.call(Add.self, one, one)
        let three = try flow.call(Summed.self, [two, one, two])
        #expect(one.parents.isEmpty && three.children.isEmpty)
        #expect(two.parents.map(\.name) == [one.name])
        #expect(three.parents.map(\.name) == [two.name, one.name])
        #expect(one.children.map(\.name) == [two.name, three.name])
        #expect(two.children.map(\.name) == [three.name])
    }

    @Test func `parents and children are found where nodes hand items round in a cycle`() throws {
        let one = try flow.call(Add.self, 1, 2)
        let log = try flow.add(Log<Int>.self)
        let merge = try flow.add(Merge<Int>.self)
        let copy = try flow.add(Copy<Int>.self)
        try flow.supply(one, to: log.inp)
        try flow.connect(log.out, to: merge.inp)
        try flow.connect(merge.out, to: copy.inp)
        try flow.connect(copy.out, to: merge.inp)
        let two = try flow.call(Scaled.self, merge.out)
        #expect(two.parents.map(\.name) == [one.name])
        #expect(one.children.map(\.name) == [two.name])
    }

    @Test func `of streams in a dictionary nothing is taken that cannot be sent`() throws {
        let sources = try [(5, "a"), (3, "b")].map { count, name in
            try flow.add(Counting.self, name: name) { $0.count = count }
        }
        let tables = try flow.result(of: ["a": sources[0].out, "b": sources[1].out])
        let summary = try TestRun.of(flow)
        #expect(tables.values == [["a": 0, "b": 0], ["a": 1, "b": 1], ["a": 2, "b": 2]])
        #expect(summary.undelivered.map(\.items) == [2])
    }

    @Test func `results in a list are found`() throws {
        let calls = try (1...3).map { try flow.call(Scaled.self, $0) }
        let sum = try flow.result(of: flow.call(Summed.self, calls))
        let mixed = try flow.result(of: flow.call(Summed.self, [calls[0].argument, CallArgument(100)]))
        let values = try flow.result(of: flow.call(Summed.self, [1, 2]))
        let nested = try flow.result(of: flow.call(Flat.self, [[calls[0], calls[1]], [calls[2]]]))
        try flow.execute()
        #expect(sum.value == 12)
        #expect(mixed.value == 102)
        #expect(values.value == 3)
        #expect(nested.value == [2, 4, 6])
    }

    @Test func `results in a dictionary are found`() throws {
        let calls = try ["b": flow.call(Scaled.self, 1), "a": flow.call(Scaled.self, 2)]
        let lines = try flow.result(of: flow.call(Lined.self, calls))
        let values = try flow.result(of: flow.call(Lined.self, ["x": 1]))
        try flow.execute()
        #expect(lines.value == ["a 4", "b 2"])
        #expect(values.value == ["x 1"])
    }

    @Test func `an element of a result is an argument too`() throws {
        let parts = try flow.call(Halves.self, 7)
        let table = try flow.call(Tabled.self, 5)
        let results = try [
            flow.call(Scaled.self, parts[0]), flow.call(Scaled.self, parts[1]), flow.call(Scaled.self, table["five"]),
            flow.call(Add.self, parts[0], parts[0]),
        ].map { try flow.result(of: $0) }
        try flow.execute()
        #expect(results.map(\.value) == [6, 8, 10, 6])
    }

    @Test(arguments: [(7, "there is no element 2: the list has 2, so the last is 1"), (0, "2: the list is empty")])
    func `an element that is not there fails the run`(number: Int, message: String) throws {
        try flow.call(Scaled.self, flow.call(Halves.self, number)[2])
        let run = try TestRun()
        #expect(try run.execute(flow).status == .failed)
        #expect(run.error?.message.contains(message) == true, "\(String(describing: run.error))")
    }

    @Test func `a name that is not there fails the run with the nearest one`() throws {
        try flow.call(Scaled.self, flow.call(Tabled.self, 5)["fife"])
        let run = try TestRun()
        #expect(try run.execute(flow).status == .failed)
        #expect(run.error?.message.contains("there is no 'fife'; did you mean 'five'?") == true)
    }

    @Test func `functions of any number of arguments can be called, with parameters and options`() throws {
        let dice = try flow.call(Dice.self) { $0.shown = 3 }
        let inside = try flow.result(of: flow.call(Within.self, dice, 1, 9))
        let label = try flow.result(of: flow.call(Labelled.self, "x", dice, 0.5, true))
        let text = try flow.result(of: flow.call(Repeated.self, "ab", dice, options: NodeOptions(attempts: 2)))
        try flow.execute()
        #expect(inside.value == true && label.value == "x-3 0.5 true" && text.value == "ababab")
    }

    @Test func `values of types of one's own are arguments`() throws {
        let named = try flow.result(of: flow.call(Described.self, Metal(name: "tin", melts: 505.1), String?.none))
        let wrapped = try flow.result(
            of: flow.call(Described.self, CallArgument(Metal(name: "lead", melts: 600.6)), Optional("hot"))
        )
        try flow.execute()
        #expect(named.value == "tin 505.1" && wrapped.value == "lead 600.6 hot")
    }

    @Test func `a result feeds any node`() throws {
        let one = try flow.call(Add.self, 1, 2)
        let log = try flow.add(Delay<Int>.self) { $0.delay = 0 }
        let result = try flow.add(Return<Int>.self)
        try flow.supply(one, to: log.inp)
        try flow.connect(log.out, to: result.inp)
        let other = try flow.result(of: one)
        try flow.execute()
        #expect(result.value == 3 && other.value == 3)
    }

    @Test func `a result of another workflow is refused`() throws {
        let foreign = try Workflow("other").call(Add.self, 1, 2)
        #expect(throws: WorkflowError.self) { try flow.call(Scaled.self, foreign) }
    }

    @Test func `a call that fails is named`() throws {
        try flow.call(Add.self, flow.call(Scaled.self, -1), 1)
        let run = try TestRun()
        #expect(try run.execute(flow).firstFailure == "scaled_0000")
    }

    @Test func `several results come together, in the order in which they are given`() throws {
        let calls = try (1...3).map { try flow.call(Scaled.self, $0) }
        let all = try flow.result(of: [calls[2], calls[0], calls[1]])
        try flow.execute()
        #expect(all.value == [6, 2, 4])
    }

    @Test func `a stream is an argument: the call is made for each item`() throws {
        let source = try flow.add(Counting.self) { $0.count = 4 }
        let result = try flow.result(of: flow.call(Add.self, source.out, 10))
        try flow.execute()
        #expect(result.values == [10, 11, 12, 13])
    }

    @Test func `a function can be swapped for another one`() throws {
        let one = try flow.call(Add.self, 2, 3)
        let two = try flow.call(Scaled.self, one) { $0.factor = 9 }
        let result = try flow.result(of: two)
        try one.replace(with: Difference.AsNode.self)
        try two.replace(with: Negated.AsNode.self)
        let before = try flow.result(of: one)
        try flow.execute()
        #expect(result.value == 1 && before.value == -1)
        #expect(one.node is Difference.AsNode && one.name == "add_0000")
    }

    @Test func `a function of other arguments or of another result is refused`() throws {
        let one = try flow.call(Add.self, 2, 3)
        let two = try flow.call(Add.self, one, 1)
        let error = #expect(throws: WorkflowError.self) { try two.replace(with: Scaled.AsNode.self) }
        #expect(error?.message.contains("it lacks what is in use: first") == true, "\(String(describing: error))")
        #expect(throws: WorkflowError.self) { try one.replace(with: Lined.AsNode.self) }
        let result = try flow.result(of: two)
        try flow.execute()
        #expect(result.value == 6)
    }
}

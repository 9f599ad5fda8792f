import Maize
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct FunctionNodeTests {
    @Test func `a function without arguments is called once`() throws {
        #expect(try NodeRig(Dice.AsNode.self).run().items(of: \.out) == [4])
    }

    @Test(arguments: [[], [1], [1, 2, 3]])
    func `a function of one argument is called for each item`(items: [Int]) throws {
        let result = try NodeRig(Map<Scaled>.self).feed(\.inp, items).run()
        #expect(result.items(of: \.out) == items.map { 2 * $0 })
        #expect(result.end(of: \.out) == .finished)
        #expect(result.outcome == .completed)
    }

    @Test func `functions of more arguments take one item of each input, of different types`() throws {
        #expect(
            try NodeRig(Repeated.AsNode.self).feed(\.first, ["a", "b"]).feed(\.second, [2, 3]).run().items(of: \.out)
                == ["aa", "bbb"]
        )
        #expect(
            try NodeRig(Within.AsNode.self).feed(\.first, [5, 5]).feed(\.second, [1, 6]).feed(\.third, [9, 9]).run()
                .items(of: \.out) == [true, false]
        )
        #expect(
            try NodeRig(Labelled.AsNode.self).feed(\.first, ["x"]).feed(\.second, [7]).feed(\.third, [0.5])
                .feed(\.fourth, [true]).run().items(of: \.out) == ["x-7 0.5 true"]
        )
    }

    @Test(arguments: [([], ["a"]), ([1], []), ([1, 2], ["a"]), ([1], ["a", "b"])])
    func `it ends with the first input that does`(counts: [Int], texts: [String]) throws {
        let result = try NodeRig(Repeated.AsNode.self).feed(\.first, texts).feed(\.second, counts).run()
        #expect(result.items(of: \.out) == zip(texts, counts).map { String(repeating: $0, count: $1) })
        #expect(result.end(of: \.out) == .finished)
    }

    @Test func `a value in place of a channel is used for each call`() throws {
        let rig = NodeRig(Repeated.AsNode.self) { try $0.second.set(2) }
        #expect(try rig.feed(\.first, ["a", "b"]).run().items(of: \.out) == ["aa", "bb"])
    }

    @Test func `with values alone it is called once`() throws {
        let rig = NodeRig(Repeated.AsNode.self) {
            try $0.first.set("ab")
            try $0.second.set(2)
        }
        #expect(try rig.run().items(of: \.out) == ["abab"])
        #expect(try NodeRig(Map<Scaled>.self) { try $0.inp.set(4) }.run().items(of: \.out) == [8])
    }

    @Test func `preloaded items are a stream`() throws {
        let rig = NodeRig(Map<Scaled>.self) { try $0.inp.preload(1, 2, 3) }
        #expect(try rig.run().items(of: \.out) == [2, 4, 6])
    }

    @Test func `a parameter of the function is one of the node`() throws {
        let rig = NodeRig(Map<Scaled>.self) { $0.factor = 5 }
        #expect(try rig.feed(\.inp, [1, 2]).run().items(of: \.out) == [5, 10])
        let flow = Workflow("scale")
        let node = try flow.add(Scaled.self) { $0.factor = 3 }
        #expect(node.parameters.map(\.name) == ["factor"])
        #expect(node.parameters[0].help == "what numbers are multiplied by")
        #expect(node.$factor.value == 3)
        #expect(node.name == "scaled" && node.nodePath.description == "scaled")
        try flow.map(node.$factor, as: "factor", default: 9)
        #expect(flow.parameters.map(\.name) == ["factor"])
    }

    @Test func `a parameter out of range is found before the run`() throws {
        let flow = Workflow("wrong")
        try flow.add(Dice.self) { $0.shown = 7 }
        #expect(flow.check().map(\.description) == ["error: dice.shown: the value 7 breaks the rule 'is in 1...6'"])
    }

    @Test func `inputs are called as the function says`() throws {
        let flow = Workflow("names")
        let named = try flow.add(Repeated.self)
        let plain = try flow.add(Within.self)
        #expect(named.ports.map(\.name) == ["text", "count", "out"])
        #expect(plain.ports.map(\.name) == ["first", "second", "third", "out"])
    }

    @Test func `what the function keeps stays from call to call`() throws {
        #expect(try NodeRig(Map<Numbered>.self).feed(\.inp, ["a", "b"]).run().items(of: \.out) == ["1 a", "2 b"])
    }

    @Test func `a function that throws fails the node`() throws {
        #expect(throws: Broke.self) { try NodeRig(Map<Scaled>.self).feed(\.inp, [1, -1, 2]).run() }
        let rig = NodeRig(Map<Scaled>.self, options: NodeOptions(failOK: true))
        #expect(try rig.feed(\.inp, [1, -1, 2]).run().items(of: \.out) == [2])
    }

    @Test func `a stream that was cut short is none that ended`() throws {
        let result = try NodeRig(Map<Scaled>.self).feed(\.inp, [1, 2], then: .broken).run()
        #expect(result.items(of: \.out) == [2, 4])
        #expect(result.end(of: \.out) == .broken)
    }

    @Test func `it stops when nobody takes its results, and needs nobody`() throws {
        let result = try NodeRig(Map<Scaled>.self).feed(\.inp, 0..<1000).take(3, of: \.out).run()
        #expect(result.items(of: \.out) == [0, 2, 4])
        #expect(result.outcome.word == "stopped")
        #expect(try NodeRig(Map<Scaled>.self).feed(\.inp, [1, 2]).disconnect(\.out).run().unread(of: \.inp) == 0)
    }

    @Test func `processes find a function by its type`() throws {
        let flow = Workflow("run")
        let source = try flow.add(Counting.self) { $0.count = 100 }
        let scale = try flow.add(Scaled.self) { $0.factor = 3 }
        let even = try flow.add(Filter<IsEven>.self)
        let sum = try flow.add(Fold<Add>.self) { $0.initial = 1 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: scale.inp)
        try flow.connect(scale.out, to: even.inp)
        try flow.connect(even.out, to: sum.inp)
        try flow.connect(sum.out, to: result.inp)
        try flow.execute()
        #expect(result.values == [1 + stride(from: 0, to: 300, by: 6).reduce(0, +)])
    }
}

import Maize
import Testing

/// Has something to set that no process would hear of.
final class Forgetful: Node {
    var state = 0
    let inp = Input<Int>()
    let out = Output<Int>(optional: true)
    override func run() throws {}
}

/// Has a parameter that must be given.
final class Demanding: Node {
    @Parameter var word: String
    let inp = Input<Int>()
    let out = Output<Int>()
    override func run() throws {}
}

@Suite struct ParallelCheckTests {
    private let flow = Workflow("checks")

    private func refusal(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "nothing was refused"
        } catch {
            return "\(error)"
        }
    }

    private var errors: [String] { flow.check().filter { $0.severity == .error }.map(\.description) }

    @Test func `types that cannot share work are refused with what to do`() {
        #expect(refusal { try flow.parallel(Merge<Int>.self, branches: 2) }.contains("'inp' takes several channels"))
        #expect(refusal { try flow.parallel(Counting.self, branches: 2) }.contains("it has no input"))
        #expect(
            refusal { try flow.parallel(TwoSteps.self, branches: 2, keepsOrder: true) }
                .contains("the results of a graph cannot be kept in order")
        )
        #expect(refusal { try flow.parallel(Scaling.self, branches: 0) }.contains("branches 0 breaks the rule"))
        #expect(
            refusal { try flow.parallel(Forgetful.self, branches: 2) { $0.state = 1 } }.contains(
                "forgetful: 'state' was set"
            )
        )
    }

    @Test func `a worker with parameters of the same names is refused with what to do`() {
        let words = "cannot be made parallel: it has a 'branches' of its own; put it into a Graph"
        #expect(refusal { try flow.parallel(Parallel<Scaling>.self, branches: 2) }.contains(words))
        #expect(refusal { try flow.add(Parallel<Parallel<Scaling>>.self, name: "twice") }.contains("twice: Parallel<"))
    }

    @Test func `what is not connected is found once, where it has to be connected`() throws {
        try flow.parallel(Demanding.self, branches: 5, name: "five")
        #expect(
            errors.sorted() == [
                "error: five.inp: this input is not connected; connect an output of Int to it, give it a value, or"
                    + " declare it optional",
                "error: five.out: this output is not connected; connect it to an input of Int (a Discard, which files"
                    + " call Void, takes anything), or declare it optional",
                "error: five.word: this parameter has no value; give it one, or map it to an option",
            ]
        )
    }

    @Test func `a value that breaks a rule is found before the run`() throws {
        let whole = try flow.parallel(Scaling.self, branches: 3) { $0.factor = -1 }
        let source = try flow.add(Counting.self)
        let sink = try flow.add(Return<Int>.self)
        try flow.chained(source.out, whole.inp, whole.out, sink.inp)
        #expect(errors.count { $0.contains("is at least 0") } == errors.count && !errors.isEmpty, "\(errors)")
        #expect(errors.count <= 2, "\(errors)")
    }

    @Test func `values alone give no work`() throws {
        let whole = try flow.parallel(Scaling.self, branches: 2) { try $0.inp.set(1) }
        let sink = try flow.add(Return<Int>.self)
        try flow.connect(whole.out, to: sink.inp)
        #expect(
            errors == [
                "error: scaling: no channel leads here, so there are no items to be shared; connect an output to 'inp', 'offset'"
            ]
        )
    }

    @Test func `a check changes nothing, and what is connected after it counts`() throws {
        let whole = try flow.parallel(Scaling.self, branches: 2)
        #expect(errors.count == 2)
        let source = try flow.add(Counting.self)
        try flow.connect(source.out, to: whole.inp)
        #expect(errors.count == 1)
        let sink = try flow.add(Return<Int>.self)
        try flow.connect(whole.out, to: sink.inp)
        #expect(errors.isEmpty)
        let summary = try TestRun.of(flow)
        #expect(sink.values.count == 10 && summary.status == .completed)
    }
}

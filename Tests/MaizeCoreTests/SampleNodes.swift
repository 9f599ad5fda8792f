import MaizeCore

// Types of nodes must be found by name, so they are neither private nor inside functions.

final class NumberSource: Node {
    @Parameter var first = 1
    let out = Output<Int>()
    override func run() throws { try out.send(first) }
}

final class NumberStep: Node {
    let inp = Input<Int>()
    let out = Output<Int>()
    override func run() throws { while let number = try inp.next() { try out.send(number) } }
}

final class NumberSink: Node {
    let inp = Input<Int>()
    override func run() throws { while try inp.next() != nil {} }
}

final class TextSink: Node {
    let inp = Input<String>()
    override func run() throws {}
}

final class Gather: LoopedNode {
    let inp = MultiInput<Int>()
    let out = Output<Int>(optional: true)
    override func run() throws {}
}

final class Spread: Node {
    let inp = Input<Int>(optional: true)
    let out = MultiOutput<Int>()
    override func run() throws {}
}

/// An input of each kind.
final class ManyInputs: Node {
    let required = Input<Int>()
    let optional = Input<Int>(optional: true)
    let defaulted = Input<Int>(default: 17)
    let cached = Input<Int>(cached: true)
    let multi = MultiInput<Int>(optional: true)
    override func run() throws {}
}

/// A parameter of each kind.
final class ManyParameters: Node {
    @Parameter var defaulted = 5
    @Parameter var required: Int
    @Parameter var optional: Int?
    @Parameter var optionalWithDefault: Int? = 7
    @Parameter(name: "n_packets", help: "how many") var renamed = 1
    @Parameter(secret: true) var word = "hidden"
    let out = Output<Int>(optional: true)
    override func run() throws {}
}

/// Passes numbers on, with its inside in `step` and a parameter that drives the source beside it.
final class Stage: Graph {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func build() throws {
        let step = try add(NumberStep.self, name: "step")
        try expose(step.inp, as: inp)
        try expose(step.out, as: out)
    }
}

/// A stage whose input has a value unless it is connected.
final class DefaultedStage: Graph {
    let inp = Input<Int>(default: 7)
    let out = Output<Int>()

    override func build() throws {
        let step = try add(NumberStep.self, name: "step")
        try expose(step.inp, as: inp)
        try expose(step.out, as: out)
    }
}

/// Two stages in a row.
final class TwoStages: Graph {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func build() throws {
        let first = try add(Stage.self, name: "first")
        let second = try add(Stage.self, name: "second")
        try connect(first.out, to: second.inp)
        try expose(first.inp, as: inp)
        try expose(second.out, as: out)
    }
}

/// A source whose number is the graph's.
final class Numbers: Graph {
    @Parameter var number = 3
    let out = Output<Int>()

    override func build() throws {
        let source = try add(NumberSource.self, name: "source")
        try expose(source.out, as: out)
        try map(source.$first, to: $number)
    }
}

/// The one error that `body` throws as a `WorkflowError`, with its code checked.
func refusal(_ code: WorkflowError.Code, _ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch let error as WorkflowError {
        return error.code == code ? "\(error)" : "wrong code \(error.code): \(error)"
    } catch {
        return "wrong type: \(error)"
    }
}

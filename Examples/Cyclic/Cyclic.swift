import MaizeCommands

/// Sends one number.
final class Start: Node {
    @Parameter(help: "the number that goes round") var value = 36
    let out = Output<Int>()

    override func run() throws { try out.send(value) }
}

/// Adds 2 and sends the number round again, until it has passed a limit: then it hands it on and stops.
final class AddUntil: LoopedNode {
    @Parameter(help: "the number that must be passed") var limit = 48
    let inp = Input<Int>()
    let again = Output<Int>()
    let done = Output<Int>()

    override func run() throws {
        let value = try inp.receive()
        if value > limit {
            try done.send(value)
            stopLooping()
        } else {
            try again.send(value + 2)
        }
    }
}

/// A graph within the graph: two delays, one after the other.
final class SlowPath: Graph {
    let inp = Input<Int>()
    let out = Output<Int>()
    @Parameter var seconds = 0.01

    override func build() throws {
        let first = try add(Delay<Int>.self, name: "first")
        let second = try add(Delay<Int>.self, name: "second")
        try connect(first.out, to: second.inp)
        try expose(first.inp, as: inp)
        try expose(second.out, as: out)
        try map(first.$delay, to: $seconds)
        try map(second.$delay, to: $seconds)
    }
}

/// A number goes round through a merge and a subgraph; the cycle ends by itself.
@main
struct Cyclic: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let flow = Workflow("cyclic")
        flow.summary = "Sends a number round a cycle until it has passed a limit."
        let start = try flow.add(Start.self, name: "a")
        let merge = try flow.add(Merge<Int>.self)
        let slow = try flow.add(SlowPath.self, name: "slow")
        let add = try flow.add(AddUntil.self, name: "b")
        let result = try flow.add(Return<Int>.self)
        try flow.connect(start.out, to: merge.inp)
        try flow.connect(merge.out, to: slow.inp)
        try flow.connect(slow.out, to: add.inp)
        try flow.connect(add.again, to: merge.inp)
        try flow.connect(add.done, to: result.inp)
        try flow.map(start.$value, as: "value")
        try flow.map(add.$limit, as: "limit")
        return flow
    }
}

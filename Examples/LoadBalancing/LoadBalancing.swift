import MaizeCommands

/// Hands each number to the first worker that says it is free.
final class Dispatcher: Node {
    @Parameter(help: "how many numbers there are") var count = 30
    let free = MultiInput<Bool>()
    let out = MultiOutput<Int>()

    override func run() throws {
        for number in 1...count {
            guard let (worker, _) = try free.receiveAny() else { return }
            try out[worker].send(number)
        }
        for worker in out { worker.close() }
        // Each worker says once more that it is free, before it finds that nothing is left to do.
        while try free.receiveAny() != nil {}
    }
}

/// Says that it is free, takes a number, works on it, sends the result on.
final class Worker: LoopedNode {
    @Parameter(help: "seconds of work for each number") var seconds = 0.002
    let inp = Input<Int>()
    let free = Output<Bool>()
    let out = Output<Int>()

    override func run() throws {
        try free.send(true)
        let number = try inp.receive()
        try pause(seconds: seconds)
        try out.send(number * number)
    }
}

/// Adds everything up.
final class Sum: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        var sum = 0
        while let number = try inp.next() { sum += number }
        try out.send(sum)
    }
}

/// Three workers, one of them ten times as slow as the others: work goes to whoever is free.
@main
struct LoadBalancing: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let flow = Workflow("load-balancing")
        flow.summary = "Squares numbers on three workers and adds them up."
        let dispatcher = try flow.add(Dispatcher.self)
        let merge = try flow.add(Merge<Int>.self)
        for (index, seconds) in [0.002, 0.002, 0.02].enumerated() {
            let worker = try flow.add(Worker.self, name: "worker\(index + 1)") { $0.seconds = seconds }
            try flow.connect(worker.free, to: dispatcher.free)
            try flow.connect(dispatcher.out, to: worker.inp)
            try flow.connect(worker.out, to: merge.inp)
        }
        let sum = try flow.add(Sum.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(merge.out, to: sum.inp)
        try flow.connect(sum.out, to: result.inp)
        try flow.map(dispatcher.$count, as: "count")
        return flow
    }
}

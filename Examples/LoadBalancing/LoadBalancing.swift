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

/// Workers that share the work, the last one ten times as slow as the others: work goes to whoever is free.
final class Balanced: Workflow {
    @Parameter(rule: .in(1...100), help: "how many workers there are") var workers = 3

    override func build() throws {
        summary = "Squares numbers on some workers and adds them up."
        let dispatcher = try add(Dispatcher.self)
        let merge = try add(Merge<Int>.self)
        for number in 1...workers {
            let worker = try add(Worker.self, name: "worker\(number)") { $0.seconds = number == workers ? 0.02 : 0.002 }
            try connect(worker.free, to: dispatcher.free)
            try connect(dispatcher.out, to: worker.inp)
            try connect(worker.out, to: merge.inp)
        }
        let sum = try add(Sum.self)
        let result = try add(Return<Int>.self)
        try connect(merge.out, to: sum.inp)
        try connect(sum.out, to: result.inp)
        try map(dispatcher.$count, as: "count")
    }
}

@main
struct LoadBalancing: WorkflowProgram {
    static func workflow() -> Workflow { Balanced("load-balancing") }
}

import Maize
import Testing

/// Improves an estimate of a square root, which comes back until it is good enough.
final class Newton: LoopedNode {
    @Parameter(help: "the number whose root is wanted") var number = 2.0
    let inp = Input<Double>()
    let again = Output<Double>()
    let done = Output<Double>()

    override func run() throws {
        let estimate = try inp.receive()
        let better = (estimate + number / estimate) / 2
        if abs(better - estimate) < 1e-12 {
            try done.send(better)
            stopLooping()
        } else {
            try again.send(better)
        }
    }
}

func squareRoot(of number: Double) throws -> (flow: Workflow, result: Return<Double>) {
    let flow = Workflow("root")
    let newton = try flow.add(Newton.self) { newton in
        newton.number = number
        try newton.inp.preload(1.0)  // the first item of the cycle: without it, everybody would wait
    }
    let log = try flow.add(Log<Double>.self)
    let result = try flow.add(Return<Double>.self)
    try flow.connect(newton.again, to: log.inp)
    try flow.connect(log.out, to: newton.inp)
    try flow.connect(newton.done, to: result.inp)
    return (flow, result)
}

@Suite(.timeLimit(.minutes(10))) struct CycleTests {
    @Test func `the cycle ends with the root`() throws {
        let (flow, result) = try squareRoot(of: 2)
        try flow.execute(.forTests)
        #expect(result.values.count == 1 && abs(result.values[0] * result.values[0] - 2) < 1e-12)
    }
}

import Logging
import MaizeCommands

/// Stands for a library that you use: it logs with swift-log and knows nothing of nodes.
struct Newton {
    let log = Logger(label: "newton")

    func squareRoot(of number: Double) -> Double {
        var root = number
        var steps = 0
        while abs(root * root - number) > number * 1e-12, steps < 20 {
            root = (root + number / root) / 2
            steps += 1
            log.debug("step \(steps)", metadata: ["root": "\(root)"])
        }
        log.info("found a root", metadata: ["of": "\(number)", "steps": "\(steps)"])
        return root
    }
}

final class Roots: Node {
    @Parameter var numbers = [4.0, 10.0]
    let out = Output<Double>()
    private let newton = Newton()

    override func run() throws {
        for number in numbers { try out.send(newton.squareRoot(of: number)) }
        logger.info("all \(numbers.count) roots are found")
    }
}

@main
struct RootsProgram: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let flow = Workflow("square-roots")
        let roots = try flow.add(Roots.self)
        let result = try flow.add(Return<Double>.self)
        try flow.connect(roots.out, to: result.inp)
        try flow.map(roots.$numbers, as: "numbers")
        return flow
    }
}

import MaizeCommands

final class Example: Node {
    @Parameter var data = "Hello"
    let out = Output<String>()

    override func run() throws { try out.send(data) }
}

final class ConcatAndPrint: Node {
    let inp = MultiInput<String>()

    override func run() throws {
        let words = try inp.map { try $0.receive() }
        logger.info("Received: \(words.joined(separator: " "))")
    }
}

@main
struct Hello: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let flow = Workflow("hello")
        let ex1 = try flow.add(Example.self, name: "ex1")
        let ex2 = try flow.add(Example.self, name: "ex2") { $0.data = "maize" }
        let concat = try flow.add(ConcatAndPrint.self)
        try flow.connect(ex1.out, to: concat.inp)
        try flow.connect(ex2.out, to: concat.inp)
        try flow.map(ex2.$data, as: "greeting")
        return flow
    }
}

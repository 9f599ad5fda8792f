import Maize
import MaizeSystem

/// Passes items on; one link of a long chain.
final class Link: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let item = try inp.next() { try out.send(item) }
    }
}

/// A chain as a workflow of this program.
enum Chain {
    static func run(nodes: Int, held: Double) throws {
        let flow = Workflow("chain")
        let source = try flow.add(LoadData<Int>.self) { $0.data = 1 }
        let delay = try flow.add(Delay<Int>.self) { $0.delay = held }
        try flow.connect(source.out, to: delay.inp)
        var last = delay.out
        for index in 0..<max(0, nodes - 3) {
            let link = try flow.add(Link.self, name: "link\(index)")
            try flow.connect(last, to: link.inp)
            last = link.out
        }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(last, to: result.inp)
        var options = RunOptions()
        options.level = .warning
        try flow.execute(options)
        guard result.values == [1] else { throw WorkflowError(.usage, "the item did not come through") }
    }
}

/// The same chain as a workflow file.
enum ChainFile {
    static func write(nodes: Int, to path: String) throws {
        var names = ["load", "delay"] + (0..<max(0, nodes - 3)).map { "link\($0)" }
        var text = """
            name: chain
            nodes:
            - {name: load, type: LoadData, parameters: {data: 1}}
            - {name: delay, type: Delay}
            - {name: result, type: Return}

            """
        for name in names.dropFirst(2) { text += "- {name: \(name), type: Merge}\n" }
        names.append("result")
        text += "channels:\n"
        for (sender, receiver) in zip(names, names.dropFirst()) {
            text += "- {sending: {\(sender): out}, receiving: {\(receiver): inp}}\n"
        }
        text += "parameters:\n- {name: held, map: [{delay: delay}]}\n"
        let file = try Descriptor.appending(to: path)
        try Array(text.utf8).withUnsafeBytes { try file.writeAll($0) }
    }
}

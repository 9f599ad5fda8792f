import Maize
import MaizeCore

// Types of nodes must be found by name, so they are neither private nor inside functions.

/// Multiplies, with as much to set as a worker can have.
final class Scaling: Node {
    @Parameter(rule: .atLeast(0), help: "what to multiply by") var factor = 2
    @Parameter var title: String?
    let inp = Input<Int>()
    let offset = Input<Int>(default: 0)
    let out = Output<Int>()
    let notes = Output<String>(optional: true)

    override func run() throws {
        while let number = try inp.next() {
            try notes.send("\(title ?? "no title"): \(number)")
            try out.send(number * factor + offset.receive())
        }
    }
}

/// Takes one from each side.
final class Pairing: Node {
    let left = Input<Int>()
    let right = Input<String>()
    let table = Input<[String]>(optional: true)
    let out = Output<String>()

    override func run() throws {
        let table = try table.receiveOptional()
        while let number = try left.next() {
            try out.send("\(number)\(right.receive())\(table?.joined() ?? "")")
        }
    }
}

/// Gives as many results for a number as the number says.
final class Repeating: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() { try out.send(contentsOf: Array(repeating: number, count: number)) }
    }
}

/// Ends by itself after so many items; a failure if it has to be.
final class Quitting: Node {
    @Parameter var after = 1
    @Parameter var fails = false
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        for _ in 0..<after {
            guard let number = try inp.next() else { return }
            try out.send(number)
        }
        if fails {
            _ = try inp.receive()
            throw Broke()
        }
    }
}

/// One number a pass.
final class Passing: LoopedNode {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws { try out.send(inp.receive()) }
}

/// Works for as long as the number says.
final class Toiling: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() {
            if number % 7 == 0 { try pause(seconds: 0.001) }
            try out.send(number)
        }
    }
}

/// Passes items on without a look inside.
final class Forwarding<Item: Codable & Sendable>: Node, ItemPassing {
    let inp = Input<Item>()
    let out = Output<Item>()

    override func run() throws { while try inp.nextEncoded({ try out.send($0) }) != nil {} }
}

/// Two steps in a row.
final class TwoSteps: Graph {
    @Parameter var factor = 2
    let inp = Input<Int>()
    let out = Output<Int>()

    override func build() throws {
        let first = try add(Scaling.self, name: "first")
        let second = try add(Scaling.self, name: "second")
        try connect(first.out, to: second.inp)
        try expose(first.inp, as: inp)
        try expose(second.out, as: out)
        try map(first.$factor, second.$factor, to: $factor)
    }
}

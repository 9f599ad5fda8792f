public import MaizeCommands

/// The program of a user's package, as the command builds it: it links the command, and names none of its nodes.
@main
struct PackagedNodes: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let flow = Workflow("own")
        let countdown = try flow.add(Countdown.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(countdown.out, to: result.inp)
        try flow.map(countdown.$start, as: "start")
        return flow
    }

    static var nodes: [Component.Type] { discoveredNodes + [Reversed<JSONValue>.self] }
}

final class Countdown: Node {
    @Parameter var start = 3
    let out = Output<Int>()

    override func run() throws {
        for number in stride(from: start, to: 0, by: -1) { try out.send(number) }
    }
}

/// A function, of which nothing in the program speaks either.
public struct Cube: Function1 {
    @Parameter(help: "what is added to each cube") var offset = 0

    /// Adds nothing.
    public init() {}

    /// Gives the cube.
    public func call(_ number: Int) -> Int { number * number * number + offset }
}

/// Two arguments, and no instance that differs from another.
public enum Geometry {
    /// What a rectangle covers.
    public struct Area: Function2 {
        /// What the arguments are called.
        public static var inputs: (String, String) { ("width", "height") }

        /// The only instance.
        public init() {}

        /// Gives the area.
        public func call(_ width: Int, _ height: Int) -> Int { width * height }
    }
}

private struct HiddenFunction: Function1 {
    func call(_ number: Int) -> Int { number }
}

enum Numbers {
    /// Nothing in the program speaks of it.
    final class Halved: Node {
        let inp = Input<Int>()
        let out = Output<Int>()

        override func run() throws {
            while let number = try inp.next() { try out.send(number / 2) }
        }
    }
}

/// What other nodes have in common: no node by itself.
class Tracing: Node {
    func trace(_ text: String) { logger.info("traced \(text)") }
}

class TracedSum: Tracing {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        var sum = 0
        while let number = try inp.next() { sum += number }
        trace("\(sum)")
        try out.send(sum)
    }
}

/// Both it and its base are nodes.
final class TracedSquare: TracedSum {
    override func run() throws {
        while let number = try inp.next() { try out.send(number * number) }
    }
}

/// Not found, as it takes items of any type: the program names it.
final class Reversed<Item: Codable & Sendable>: Node, GenericComponent {
    let inp = Input<Item>()
    let out = Output<Item>()

    static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Reversed<Other>.self }

    override func run() throws {
        var items: [Item] = []
        while let item = try inp.next() { items.append(item) }
        for item in items.reversed() { try out.send(item) }
    }
}

final class HalvedTwice: Graph {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func build() throws {
        let first = try add(Numbers.Halved.self, name: "first")
        let second = try add(Numbers.Halved.self, name: "second")
        try connect(first.out, to: second.inp)
        try expose(first.inp, as: inp)
        try expose(second.out, as: out)
    }
}

private final class Secret: Node {
    let out = Output<Int>()

    override func run() throws { try out.send(1) }
}

/// Not to be found: files could not add it.
final class InnerWorkflow: Workflow {}

import Glibc
import MaizeCommands

/// A program that misbehaves in the way that the environment variable `FAULT` names, for tests that need a whole
/// program: its coordinator killed, signalled, short of descriptors, or built for release.
@main
struct FaultyNodes: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let fault = getenv("FAULT").map { String(cString: $0) } ?? "stream"
        let flow = Workflow("faulty")
        switch fault {
        case "stream": try addStream(to: flow, items: .max)
        case "short": try addStream(to: flow, items: 2_000)
        case "children": try addParents(to: flow)
        case "commands": try addCommands(to: flow)
        case "deaf": try flow.add(Deaf.self)
        case "frozen": try flow.add(Frozen.self)
        case "patient": try flow.add(Patient.self)
        case "chatter": try flow.add(Chatter.self)
        case "chat": try flow.add(Chatter.self) { $0.lines = 2_000 }
        case "idle": try addIdlers(to: flow)
        case "crash": try flow.add(Crashing.self)
        case "throw": try flow.add(Throwing.self)
        case "wide": try addPairs(to: flow, count: 100)
        case "crowd":
            let count = getenv("CROWD").flatMap { Int(String(cString: $0)) } ?? 100
            for index in 0..<count { try flow.add(Patient.self, name: "patient\(index)") }
        case "knot":
            let left = try flow.add(Waiting.self, name: "left")
            let right = try flow.add(Waiting.self, name: "right")
            try flow.connect(left.out, to: right.inp)
            try flow.connect(right.out, to: left.inp)
            try flow.add(Busy.self)
        case "unfinished":
            try flow.add(Waiting.self, name: "alone")
            try flow.add(Opening.self) { $0.file = File("/nowhere/data.csv") }
        case "many":
            try runMany(count: 100)
            try flow.add(Chatter.self) { $0.lines = 1 }
        case _ where try DeadlockGraphs.add(fault, to: flow): break
        default: throw WorkflowError(.value, "there is no fault '\(fault)'")
        }
        // Whoever does not do as it is told has a neighbour that does.
        if ["deaf", "frozen"].contains(fault) { try flow.add(Patient.self, name: "obedient") }
        return flow
    }

    /// Five nodes in a row: the least that has a middle.
    private static func addStream(to flow: Workflow, items: Int) throws {
        let source = try flow.add(Numbers.self) { $0.count = items }
        let first = try flow.add(Increment.self, name: "first")
        let second = try flow.add(Increment.self, name: "second")
        let third = try flow.add(Increment.self, name: "third")
        let sink = try flow.add(Total.self)
        try flow.connect(source.out, to: first.inp)
        try flow.connect(first.out, to: second.inp)
        try flow.connect(second.out, to: third.inp)
        try flow.connect(third.out, to: sink.inp)
    }

    /// Nodes that wait for one that lets them wait.
    private static func addIdlers(to flow: Workflow) throws {
        let source = try flow.add(Numbers.self) { $0.count = 1 }
        let delay = try flow.add(Delay<Int>.self) { $0.delay = 600 }
        let increment = try flow.add(Increment.self)
        let sink = try flow.add(Total.self)
        try flow.connect(source.out, to: delay.inp)
        try flow.connect(delay.out, to: increment.inp)
        try flow.connect(increment.out, to: sink.inp)
    }

    private static func addParents(to flow: Workflow) throws {
        for (kind, command) in Commands.stubborn {
            try flow.add(Parent.self, name: kind) { $0.command = command }
        }
    }

    private static func addCommands(to flow: Workflow) throws {
        for (kind, command) in Commands.stubborn {
            try flow.add(Command.self, name: kind) {
                // In quotes, so that the log of the parameters does not say it as well.
                $0.command = ["sh", "-c", "echo 'command' 'started'; \"$@\"; exit $?", "sh"] + command
            }
        }
    }

    private static func addPairs(to flow: Workflow, count: Int) throws {
        for index in 0..<count {
            let source = try flow.add(Numbers.self, name: "source\(index)") { $0.count = 1 }
            let sink = try flow.add(Total.self, name: "sink\(index)")
            try flow.connect(source.out, to: sink.inp)
        }
    }

    /// Many runs in one process, which say how many descriptors were open before and after them.
    private static func runMany(count: Int) throws {
        var options = RunOptions()
        options.level = .warning
        func run() throws {
            let flow = Workflow("small")
            let source = try flow.add(Numbers.self) { $0.count = 3 }
            let sink = try flow.add(Total.self)
            try flow.connect(source.out, to: sink.inp)
            try flow.execute(options)
        }
        // The first run opens what the libraries keep for good.
        try run()
        let before = Commands.openDescriptors().count
        for _ in 0..<count { try run() }
        print("descriptors: \(before) before, \(Commands.openDescriptors().count) after")
    }
}

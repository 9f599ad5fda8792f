import Glibc
import MaizeCommands

/// Graphs that wait for themselves, and such as only seem to; `CAPACITY` and `NODES` give their measures.
enum DeadlockGraphs {
    private static func number(_ name: String, else usual: Int) -> Int {
        getenv(name).flatMap { Int(String(cString: $0)) } ?? usual
    }

    /// Adds the graph with this name.
    ///
    /// - Returns: False if there is none.
    static func add(_ name: String, to flow: Workflow) throws -> Bool {
        switch name {
        case "starved ring": try addRing(of: Waiting.self, to: flow)
        case "full ring": try addRing(of: Pushing.self, to: flow)
        case "polite ring": try addRing(of: Obliging.self, to: flow)
        case "fork": try addFork(to: flow)
        case "crowded ring": try addCrowdedRing(to: flow)
        case "slow rings": try addSlowRings(to: flow)
        case "beside": try addBeside(to: flow)
        case "starved beside":
            try addRing(of: Waiting.self, to: flow)
            try flow.add(Busy.self)
        case "tolerant ring":
            let mayFail = NodeOptions(failOK: true)
            try addRing(of: Waiting.self, to: flow, options: mayFail)
            try flow.add(Patient.self, options: mayFail)
        case "late crowd": try addLateCrowd(to: flow)
        case "ending beside":
            try addRing(of: Waiting.self, to: flow)
            try flow.add(EndingLate.self)
        case "failing beside":
            try addBeside(to: flow)
            try flow.add(ThrowingLate.self)
        default: return false
        }
        return true
    }

    @discardableResult
    private static func addRing<Link: RingLink>(
        of type: Link.Type,
        to flow: Workflow,
        prefix: String = "link",
        options: NodeOptions = NodeOptions()
    ) throws -> [Link] {
        let count = number("NODES", else: 2)
        let links = try (0..<count).map { try flow.add(type, name: "\(prefix)\($0)", options: options) }
        for (place, link) in links.enumerated() {
            try flow.connect(link.out, to: links[(place + 1) % count].inp, capacity: number("CAPACITY", else: 64))
        }
        return links
    }

    /// One branch of a copy is read to its end before the other.
    private static func addFork(to flow: Workflow) throws {
        let source = try flow.add(Numbers.self) { $0.count = 500 }
        let copy = try flow.add(Copy<Int>.self)
        let sum = try flow.add(AddingInTurn.self, name: "sum")
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: copy.inp)
        try flow.connect(copy.out, to: sum.inp)
        try flow.connect(copy.out, to: sum.inp)
        try flow.connect(sum.out, to: result.inp)
    }

    /// A pair that starves each other, with somebody who sends to it and a row behind it.
    private static func addCrowdedRing(to flow: Workflow) throws {
        let left = try flow.add(AddingInTurn.self, name: "left")
        let right = try flow.add(Copy<Int>.self, name: "right")
        let source = try flow.add(Numbers.self, name: "source") { $0.count = 500 }
        let behind = try flow.add(Increment.self, name: "behind")
        let last = try flow.add(Total.self, name: "last")
        try flow.connect(right.out, to: left.inp)
        try flow.connect(source.out, to: left.inp, capacity: 3)
        try flow.connect(left.out, to: right.inp)
        try flow.connect(right.out, to: behind.inp)
        try flow.connect(behind.out, to: last.inp)
    }

    /// Pairs that wait for each other in turn, each with one that takes its time in another way.
    private static func addSlowRings(to flow: Workflow) throws {
        for way in Dawdling.Way.allCases {
            let asking = try flow.add(Asking.self, name: "asking_\(way.rawValue)")
            let slow = try flow.add(Dawdling.self, name: way.rawValue) { $0.way = way }
            try flow.connect(asking.out, to: slow.inp, capacity: 1)
            try flow.connect(slow.out, to: asking.inp, capacity: 1)
        }
        let asking = try flow.add(Asking.self, name: "asking_delay")
        let delay = try flow.add(Delay<Int>.self) { $0.delay = 2 }
        try flow.connect(asking.out, to: delay.inp, capacity: 1)
        try flow.connect(delay.out, to: asking.inp, capacity: 1)
    }

    /// A pair that starves each other, another one that does so later, and a part that comes to its end.
    private static func addBeside(to flow: Workflow) throws {
        try addRing(of: Waiting.self, to: flow)
        let late = try addRing(of: Waiting.self, to: flow, prefix: "late")
        for link in late { link.stopsFirst = true }
        let source = try flow.add(Numbers.self) { $0.count = 3 }
        let delay = try flow.add(Delay<Int>.self) { $0.delay = 0.1 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: delay.inp)
        try flow.connect(delay.out, to: result.inp)
    }

    /// A pair that starves each other, and a row that comes to wait for it later.
    private static func addLateCrowd(to flow: Workflow) throws {
        let left = try flow.add(Waiting.self, name: "left")
        let right = try flow.add(Copy<Int>.self, name: "right")
        let behind = try flow.add(Waiting.self, name: "behind") { $0.stopsFirst = true }
        let last = try flow.add(Total.self, name: "last")
        try flow.connect(left.out, to: right.inp)
        try flow.connect(right.out, to: left.inp)
        try flow.connect(right.out, to: behind.inp)
        try flow.connect(behind.out, to: last.inp)
    }
}

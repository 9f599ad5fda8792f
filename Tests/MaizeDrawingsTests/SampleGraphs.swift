import Maize
import MaizeCore
import Testing

/// Workflows of the patterns that programs are made of.
enum SampleGraphs {
    struct Sample: Sendable, CustomTestStringConvertible {
        let name: String
        let flow: @Sendable () throws -> Workflow
        var testDescription: String { name }
    }

    static let all = [
        Sample(name: "a chain of 20") {
            let flow = Workflow("chain")
            var last: Component = try flow.add(LoadData<Int>.self) { $0.data = 1 }
            for number in 1...20 {
                let delay = try flow.add(Delay<Int>.self, name: "delay\(number)")
                try flow.autoConnect(last, delay)
                last = delay
            }
            try flow.autoConnect(last, try flow.add(Return<Int>.self))
            return flow
        },
        Sample(name: "a fan of 20") {
            let flow = Workflow("fan")
            let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
            let deal = try flow.add(RoundRobin<Int>.self)
            let merge = try flow.add(Merge<Int>.self)
            let result = try flow.add(Return<Int>.self)
            try flow.connect(load.out, to: deal.inp)
            for number in 1...20 {
                let worker = try flow.add(Delay<Int>.self, name: "worker\(number)")
                try flow.connect(deal.out, to: worker.inp, capacity: 1)
                try flow.connect(worker.out, to: merge.inp)
            }
            try flow.connect(merge.out, to: result.inp)
            return flow
        },
        Sample(name: "two streams between the same nodes") {
            let flow = Workflow("twice")
            let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
            let copy = try flow.add(Copy<Int>.self)
            let merge = try flow.add(Merge<Int>.self)
            let result = try flow.add(Return<Int>.self)
            try flow.connect(load.out, to: copy.inp)
            for _ in 1...3 { try flow.connect(copy.out, to: merge.inp) }
            try flow.connect(merge.out, to: result.inp)
            return flow
        },
        Sample(name: "a cycle") {
            let flow = Workflow("cycle")
            let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
            let merge = try flow.add(Merge<Int>.self)
            let delay = try flow.add(Delay<Int>.self)
            let copy = try flow.add(Copy<Int>.self)
            let result = try flow.add(Return<Int>.self)
            try flow.connect(load.out, to: merge.inp)
            try flow.connect(merge.out, to: delay.inp)
            try flow.connect(delay.out, to: copy.inp)
            try flow.connect(copy.out, to: merge.inp)
            try flow.connect(copy.out, to: result.inp)
            return flow
        },
        Sample(name: "a node that sends to itself") {
            let flow = Workflow("loop")
            let copy = try flow.add(Copy<Int>.self)
            let merge = try flow.add(Merge<Int>.self)
            try flow.connect(merge.out, to: copy.inp)
            try flow.connect(copy.out, to: merge.inp)
            let echo = try flow.add(Delay<Int>.self, name: "echo")
            try flow.connect(echo.out, to: echo.inp)
            return flow
        },
        Sample(name: "graphs in graphs") {
            let flow = Workflow("nested")
            let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
            let twice = try flow.add(TwoPauses.self)
            let result = try flow.add(Return<Int>.self)
            try flow.chain(load, twice, result)
            return flow
        },
        Sample(name: "a long chain in a graph") {
            let flow = Workflow("long")
            let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
            let pauses = try flow.add(ManyPauses.self)
            let result = try flow.add(Return<Int>.self)
            try flow.chain(load, pauses, result)
            return flow
        },
        Sample(name: "a cycle of 20") {
            let flow = Workflow("round")
            let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
            let merge = try flow.add(Merge<Int>.self)
            try flow.connect(load.out, to: merge.inp)
            var last: Component = merge
            for number in 1...18 {
                let delay = try flow.add(Delay<Int>.self, name: "delay\(number)")
                try flow.autoConnect(last, delay)
                last = delay
            }
            let copy = try flow.add(Copy<Int>.self)
            try flow.autoConnect(last, copy)
            try flow.connect(copy.out, to: merge.inp)
            try flow.connect(copy.out, to: try flow.add(Return<Int>.self).inp)
            return flow
        },
        Sample(name: "nodes with options") {
            let flow = Workflow("options")
            let load = try flow.add(LoadData<Int>.self, options: NodeOptions(attempts: 3)) { $0.data = 1 }
            let copy = try flow.add(Copy<Int>.self)
            let often = try flow.add(Delay<Int>.self, name: "often", options: NodeOptions(loop: true, maxLoops: 5))
            let never = try flow.add(Pause.self, name: "never", options: NodeOptions(failOK: true, active: false))
            let merge = try flow.add(Merge<Int>.self)
            try flow.chain(load, copy)
            try flow.connect(copy.out, to: often.inp)
            try flow.connect(copy.out, to: never.inp)
            try flow.connect(often.out, to: merge.inp)
            try flow.connect(never.out, to: merge.inp)
            try flow.connect(merge.out, to: try flow.add(Return<Int>.self).inp)
            return flow
        },
        Sample(name: "shared work") {
            let flow = Workflow("shared")
            let load = try flow.add(LoadData<Int>.self) { $0.data = 1 }
            let workers = try flow.add(Parallel<Delay<Int>>.self) {
                $0.branches = 4
                $0.keepsOrder = true
            }
            let result = try flow.add(Return<Int>.self)
            try flow.connect(load.out, to: workers.inp)
            try flow.connect(workers.out, to: result.inp)
            return flow
        },
    ]
}

final class Pause: Graph {
    let inp = Input<Int>()
    let out = Output<Int>()
    @Parameter var seconds = 1.0

    override func build() throws {
        let delay = try add(Delay<Int>.self)
        try expose(delay.inp, as: inp)
        try expose(delay.out, as: out)
        try map(delay.$delay, to: $seconds)
    }
}

final class TwoPauses: Graph {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func build() throws {
        let first = try add(Pause.self, name: "first") { $0.seconds = 2 }
        let second = try add(Pause.self, name: "second")
        try connect(first.out, to: second.inp)
        try expose(first.inp, as: inp)
        try expose(second.out, as: out)
    }
}

final class ManyPauses: Graph {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func build() throws {
        var last = try add(Delay<Int>.self, name: "delay1")
        try expose(last.inp, as: inp)
        for number in 2...16 {
            let next = try add(Delay<Int>.self, name: "delay\(number)")
            try connect(last.out, to: next.inp)
            last = next
        }
        try expose(last.out, as: out)
    }
}

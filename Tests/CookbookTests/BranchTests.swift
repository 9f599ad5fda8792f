import Maize
import Testing

/// Which way a number goes: 0 for small ones, 1 for large ones.
struct Size: Function1 {
    @Parameter(help: "the least number that is large") var limit = 100

    func call(_ number: Int) -> Int { number < limit ? 0 : 1 }
}

struct Halve: Function1 {
    func call(_ number: Int) -> Int { number / 2 }
}

func halvingLargeNumbers(_ numbers: [Int]) throws -> (flow: Workflow, result: Return<Int>) {
    let flow = Workflow("condition")
    let load = try flow.add(LoadData<[Int]>.self) { $0.data = numbers }
    let scatter = try flow.add(Scatter<Int>.self)
    let copy = try flow.add(Copy<Int>.self)
    let size = try flow.add(Size.self)
    let way = try flow.add(IndexDistribute<Int>.self, name: "way", options: NodeOptions(loop: true))
    let halve = try flow.add(Halve.self)
    let merge = try flow.add(Merge<Int>.self)
    let result = try flow.add(Return<Int>.self)
    try flow.connect(load.out, to: scatter.inp)
    try flow.connect(scatter.out, to: copy.inp)
    try flow.connect(copy.out, to: way.inp)
    try flow.connect(copy.out, to: size.inp)
    try flow.connect(size.out, to: way.inpIndex)
    try flow.connect(way.out, to: merge.inp)  // 0: small numbers stay as they are
    try flow.connect(way.out, to: halve.inp)  // 1: large ones are halved
    try flow.connect(halve.out, to: merge.inp)
    try flow.connect(merge.out, to: result.inp)
    return (flow, result)
}

struct Mean: Function1 {
    func call(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
}

struct Spread: Function1 {
    func call(_ numbers: [Double]) -> Double { (numbers.max() ?? 0) - (numbers.min() ?? 0) }
}

struct Report: Function2 {
    static var inputs: (String, String) { ("mean", "spread") }

    func call(_ mean: Double, _ spread: Double) -> String { "\(mean) ± \(spread / 2)" }
}

func reporting(_ numbers: [Double]) throws -> (flow: Workflow, result: Return<String>) {
    let flow = Workflow("report")
    let load = try flow.add(LoadData<[Double]>.self) { $0.data = numbers }
    let copy = try flow.add(Copy<[Double]>.self)
    let mean = try flow.add(Mean.self)
    let spread = try flow.add(Spread.self)
    let report = try flow.add(Report.self)
    let result = try flow.add(Return<String>.self)
    try flow.connect(load.out, to: copy.inp)
    try flow.connect(copy.out, to: mean.inp)
    try flow.connect(copy.out, to: spread.inp)
    try flow.connect(mean.out, to: report.first)
    try flow.connect(spread.out, to: report.second)
    try flow.connect(report.out, to: result.inp)
    return (flow, result)
}

@Suite(.timeLimit(.minutes(10))) struct BranchTests {
    @Test func `each number goes its way`() throws {
        let (flow, result) = try halvingLargeNumbers([1, 200, 99, 100])
        try flow.execute(.forTests)
        #expect(result.values.sorted() == [1, 50, 99, 100])
    }

    @Test func `both results meet`() throws {
        let (flow, result) = try reporting([1, 2, 6])
        try flow.execute(.forTests)
        #expect(result.values == ["3.0 ± 2.5"])
    }
}

import Maize
import Testing

struct Dock: Function1 {
    @Parameter(help: "how hard to try") var exhaustiveness = 8

    /// Stands for minutes of work: the longer the name, the more.
    func call(_ molecule: String) -> String {
        var score = exhaustiveness
        for letter in molecule.utf8 { score = (score * 31 + Int(letter)) % 1000 }
        return "\(molecule) \(score)"
    }
}

func docking() throws -> (flow: Workflow, scores: Return<String>) {
    let flow = Workflow("docking")
    let molecules = try flow.add(LoadData<[String]>.self) { $0.data = ["water", "ethanol", "caffeine", "urea"] }
    let scatter = try flow.add(Scatter<String>.self)
    let dock = try flow.parallel(Dock.AsNode.self, branches: 3, keepsOrder: true, name: "dock") {
        $0.exhaustiveness = 2
    }
    let scores = try flow.add(Return<String>.self)
    try flow.connect(molecules.out, to: scatter.inp)
    try flow.connect(scatter.out, to: dock.inp)
    try flow.connect(dock.out, to: scores.inp)
    return (flow, scores)
}

func compressing(_ names: [String]) throws -> (flow: Workflow, results: Return<String>) {
    let flow = Workflow("compressing")
    let load = try flow.add(LoadData<[String]>.self) { $0.data = names }
    let scatter = try flow.add(Scatter<String>.self)
    // Each of the two programs reads its share of the names, a line each, and works on one at a time.
    let programs = try flow.parallel(Command.self, branches: 2) {
        $0.command = ["sh", "-c", "while read -r name; do printf '%s is %s long\\n' \"$name\" \"${#name}\"; done"]
    }
    let results = try flow.add(Return<String>.self)
    try flow.connect(load.out, to: scatter.inp)
    try flow.connect(scatter.out, to: programs.inp)
    try flow.connect(programs.out, to: results.inp)
    return (flow, results)
}

@Suite(.timeLimit(.minutes(10))) struct SharingTests {
    @Test func `work is shared, and results are in order`() throws {
        let (flow, scores) = try docking()
        try flow.execute(.forTests)
        #expect(scores.values == ["water", "ethanol", "caffeine", "urea"].map { Dock(2).call($0) })
    }

    @Test func `so many programs run at once`() throws {
        let (flow, results) = try compressing(["a", "bb", "ccc"])
        try flow.execute(.forTests)
        #expect(results.values.sorted() == ["a is 1 long", "bb is 2 long", "ccc is 3 long"])
    }
}

extension Dock {
    fileprivate init(_ exhaustiveness: Int) {
        self.init()
        self.exhaustiveness = exhaustiveness
    }
}

extension RunOptions {
    /// Says nothing but what is wrong.
    static var forTests: RunOptions {
        var options = RunOptions()
        options.level = .warning
        return options
    }
}

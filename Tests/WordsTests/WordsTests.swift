import MaizeCommands
import Testing

@testable import Words

@Test func `short words are left out`() throws {
    let flow = Workflow("test")
    let load = try flow.add(LoadData<[String]>.self) { $0.data = ["to be", "or not to be"] }
    let scatter = try flow.add(Scatter<String>.self)
    let count = try flow.add(CountWords.self) { $0.shortest = 3 }
    let result = try flow.add(Return<Int>.self)
    try flow.connect(load.out, to: scatter.inp)
    try flow.connect(scatter.out, to: count.inp)
    try flow.connect(count.out, to: result.inp)

    try flow.execute()

    #expect(result.values == [0, 1])
}

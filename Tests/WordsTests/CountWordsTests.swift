import MaizeCommands
import MaizeTesting
import Testing

@testable import Words

@Test func `words of enough letters are counted`() throws {
    let result = try NodeRig(CountWords.self) { $0.shortest = 3 }
        .feed(\.inp, ["to be", "or not to be"])
        .run()
    #expect(result.items(of: \.out) == [0, 1])
}

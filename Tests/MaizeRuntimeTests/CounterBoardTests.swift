import Glibc
import MaizeSystem
import Testing

@testable import MaizeRuntime

@Suite struct CounterBoardTests {
    private func boards(channels: Int) throws -> (CounterBoard, CounterBoard) {
        let file = try CounterBoard.makeFile(channels: channels)
        return (
            try CounterBoard(mapping: file, channels: channels), try CounterBoard(mapping: file, channels: channels)
        )
    }

    @Test func `what one process counts another one sees, each counter by itself`() throws {
        let (writer, reader) = try boards(channels: 3)
        for channel in 0..<3 {
            writer.sentCounter(of: channel).store(100 + channel)
            writer.receivedCounter(of: channel).store(200 + channel)
        }
        #expect((0..<3).map(reader.sent) == [100, 101, 102])
        #expect((0..<3).map(reader.received) == [200, 201, 202])
    }

    @Test(arguments: [Int.min, -1, Int.max])
    func `a node that scribbles on the board is not believed`(value: Int) throws {
        let (writer, reader) = try boards(channels: 1)
        writer.sentCounter(of: 0).store(value)
        #expect((0...(1 << 50)).contains(reader.sent(on: 0)))
    }

    @Test func `nobody can take the memory away from under the others`() throws {
        let file = try CounterBoard.makeFile(channels: 1)
        let number = file.number
        #expect(ftruncate(number, 0) == -1)
        #expect(ftruncate(number, 1 << 20) == -1)
        #expect(try CounterBoard(mapping: file, channels: 1).sent(on: 0) == 0)
    }

    @Test func `a run without channels has a board too`() throws {
        _ = try boards(channels: 0)
    }
}

import Glibc
import MaizeSystem
import Testing

@Suite struct MemoryFileTests {
    @Test(arguments: [0, 1, 4096, 3 << 20])
    func `contents come back as they were`(size: Int) throws {
        let contents = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = try MemoryFile.sealed(name: "test", contents: contents)
        #expect(try MemoryFile.contents(of: file) == contents)
        // Wherever the offset, which both processes share, stands after that.
        #expect(try MemoryFile.contents(of: file) == contents)
    }

    @Test func `a sealed file cannot be changed any more`() throws {
        let file = try MemoryFile.sealed(name: "test", contents: [1, 2, 3])
        let error = #expect(throws: SystemError.self) { try [9 as UInt8].withUnsafeBytes { try file.writeAll($0) } }
        #expect(error?.number == EPERM)
        let number = file.number
        #expect(ftruncate(number, 0) == -1)
        #expect(try MemoryFile.contents(of: file) == [1, 2, 3])
    }

    @Test func `a child reads what it was handed`() throws {
        let file = try MemoryFile.sealed(name: "test", contents: Array("a message".utf8))
        let child = try ShellChild("cat /proc/self/fd/\(file.number)", kept: [file.number])
        #expect(try child.printedToTheEnd() == "a message")
        let end = child.process.reap()
        #expect(end == .exited(status: 0))
    }
}

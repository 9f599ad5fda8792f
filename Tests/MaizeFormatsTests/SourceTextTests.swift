import Glibc
import TemporaryFiles
import Testing

@testable import MaizeFormats
import MaizeDocuments

/// The bytes of a file before any format.
@Suite struct SourceTextTests {
    private func problem(_ bytes: [UInt8]) throws -> String? {
        do {
            _ = try SourceText(bytes: bytes)
            return nil
        } catch let error as DocumentError {
            return error.text
        }
    }

    @Test func `a byte-order mark is no part of the text`() throws {
        #expect(try SourceText(bytes: [0xEF, 0xBB, 0xBF, 0x61]).bytes == [0x61])
    }

    @Test func `a NUL byte is refused with its place`() throws {
        #expect(try problem(Array("a: 1\nb: \0".utf8)) == "2:4: a NUL byte; the file must be text")
    }

    @Test(
        arguments: [
            [0x80], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xF0, 0x9F, 0x8C],
        ] as [[UInt8]]
    )
    func `what is no UTF-8 is refused with its place in the file`(bad: [UInt8]) throws {
        let before = Array("ä: 1\nö: ".utf8)
        let message = "2:4: byte \(before.count) is no UTF-8; save the file in that encoding"
        #expect(try problem(before + bad) == message)
        #expect(try problem(before + bad + [0x0A, 0x61]) == message)
    }

    @Test func `the place of a wrong byte counts a byte-order mark`() throws {
        #expect(
            try problem([0xEF, 0xBB, 0xBF, 0x61, 0xFF]) == "1:2: byte 4 is no UTF-8; save the file in that encoding"
        )
    }

    @Test func `columns are Unicode scalars`() throws {
        let text = try SourceText(bytes: Array("a\u{65}\u{301}🌽\tx\r\ny".utf8))
        let end = text.bytes.count
        #expect(text.position(at: 0).text == "1:1")
        #expect(text.position(at: end - 4).text == "1:6")  // x: after a, e, the accent, the maize, the tab
        #expect(text.position(at: end - 1).text == "2:1")
        #expect(text.position(at: end + 10).text == "2:2")
    }

    @Test func `a file beyond the limit is refused with both sizes`() throws {
        let bytes = [UInt8](repeating: 0x20, count: DocumentLimits.size + 1)
        #expect(try SourceText(bytes: bytes.dropLast()).bytes.count == DocumentLimits.size)
        #expect(try problem(bytes) == "a file may have 16777216 bytes (16 MiB), and this one is longer")
    }

    @Test func `of a file that is too long the size is told, and the rest is not read`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("", to: "long.yaml")
        try #require(truncate(path, 100_000_000) == 0)
        #expect {
            _ = try SourceText(path: path)
        } throws: { error in
            (error as? DocumentError)?.message.hasSuffix("and this one has 100000000 bytes") == true
        }
    }

    @Test func `an excerpt is cut at both sides, whatever is there`() throws {
        let text = try SourceText(bytes: Array("one\ntwo\nthree".utf8))
        #expect(text.excerpt(around: Position(line: 2, column: 2), scalars: 100) == "one\ntwo")
        #expect(text.excerpt(around: Position(line: 9, column: 1), scalars: 2) == "ee")
        #expect(text.excerpt(around: Position(line: 1, column: 1), scalars: 1) == "on")
    }
}

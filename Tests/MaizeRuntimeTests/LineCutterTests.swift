import MaizeWire
import Testing

@Suite struct LineCutterTests {
    private func append(_ text: some Sequence<UInt8>, to cutter: inout LineCutter) -> [String] {
        Array(text).withUnsafeBytes { cutter.append($0) }
    }

    @Test func `lines come out whole, wherever the bytes were split`() {
        let text = Array("one\ntwo ö\n\nthree\nrest".utf8)
        for size in 1...text.count {
            var cutter = LineCutter()
            var lines: [String] = []
            for start in stride(from: 0, to: text.count, by: size) {
                lines += append(text[start..<min(start + size, text.count)], to: &cutter)
            }
            #expect(lines == ["one", "two ö", "", "three"], "pieces of \(size)")
            #expect(cutter.finish() == "rest")
            #expect(cutter.finish() == nil)
        }
    }

    @Test func `a line without an end is cut, and nothing of it is lost`() {
        var cutter = LineCutter()
        var lines: [String] = []
        for _ in 0..<256 { lines += append([UInt8](repeating: 120, count: 4096), to: &cutter) }
        #expect(lines.allSatisfy { $0.utf8.count <= LineCutter.longestLine })
        let rest = cutter.finish() ?? ""
        #expect(rest.utf8.count <= LineCutter.longestLine)
        #expect(lines.reduce(rest.utf8.count) { $0 + $1.utf8.count } == 1 << 20)
    }

    @Test func `ten megabytes at once take no quadratic time`() {
        var cutter = LineCutter()
        let clock = ContinuousClock()
        let time = clock.measure {
            let lines = append([UInt8](repeating: 120, count: 10 << 20), to: &cutter)
            #expect(lines.count >= 639)
        }
        #expect(time < .seconds(10))
    }

    @Test func `bytes that are no text are replaced`() {
        var cutter = LineCutter()
        #expect(append([97, 0xFF, 98, 10], to: &cutter) == ["a\u{FFFD}b"])
        #expect(append([0xC3, 10, 0xC3], to: &cutter) == ["\u{FFFD}"])
        #expect(append([0xB6, 10], to: &cutter) == ["ö"])
    }

    @Test func `nothing gives nothing`() {
        var cutter = LineCutter()
        #expect(append([], to: &cutter) == [])
        #expect(cutter.finish() == nil)
    }
}

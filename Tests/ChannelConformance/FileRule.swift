import MaizeSystem
package import MaizeCore

/// One thing that every channel owes its nodes when items hold files.
///
///     @Test(arguments: FileRule.all, FileMode.allCases)
///     func `files travel through memory as the contract has it`(rule: FileRule, mode: FileMode) throws {
///         try rule.check(mode, MemoryPair.make)
///     }
package struct FileRule: Sendable, CustomStringConvertible {
    /// Makes a fresh channel of a capacity, through which files travel in a mode.
    package typealias Make = (_ capacity: Int, _ mode: FileMode) throws -> ChannelPair

    /// What holds, as a sentence.
    package let description: String
    private let body: @Sendable (FileMode, (_ capacity: Int) throws -> ChannelPair) throws -> Void

    init(
        _ description: String,
        _ body: @escaping @Sendable (FileMode, (_ capacity: Int) throws -> ChannelPair) throws -> Void
    ) {
        self.description = description
        self.body = body
    }

    /// Tries whether channels that `make` makes hold to it, in one mode.
    package func check(_ mode: FileMode, _ make: @escaping Make) throws {
        try Partner { [body] in try body(mode) { capacity in try make(capacity, mode) } }.value()
    }

    /// Every rule for files.
    package static let all = arrival + ownership
}

extension ChannelPair {
    /// Writes a fresh file in the sender's folder.
    func write(_ text: String, to name: String) throws -> File {
        let path = folder + "/" + name
        try Directory.make(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try Directory.remove(path)
        try File(path).append(text)
        return File(path)
    }
}

extension File {
    /// What is in it; nil if it is not there.
    var text: String? { FileContents.text(of: path) }

    /// Changes it in place.
    func append(_ text: String) throws {
        let file = try Descriptor.appending(to: path)
        var text = text
        try text.withUTF8 { try file.writeAll(UnsafeRawBufferPointer($0)) }
    }
}

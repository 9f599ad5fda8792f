internal import MaizeWire

/// The files of the items that were taken from an input.
package protocol ReceivedFiles: AnyObject {
    /// Removes the files of all items that were taken, or of all but the last one; those still on their way stay.
    func removeTaken(keepingLast: Bool) throws
    /// Removes the files of the item that was taken last.
    func removeLast() throws
}

/// What a node that sends files which came to it still wants of them.
package enum ReceivedFilesUse: Sendable {
    /// What it sends goes as the channel's mode says.
    case unknown
    /// Nothing: they are handed over.
    case passedOn
    /// They are sent again, so that they are never moved.
    case sentAgain
}

/// A node that hands on what comes to it: files that are still with it when it has ended reached nobody.
package protocol ItemPassing: Node {}

/// Finds the files in a value.
package final class FileFinder: FileChannel {
    /// Their paths, as the value gives them.
    package private(set) var paths: [String] = []

    /// Looks through a value.
    package init<Value: Encodable>(in value: Value) throws {
        try ItemEncoder(userInfo: [.fileChannel: self]).encode(value, into: ByteBuffer())
    }

    package func path(for file: File) -> String {
        paths.append(file.path)
        return file.path
    }

    /// Whether no file is named twice, and none lies in a folder that is named too.
    package var areSeparate: Bool {
        let slash = UInt8(ascii: "/")
        let sorted = paths.map { Array($0.utf8) + [slash] }.sorted { $0.lexicographicallyPrecedes($1) }
        return zip(sorted, sorted.dropFirst()).allSatisfy { !$1.starts(with: $0) }
    }
}

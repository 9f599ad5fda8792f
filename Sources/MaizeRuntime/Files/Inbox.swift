internal import MaizeSystem
internal import MaizeCore

/// The files that came through one input, in numbered folders; used by the node's thread alone.
package final class Inbox: ReceivedFiles {
    private let folder: String
    /// Items with files that the node took.
    @exclusivity(unchecked) package private(set) var taken = 0
    /// The first folder that may still be there.
    private var first = 0

    /// The inbox at `folder`, which is made when the first file comes.
    package init(_ folder: String) {
        self.folder = folder
    }

    /// Notes that the node took an item with files.
    package func take() { taken += 1 }

    package func removeTaken(keepingLast: Bool) throws {
        let end = taken - (keepingLast ? 1 : 0)
        while first < end {
            try Directory.remove("\(folder)/\(first)")
            first += 1
        }
    }

    package func removeLast() throws {
        guard taken > 0 else { return }
        try Directory.remove("\(folder)/\(taken - 1)")
        if first == taken - 1 { first = taken }
    }
}

package import MaizeCore

/// The files of the item that is being encoded: found in a first encoding, given their new paths in a second one.
package final class ItemFiles: FileChannel {
    /// The paths that were found, as the item gives them.
    @exclusivity(unchecked) private(set) var found: [String] = []
    /// The new paths, by the bytes of those that the item gives.
    private var places: [[UInt8]: String]?

    package init() {}

    /// Whether the last encoded item holds no file.
    package var isEmpty: Bool { found.isEmpty }

    package func path(for file: File) throws -> String {
        guard let places else {
            found.append(file.path)
            return file.path
        }
        guard let place = places[Array(file.path.utf8)] else {
            throw FileProblem("its type encodes other files at a second time; encode(to:) must give the same each time")
        }
        return place
    }

    /// Forgets the files of an item that was sent, or could not be.
    package func forget() {
        if !found.isEmpty { found.removeAll(keepingCapacity: true) }
        places = nil
    }

    /// Lets the next encoding give the new paths.
    func place(_ places: [[UInt8]: String]) { self.places = places }
}

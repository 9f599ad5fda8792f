internal import MaizeSystem
public import MaizeCore

extension File {
    /// Removes the file, or the folder with all that is in it; one that is gone already is no error.
    ///
    /// What a node receives stays until the node's pass or the run ends. A node that goes through many files in one
    /// pass removes each when it is done with it, so that they do not fill the disk:
    ///
    ///     while let file = try inp.next() {
    ///         try out.send(try count(file))
    ///         try file.remove()
    ///     }
    public func remove() throws {
        do {
            try Directory.remove(path)
        } catch {
            throw WorkflowError(.file, "\(path) cannot be removed: \(error.reason)")
        }
        InboxPath.removeEmptyFolders(above: path)
    }
}
